package dev.tabellio.jobs.eval;

import java.math.BigDecimal;
import java.util.Locale;

/** Whether a value that was read is the one that the label states. */
final class ValueComparison {

    /**
     * Names and addresses count as equal from this similarity on: 1 minus the Levenshtein distance over the longer
     * length, of the texts in upper case without punctuation. At 0.9 one OCR slip in ten characters passes and another
     * person or street does not (chosen on generated documents, 2026-11-20).
     */
    static final double SIMILAR = 0.9;

    private ValueComparison() {}

    /** Equal but for case, runs of blanks and, for amounts, trailing zeros. */
    static boolean exact(String kind, String expected, String actual) {
        if (kind.equals("amount")) {
            return new BigDecimal(expected).compareTo(new BigDecimal(actual)) == 0;
        }
        return collapsed(expected).equals(collapsed(actual));
    }

    /** Exact for amounts, dates and flags; letters and digits only for identifiers; {@link #SIMILAR} for texts. */
    static boolean tolerant(String kind, String expected, String actual) {
        if (exact(kind, expected, actual)) {
            return true;
        }
        return switch (kind) {
            case "identifier" -> bare(expected, "").equals(bare(actual, ""));
            case "text" -> similarity(bare(expected, " "), bare(actual, " ")) >= SIMILAR;
            default -> false;
        };
    }

    /** From 0 (nothing in common) to 1 (equal). */
    static double similarity(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        return longer == 0 ? 1 : 1 - distance(a, b) / (double) longer;
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }

    private static String collapsed(String text) {
        return text.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }

    private static String bare(String text, String between) {
        return text.toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", between)
                .strip();
    }
}
