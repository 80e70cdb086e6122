package dev.tabellio.extraction.guard;

import java.io.IOException;

/** Something is not damaged but takes more memory than one page may; the message says what and how much. */
public final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1;

    public TooLargeException(String says) {
        super(says);
    }
}
