package dev.tabellio.extraction.pdf;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Keeps count of what is looked at on one page, and of why some of it is not: a page is whole or an error. */
final class Completeness {

    /** Operators after which a page is given up: far beyond the largest real page (maps reach some 2 million). */
    private static final long MOST_OPERATORS = 20_000_000;

    private static final int MOST_GLYPHS = 200_000;

    /** Forms drawn after which further ones are left out: a form that draws others twice doubles with every level. */
    private static final int MOST_FORMS = 50_000;

    private final Deadline deadline;
    private long operators;
    private int glyphs;
    private int forms;
    private boolean inText;
    private @Nullable IOException damage;

    Completeness(Deadline deadline) {
        this.deadline = deadline;
    }

    /** @throws IOException if there are too many or the time is over */
    void operator() throws IOException {
        operators++;
        if ((operators & 0x3ff) == 0) {
            deadline.check();
        }
        if (operators > MOST_OPERATORS) {
            throw new IOException("more than %d operators".formatted(MOST_OPERATORS));
        }
    }

    /** Whether one more glyph is looked at. */
    boolean glyph() {
        return glyphs++ <= MOST_GLYPHS;
    }

    /** Whether one more form is looked at. */
    boolean form() {
        return forms++ < MOST_FORMS;
    }

    /** Between the operators that begin and end text. */
    void text(boolean open) {
        inText = open;
    }

    /** A form ended early: PDFBox goes on after it. */
    void damage(IOException cause) {
        damage = damage == null ? cause : damage;
    }

    /**
     * To be asked after the page's own content.
     *
     * @throws IOException if the content or a form in it is not whole, with the cause
     */
    void requireWhole() throws IOException {
        IOException cause = damage;
        if (cause != null) {
            throw cause;
        }
        if (inText) {
            throw new IOException("its content ends in the middle of a text");
        }
    }

    /** @throws IOException if not everything was looked at */
    void requireAll() throws IOException {
        deadline.check();
        if (glyphs > MOST_GLYPHS) {
            throw new IOException("more than %d characters".formatted(MOST_GLYPHS));
        }
        if (forms > MOST_FORMS) {
            throw new IOException("more than %d forms".formatted(MOST_FORMS));
        }
    }
}
