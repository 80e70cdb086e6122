package dev.tabellio.jobs.eval;

import dev.tabellio.extraction.synthesis.contract.LegalNames;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Whether a value that was read is the one that the label states. */
final class ValueComparison {

    /**
     * Names and addresses count as equal from this similarity on: 1 minus the Levenshtein distance over the longer
     * length, of the texts in upper case without punctuation. At 0.9 one OCR slip in ten characters passes and another
     * person or street does not (chosen on generated documents, 2026-11-20).
     */
    static final double SIMILAR = 0.9;

    /** Schema leaves with this {@code x-tabellio-compare} hold quotations, which count by what they have in common. */
    static final String OVERLAP = "overlap";

    /**
     * Schema leaves with this {@code x-tabellio-compare} hold names of companies and persons. Labels spell them in one way
     * ("Orrery Inc."), documents in many ("ORRERY, INCORPORATED"): both sides are compared in their canonical spelling.
     */
    static final String NAME = "name";

    /**
     * Two quotations are of the same clause when half of the runs of three words of the shorter one stand in the longer one:
     * labels and readers cut clauses at different sentences, but three words in a row seldom return elsewhere.
     */
    private static final double IN_COMMON = 0.5;

    private static final int RUN = 3;

    private ValueComparison() {}

    /** Equal but for case, runs of blanks, the spelling of names and, for amounts, trailing zeros. */
    static boolean exact(String kind, String expected, String actual) {
        if (kind.equals("amount")) {
            return new BigDecimal(expected).compareTo(new BigDecimal(actual)) == 0;
        }
        if (kind.equals(NAME)) {
            return name(expected).equals(name(actual));
        }
        return collapsed(expected).equals(collapsed(actual));
    }

    private static String name(String text) {
        return bare(LegalNames.canonical(text), " ");
    }

    /** Exact for amounts, dates and flags; letters and digits only for identifiers; {@link #SIMILAR} for texts, overlap for quotations. */
    static boolean tolerant(String kind, String expected, String actual) {
        if (exact(kind, expected, actual)) {
            return true;
        }
        return switch (kind) {
            case "identifier" -> bare(expected, "").equals(bare(actual, ""));
            case OVERLAP -> overlap(runs(expected), runs(actual)) >= IN_COMMON;
            case NAME, "text" -> similarity(bare(expected, " "), bare(actual, " ")) >= SIMILAR;
            default -> false;
        };
    }

    private static double overlap(Set<String> a, Set<String> b) {
        long common = a.stream().filter(b::contains).count();
        return common / (double) Math.max(1, Math.min(a.size(), b.size()));
    }

    private static Set<String> runs(String text) {
        String[] words = bare(text, " ").split(" ");
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.length; i++) {
            runs.add(String.join(" ", Arrays.asList(words).subList(i, i + RUN)));
        }
        return runs.isEmpty() ? Set.of(String.join(" ", words)) : runs;
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
