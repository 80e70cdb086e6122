package dev.tabellio.jobs.eval;

/**
 * Counts for one field, or added up over several.
 *
 * @param expected values that the labels state
 * @param found values that were read and cited
 * @param exact found values that equal the label
 * @param tolerant found values that equal the label in the sense of their type; includes the exact ones
 * @param abstained expected values that were seen but not taken for a value
 * @param placed found and tolerant values whose true place is known
 * @param overlapping those of {@code placed} whose citation overlaps the true place
 */
public record FieldScore(int expected, int found, int exact, int tolerant, int abstained, int placed, int overlapping) {

    static final FieldScore NONE = new FieldScore(0, 0, 0, 0, 0, 0, 0);

    FieldScore plus(FieldScore other) {
        return new FieldScore(
                expected + other.expected,
                found + other.found,
                exact + other.exact,
                tolerant + other.tolerant,
                abstained + other.abstained,
                placed + other.placed,
                overlapping + other.overlapping);
    }

    /** Share of found values that are right, tolerant; 1 if nothing was found. */
    double precision() {
        return share(tolerant, found);
    }

    /** Share of expected values that were found right, tolerant; 1 if nothing was expected. */
    double recall() {
        return share(tolerant, expected);
    }

    /** Harmonic mean of precision and recall, tolerant. */
    double f1() {
        return share(2 * tolerant, expected + found);
    }

    double exactF1() {
        return share(2 * exact, expected + found);
    }

    /** Share of right values whose citation overlaps the true place. */
    double citation() {
        return share(overlapping, placed);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : part / (double) whole;
    }
}
