package dev.tabellio.reconciliation;

import java.util.List;

/**
 * The result of one rule on one document.
 *
 * @param rule stable id, such as {@code us-w2.box4-rate}
 * @param says the rule as a sentence, with the values it looked at
 * @param evidence JSON pointers of the fields that the rule looked at
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
        /** A field that it needs is absent: the rule does not speak. */
        NOT_APPLICABLE
    }
}
