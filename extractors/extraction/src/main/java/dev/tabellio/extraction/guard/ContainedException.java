package dev.tabellio.extraction.guard;

import dev.tabellio.document.ProcessingFailure;
import java.io.EOFException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a contained task gave no result; the message is a clause for a person. */
public final class ContainedException extends Exception {

    private static final long serialVersionUID = 1;

    private static final int LONGEST = 200;

    private final boolean stillRunning;

    ContainedException(String says, @Nullable Throwable cause, boolean stillRunning) {
        super(says, cause);
        this.stillRunning = stillRunning;
    }

    static ContainedException of(Throwable cause) {
        return new ContainedException(says(cause), cause, false);
    }

    /** Whether the task could not be ended, so that nothing that it used may be touched again. */
    public boolean stillRunning() {
        return stillRunning;
    }

    private static String says(Throwable cause) {
        if (cause instanceof StackOverflowError) {
            return "it is nested without end";
        }
        if (cause instanceof OutOfMemoryError) {
            return "it needs more memory than there is";
        }
        if (cause instanceof ProcessingFailure) {
            return String.valueOf(cause.getMessage());
        }
        if (cause instanceof EOFException) {
            return "it is damaged (it ends in the middle of something)";
        }
        String message = cause.getMessage();
        if (message == null || message.isBlank()) {
            return "it is damaged (%s)".formatted(cause.getClass().getSimpleName());
        }
        String line = message.strip().lines().findFirst().orElse("").strip();
        String shortened = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
        String trouble = cause instanceof TooLargeException ? "too large" : "damaged";
        return String.format(Locale.ROOT, "it is %s (%s)", trouble, shortened);
    }
}
