package dev.tabellio.extraction.text;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The letters of a sequence of words, and which word each of them belongs to. */
final class LetterStream {

    private final List<Word> words;
    private final String text;
    private final int[] wordOf;
    private final int starts;

    private LetterStream(List<Word> words, String text, int[] wordOf, int starts) {
        this.words = words;
        this.text = text;
        this.wordOf = wordOf;
        this.starts = starts;
    }

    /**
     * @param letters of each word, by position in {@code words}
     * @param sequence positions in {@code words}
     * @param firstWords a match has to begin within this many words of the sequence
     */
    static LetterStream of(List<Word> words, List<String> letters, List<Integer> sequence, int firstWords) {
        StringBuilder text = new StringBuilder();
        for (int position : sequence) {
            text.append(letters.get(position));
        }
        int[] wordOf = new int[text.length()];
        int at = 0;
        int starts = 0;
        for (int place = 0; place < sequence.size(); place++) {
            int word = sequence.get(place);
            int length = letters.get(word).length();
            Arrays.fill(wordOf, at, at + length, word);
            at += length;
            if (place < firstWords) {
                starts = at;
            }
        }
        return new LetterStream(words, text.toString(), wordOf, starts);
    }

    String text() {
        return text;
    }

    /** Matches begin before this letter. */
    int starts() {
        return starts;
    }

    /** Whether a word begins here, or goes on after a number: a box number may be glued to its label, "1Wages". */
    boolean begins(int letter) {
        return letter == 0
                || wordOf[letter - 1] != wordOf[letter]
                || (WordingMatcher.isDigit(text.charAt(letter - 1)) && !WordingMatcher.isDigit(text.charAt(letter)));
    }

    boolean ends(int letter) {
        return letter == wordOf.length - 1 || wordOf[letter + 1] != wordOf[letter];
    }

    Hit hit(Wording wording, int first, int last, double quality) {
        List<Integer> found = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            if (found.isEmpty() || found.get(found.size() - 1) != wordOf[i]) {
                found.add(wordOf[i]);
            }
        }
        BoundingBox box =
                BoundingBox.around(found.stream().map(i -> words.get(i).box()).toList());
        return new Hit(wording, found, box, quality);
    }
}
