package dev.tabellio.jobs.config;

/** The configuration cannot be used; the message is a sentence that names the place, the key and what is allowed. */
public final class InvalidConfiguration extends RuntimeException {

    public InvalidConfiguration(String message) {
        super(message);
    }
}
