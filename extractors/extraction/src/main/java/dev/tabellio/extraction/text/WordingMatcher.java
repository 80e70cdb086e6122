package dev.tabellio.extraction.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds a wording in a sequence of words: letter for letter, or, in recognised text, with the least number of changes
 * (approximate string matching by dynamic programming: Sellers, "The theory and computation of evolutionary distances",
 * 1980).
 */
final class WordingMatcher {

    /** A digit too many, in changes of a letter. */
    private static final int EXTRA_DIGIT = 3;

    /** A digit missing or read as another digit makes another label; as a letter like it (O for 0) it is a misreading. */
    private static final int WRONG_DIGIT = 2 * EXTRA_DIGIT;

    private static final int LOOKALIKE = 1;

    private static final String[] LOOKALIKES = {"odq", "iljt", "z", "", "a", "s", "bg", "t", "b", "gq"};

    private WordingMatcher() {}

    /** Whether a wording stands letter for letter at a letter of a stream, up to the end of a word. */
    static boolean isAt(LetterStream stream, int letter, Wording wording) {
        int last = letter + wording.pattern().length() - 1;
        return last < stream.text().length()
                && stream.ends(last)
                && equal(wording.pattern(), 0, wording.pattern().length(), stream.text(), letter);
    }

    /** Whether the letters of a pattern from {@code from} to {@code to} (exclusive) stand at a place of a text. */
    static boolean equal(String pattern, int from, int to, String text, int at) {
        if (at + to - from > text.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char wanted = pattern.charAt(i);
            char found = text.charAt(at + i - from);
            if (wanted == Wording.ANY_DIGIT ? !isDigit(found) : wanted != found) {
                return false;
            }
        }
        return true;
    }

    /** Places between two letters of a stream ({@code to} exclusive) where a wording stands with a few letters changed. */
    static List<Hit> approximate(LetterStream stream, int from, int to, Wording wording) {
        String pattern = wording.pattern();
        int tolerance = wording.tolerance();
        int m = pattern.length();
        int[] cost = new int[m + 1];
        int[] start = new int[m + 1];
        int[] nextCost = new int[m + 1];
        int[] nextStart = new int[m + 1];
        Arrays.fill(cost, 1, m + 1, Integer.MAX_VALUE / 2);
        List<Candidate> candidates = new ArrayList<>();
        for (int j = from; j < to; j++) {
            char found = stream.text().charAt(j);
            int insertion = isDigit(found) ? EXTRA_DIGIT : 1;
            // A match may begin anywhere among the first words, at a price inside of a word.
            cost[0] = j >= stream.starts() ? Integer.MAX_VALUE / 2 : stream.begins(j) ? 0 : 1;
            start[0] = j;
            nextCost[0] = Integer.MAX_VALUE / 2;
            for (int i = 1; i <= m; i++) {
                char wanted = pattern.charAt(i - 1);
                int substitution = cost[i - 1] + difference(wanted, found);
                int inserted = cost[i] + insertion;
                int deleted = nextCost[i - 1]
                        + (isDigit(wanted) ? WRONG_DIGIT : wanted == Wording.ANY_DIGIT ? EXTRA_DIGIT : 1);
                if (substitution <= inserted && substitution <= deleted) {
                    nextCost[i] = substitution;
                    nextStart[i] = start[i - 1];
                } else if (inserted <= deleted) {
                    nextCost[i] = inserted;
                    nextStart[i] = start[i];
                } else {
                    nextCost[i] = deleted;
                    nextStart[i] = nextStart[i - 1];
                }
            }
            int total = nextCost[m] + (stream.ends(j) ? 0 : 1);
            if (total <= tolerance) {
                candidates.add(new Candidate(nextStart[m], j, total));
            }
            int[] swap = cost;
            cost = nextCost;
            nextCost = swap;
            swap = start;
            start = nextStart;
            nextStart = swap;
        }
        return best(stream, wording, candidates);
    }

    private static List<Hit> best(LetterStream stream, Wording wording, List<Candidate> candidates) {
        List<Candidate> byCost = new ArrayList<>(candidates);
        byCost.sort((a, b) -> a.cost != b.cost ? Integer.compare(a.cost, b.cost) : Integer.compare(a.first, b.first));
        List<Candidate> chosen = new ArrayList<>();
        for (Candidate candidate : byCost) {
            if (chosen.stream().noneMatch(other -> candidate.first <= other.last && other.first <= candidate.last)) {
                chosen.add(candidate);
            }
        }
        return chosen.stream()
                .map(c -> stream.hit(
                        wording,
                        c.first,
                        c.last,
                        1 - (double) c.cost / wording.pattern().length()))
                .toList();
    }

    private static int difference(char wanted, char found) {
        if (wanted == found || (wanted == Wording.ANY_DIGIT && isDigit(found))) {
            return 0;
        }
        if (isDigit(wanted)) {
            return looksLike(wanted, found) ? LOOKALIKE : WRONG_DIGIT;
        }
        return wanted == Wording.ANY_DIGIT ? LOOKALIKE : 1;
    }

    /** The letters that recognition commonly reads for a digit. */
    private static boolean looksLike(char digit, char letter) {
        return LOOKALIKES[digit - '0'].indexOf(letter) >= 0;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private record Candidate(int first, int last, int cost) {}
}
