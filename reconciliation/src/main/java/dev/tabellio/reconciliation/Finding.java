package dev.tabellio.reconciliation;

import java.util.List;

/**
 * The result of one rule on one document, or on one row of it.
 *
 * @param rule stable id, such as {@code us-w2.box4-rate}; the checks that need no rule are called {@code document.*}
 * @param says the rule as a sentence, with the values it looked at
 * @param evidence JSON pointers of the fields that the rule looked at, in the order of the document. A field of another
 *     document is {@code <document id>#<pointer>}.
 */
public record Finding(String rule, Severity severity, Outcome outcome, String says, List<String> evidence) {

    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** What a violation means. */
    public enum Severity {
        /** Worth knowing; changes nothing. */
        WARNING,
        /** The document goes to review. */
        ERROR,
        /** The document is rejected. */
        FATAL
    }

    /** How the rule came out. */
    public enum Outcome {
        SATISFIED,
        VIOLATED,
        /** A field that it needs is absent, or its condition does not hold: the rule does not speak. */
        NOT_APPLICABLE,
        /** The fields are there and the rule still gave no answer (a year that is not a number); {@code says} tells why. */
        UNDECIDED
    }
}
