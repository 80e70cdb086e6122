package dev.tabellio.jobs.eval;

import java.util.Optional;

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
 * @param byDocument the scores of single documents that were added up; empty if none, and in results kept by earlier versions
 */
public record FieldScore(
        int expected,
        int found,
        int exact,
        int tolerant,
        int abstained,
        int placed,
        int overlapping,
        Optional<Documents> byDocument) {

    static final FieldScore NONE = new FieldScore(0, 0, 0, 0, 0, 0, 0, Optional.empty());

    /**
     * Documents in which a field is labelled or read.
     *
     * @param f1s sum of the F1 of each of them
     */
    public record Documents(int count, double f1s) {}

    /** The score of a field in one document. */
    static FieldScore ofDocument(
            int expected, int found, int exact, int tolerant, int abstained, int placed, int overlapping) {
        return new FieldScore(
                expected,
                found,
                exact,
                tolerant,
                abstained,
                placed,
                overlapping,
                Optional.of(new Documents(1, share(2 * tolerant, expected + found))));
    }

    FieldScore plus(FieldScore other) {
        return new FieldScore(
                expected + other.expected,
                found + other.found,
                exact + other.exact,
                tolerant + other.tolerant,
                abstained + other.abstained,
                placed + other.placed,
                overlapping + other.overlapping,
                byDocument
                        .map(mine -> other.byDocument
                                .map(its -> new Documents(mine.count + its.count, mine.f1s + its.f1s))
                                .orElse(mine))
                        .or(() -> other.byDocument));
    }

    /** Share of found values that are right, tolerant; 1 if nothing was found. */
    double precision() {
        return share(tolerant, found);
    }

    /** Share of expected values that were found right, tolerant; 1 if nothing was expected. */
    double recall() {
        return share(tolerant, expected);
    }

    /** Harmonic mean of precision and recall, tolerant, each value counting alike. */
    double f1() {
        return share(2 * tolerant, expected + found);
    }

    /**
     * Mean of the F1 of each document in which the field is labelled or read, so that a document with fifty values counts
     * no more than one with two; equals {@link #f1()} where no document was counted by itself.
     */
    double meanF1() {
        return byDocument.map(all -> all.f1s / all.count).orElseGet(this::f1);
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
