package dev.tabellio.reconciliation;

/**
 * Something known about a document that is not in its fields and keeps it from being posted unseen.
 *
 * @param kind what is wrong
 * @param says a sentence for the reviewer, such as "page 3 of 5 could not be read: damaged image"
 */
public record Caveat(Kind kind, String says) {

    /** @throws IllegalArgumentException if there is no sentence */
    public Caveat {
        if (says.isBlank()) {
            throw new IllegalArgumentException("a caveat says what is wrong");
        }
    }

    /** What can be wrong around a document. */
    public enum Kind {
        /** A page of the file could not be read or was of no known type: it may belong to this document. */
        INCOMPLETE_FILE("document.complete"),
        /** Another document has the same identity and other values. */
        IDENTITY_IN_DOUBT("document.identity"),
        /** Something in it speaks to a language model, which no honest document does. */
        SPEAKS_TO_MODELS("document.injection"),
        /** A form field of it, or its text layer, holds another value than the page shows. */
        NOT_AS_SHOWN("document.shown");

        private final String rule;

        Kind(String rule) {
            this.rule = rule;
        }

        String rule() {
            return rule;
        }
    }
}
