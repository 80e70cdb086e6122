package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.document.Origin;
import dev.tabellio.extraction.synthesis.model.Print.Place;
import dev.tabellio.extraction.text.Letters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds a text in words by its letters and digits: letter for letter, or, in words that were recognised from pixels, with
 * few misreadings (approximate string matching by dynamic programming: Sellers, 1980).
 *
 * <p>The bound: one letter in eight may differ, from five letters on, six at most; a digit may stand only for a letter that
 * looks like it. A misread word of a name still leads to its place, while no two numbers are ever taken for each other.
 * The value is a convention on the safe side of the 0.18 that Tesseract needed for printed labels (see {@link
 * dev.tabellio.extraction.text.Wording}); 2026-11-21.
 */
final class LetterMatch {

    private static final int LETTERS_FOR_EACH_CHANGE = 8;
    private static final int SHORTEST = 5;
    private static final int MOST_CHANGES = 6;
    private static final int NEVER = 1000;

    /** For each digit the letters that recognition commonly reads for it. */
    private static final String[] LOOKALIKES = {"odq", "iljt", "z", "", "a", "s", "bg", "t", "b", "gq"};

    private final List<Place> places;
    private final StringBuilder letters = new StringBuilder();
    private final List<Integer> placeOf = new ArrayList<>();
    private final BitSet begins = new BitSet();
    private final BitSet ends = new BitSet();
    private final boolean recognised;

    LetterMatch(List<Place> places) {
        this.places = List.copyOf(places);
        for (int i = 0; i < places.size(); i++) {
            add(i, places.get(i).word().text());
        }
        this.recognised = places.stream().anyMatch(place -> place.word().origin() == Origin.OCR);
    }

    private void add(int place, String word) {
        boolean open = true;
        for (int at = 0; at < word.length(); at += Character.charCount(word.codePointAt(at))) {
            String compact = Letters.compact(Character.toString(word.codePointAt(at)));
            if (compact.isEmpty()) {
                if (!letters.isEmpty()) {
                    ends.set(letters.length() - 1);
                }
                open = true;
                continue;
            }
            if (open) {
                begins.set(letters.length());
                open = false;
            }
            letters.append(compact);
            for (int i = 0; i < compact.length(); i++) {
                placeOf.add(place);
            }
        }
        if (!letters.isEmpty()) {
            ends.set(letters.length() - 1);
        }
    }

    /** Every place where the text stands letter for letter, from its first to its last whole part of a word. */
    List<Print> exact(String text) {
        String wanted = Letters.compact(text);
        List<Print> found = new ArrayList<>();
        if (wanted.isEmpty()) {
            return found;
        }
        for (int at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
            if (begins.get(at) && ends.get(at + wanted.length() - 1)) {
                found.add(print(at, at + wanted.length() - 1, 1));
            }
        }
        return found;
    }

    /**
     * The best place where the text stands with few misreadings; only in recognised words.
     *
     * @param exactLength whether letters may only be read as others, none too many or too few, as in a number
     */
    Optional<Print> misread(String text, boolean exactLength) {
        String wanted = Letters.compact(text);
        int most = wanted.length() < SHORTEST
                ? 0
                : Math.min(MOST_CHANGES, Math.max(1, wanted.length() / LETTERS_FOR_EACH_CHANGE));
        if (!recognised || most == 0 || letters.isEmpty()) {
            return Optional.empty();
        }
        int n = wanted.length();
        int[] cost = new int[n + 1];
        int[] start = new int[n + 1];
        Arrays.setAll(cost, i -> i == 0 ? 0 : NEVER);
        int bestCost = most + 1;
        int bestFirst = 0;
        int bestLast = 0;
        for (int j = 0; j < letters.length(); j++) {
            int[] next = new int[n + 1];
            int[] from = new int[n + 1];
            char printed = letters.charAt(j);
            int extra = exactLength || digit(printed) ? NEVER : 1;
            cost[0] = begins.get(j) ? 0 : NEVER;
            start[0] = j;
            next[0] = NEVER;
            for (int i = 1; i <= n; i++) {
                char letter = wanted.charAt(i - 1);
                int replaced = cost[i - 1] + difference(letter, printed, exactLength);
                int added = cost[i] + extra;
                int missing = next[i - 1] + (exactLength || digit(letter) ? NEVER : 1);
                next[i] = Math.min(replaced, Math.min(added, missing));
                from[i] = next[i] == replaced ? start[i - 1] : next[i] == added ? start[i] : from[i - 1];
            }
            if (ends.get(j) && next[n] < bestCost) {
                bestCost = next[n];
                bestFirst = from[n];
                bestLast = j;
            }
            cost = next;
            start = from;
        }
        return bestCost <= most && bestFirst <= bestLast
                ? Optional.of(print(bestFirst, bestLast, 1 - (double) bestCost / n))
                : Optional.empty();
    }

    private Print print(int first, int last, double likeness) {
        return new Print(places.subList(placeOf.get(first), placeOf.get(last) + 1), likeness);
    }

    private static int difference(char wanted, char printed, boolean number) {
        if (wanted == printed) {
            return 0;
        }
        if (digit(wanted) && digit(printed)) {
            return NEVER;
        }
        if (digit(wanted)) {
            return LOOKALIKES[wanted - '0'].indexOf(printed) >= 0 ? 1 : NEVER;
        }
        if (digit(printed)) {
            return LOOKALIKES[printed - '0'].indexOf(wanted) >= 0 ? 1 : NEVER;
        }
        return number ? NEVER : 1;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
