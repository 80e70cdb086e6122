package dev.tabellio.extraction.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where in a few streams of letters a wording may stand with letters changed. A wording that may have k changes is cut into
 * k + 1 pieces; a match with no more changes has one of them letter for letter (Baeza-Yates and Perleberg, "Fast and practical
 * approximate string matching", 1996). So only the surroundings of the pieces have to be compared, and nothing is lost.
 */
final class PieceIndex {

    /** Letters that the index is asked for at once; shorter pieces are found by fewer. */
    private static final int GRAM = 4;

    private static final int BUCKETS = 1 << 12;

    private static final char BOUNDARY = '\0';

    private final List<LetterStream> streams;
    private final String text;
    private final int[] firsts;
    private final Chains[] chains = new Chains[GRAM + 1];

    /**
     * A part of a stream.
     *
     * @param stream its position in the list of streams
     * @param from first letter
     * @param to the letter after the last one
     */
    record Window(int stream, int from, int to) {}

    /** Places with the same hash: the first of each bucket, and after each place the next one. */
    private static final class Chains {

        private final int[] heads = new int[BUCKETS];
        private final int[] next;

        private Chains(int places) {
            Arrays.fill(heads, -1);
            next = new int[places];
        }
    }

    PieceIndex(List<LetterStream> streams) {
        this.streams = streams;
        StringBuilder all = new StringBuilder();
        firsts = new int[streams.size()];
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = all.length();
            all.append(streams.get(i).text()).append(BOUNDARY);
        }
        text = all.toString();
    }

    /** The surroundings of a wording's pieces, stream by stream, left to right, none overlapping another. */
    List<Window> windows(Wording wording) {
        String pattern = wording.pattern();
        int changes = wording.tolerance();
        List<Window> windows = new ArrayList<>();
        for (int piece = 0; piece <= changes; piece++) {
            int from = pattern.length() * piece / (changes + 1);
            int to = pattern.length() * (piece + 1) / (changes + 1);
            int gram = Math.min(GRAM, to - from);
            Chains chain = chains(gram);
            for (int at = chain.heads[hash(pattern, from, gram)]; at >= 0; at = chain.next[at]) {
                if (WordingMatcher.equal(pattern, from, to, text, at)) {
                    windows.add(around(at, from, pattern.length(), changes));
                }
            }
        }
        return merged(windows);
    }

    private Window around(int at, int offset, int length, int changes) {
        int found = Arrays.binarySearch(firsts, at);
        int stream = found >= 0 ? found : -found - 2;
        int begin = at - firsts[stream] - offset;
        int end = Math.min(streams.get(stream).text().length(), begin + length + changes);
        return new Window(stream, Math.max(0, begin - changes), end);
    }

    private List<Window> merged(List<Window> windows) {
        windows.sort(Comparator.comparingInt(Window::stream).thenComparingInt(Window::from));
        List<Window> merged = new ArrayList<>();
        for (Window window : windows) {
            int last = merged.size() - 1;
            if (last >= 0 && window.stream == merged.get(last).stream && window.from <= merged.get(last).to) {
                Window open = merged.get(last);
                merged.set(last, new Window(open.stream, open.from, Math.max(open.to, window.to)));
            } else {
                merged.add(window);
            }
        }
        return merged;
    }

    private Chains chains(int gram) {
        Chains made = chains[gram];
        if (made == null) {
            made = chainsOf(gram);
            chains[gram] = made;
        }
        return made;
    }

    private Chains chainsOf(int gram) {
        Chains chain = new Chains(text.length());
        for (int at = 0; at + gram <= text.length(); at++) {
            int bucket = hash(text, at, gram);
            chain.next[at] = chain.heads[bucket];
            chain.heads[bucket] = at;
        }
        return chain;
    }

    /** Digits count as one letter, so that pieces with any digit are found as well. */
    private static int hash(String letters, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            char letter = letters.charAt(i);
            hash = hash * 0x9E3779B1 + (WordingMatcher.isDigit(letter) ? Wording.ANY_DIGIT : letter);
        }
        return (hash ^ hash >>> 16) & BUCKETS - 1;
    }
}
