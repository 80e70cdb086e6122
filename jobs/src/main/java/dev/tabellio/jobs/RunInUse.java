package dev.tabellio.jobs;

/** Another process works on the run; the message names it. */
public final class RunInUse extends RuntimeException {
    public RunInUse(String message) {
        super(message);
    }
}
