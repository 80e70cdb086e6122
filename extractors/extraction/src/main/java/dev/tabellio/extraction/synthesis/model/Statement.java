package dev.tabellio.extraction.synthesis.model;

import java.util.List;

/** What a model said of one leaf. */
sealed interface Statement {

    /**
     * A value and where it is said to stand.
     *
     * @param value as answered; {@code true} or {@code false} for a flag
     * @param lines ids as answered
     */
    record Stated(String value, List<String> lines) implements Statement {
        public Stated {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A stretch of the document.
     *
     * @param first id of its first line
     * @param last id of its last line
     */
    record Range(String first, String last) implements Statement {}

    /** Not in the document. */
    record NotThere() implements Statement {}
}
