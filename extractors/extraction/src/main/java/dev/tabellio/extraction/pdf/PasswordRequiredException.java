package dev.tabellio.extraction.pdf;

import java.io.IOException;

/** A PDF that opens only with a password or a certificate; the message is a clause for a person. */
public final class PasswordRequiredException extends IOException {

    private static final long serialVersionUID = 1;

    PasswordRequiredException(String says, Throwable cause) {
        super(says, cause);
    }
}
