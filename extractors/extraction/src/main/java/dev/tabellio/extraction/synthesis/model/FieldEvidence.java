package dev.tabellio.extraction.synthesis.model;

import java.util.List;

/**
 * The readings of one field side by side.
 *
 * @param readings the deterministic one first, then one for each tier that was asked
 */
public record FieldEvidence(Outcome outcome, List<Reading> readings) {

    public FieldEvidence {
        readings = List.copyOf(readings);
    }

    /** What the readings are together. */
    public enum Outcome {
        /** The deterministic reading stands and a model reads the same. */
        CONFIRMED,
        /** The deterministic reading stands; no model has a reading that holds. */
        KEPT,
        /** A model's reading, where the deterministic one had none that holds. */
        FILLED,
        /** Readings that hold differ: uncited, for a person to decide. */
        DISAGREED,
        /** Something was said, but it is not on the page: uncited. */
        UNPROVEN,
        /** Nobody finds it in the document. */
        ABSENT
    }

    /**
     * What one reader said.
     *
     * @param by {@code reader}, or the tier of the model in lower case
     * @param text the value, as printed or stated; empty if it says that the document has none
     * @param holds whether the page shows it where it is said to be
     * @param origins where the words of its citations come from, such as {@code TEXT_LAYER}; empty without citations
     * @param remark why it does not hold, or how it was found; may be empty
     */
    public record Reading(String by, String text, boolean holds, List<String> origins, String remark) {
        public Reading {
            origins = List.copyOf(origins);
        }
    }
}
