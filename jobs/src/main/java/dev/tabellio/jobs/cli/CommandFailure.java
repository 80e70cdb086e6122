package dev.tabellio.jobs.cli;

/** Ends a command with a sentence for the operator and an exit code; never shown as a stack trace. */
public final class CommandFailure extends RuntimeException {

    private final ExitCode exitCode;

    /** @param message what is wrong and what to do about it */
    public CommandFailure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** As {@link #CommandFailure(ExitCode, String)}, keeping the cause for the log. */
    public CommandFailure(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
