package dev.tabellio.document;

/**
 * The one place where a page ended up.
 *
 * @param says a short reason, such as the document type or the words that gave an instruction page away
 */
public record PageUse(int page, Kind kind, String says) {

    /** What a page was taken for. */
    public enum Kind {
        DOCUMENT,
        INSTRUCTIONS,
        BLANK,
        /** Readable, but of no known type: a person has to look. */
        UNKNOWN,
        /** Could not be read. */
        FAILED
    }
}
