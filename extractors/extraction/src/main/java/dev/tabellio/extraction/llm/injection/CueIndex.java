package dev.tabellio.extraction.llm.injection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Where a few hundred cues stand in a text, of which it has hardly any: a cue is only looked for where each three of
 * its characters occur somewhere in the text.
 */
final class CueIndex {

    private static final int BUCKETS = 1 << 14;

    private final String text;
    private final BitSet triples = new BitSet(BUCKETS);

    CueIndex(String text) {
        this.text = text;
        for (int i = 0; i + 2 < text.length(); i++) {
            triples.set(bucket(text, i));
        }
    }

    /** Characters of the text. */
    int length() {
        return text.length();
    }

    /** Every place where a cue begins, from the first to the last. */
    List<Integer> places(String cue) {
        List<Integer> places = new ArrayList<>();
        if (mayHold(cue)) {
            for (int at = text.indexOf(cue); at >= 0; at = text.indexOf(cue, at + 1)) {
                places.add(at);
            }
        }
        return places;
    }

    private boolean mayHold(String cue) {
        for (int i = 0; i + 2 < cue.length(); i++) {
            if (!triples.get(bucket(cue, i))) {
                return false;
            }
        }
        return true;
    }

    private static int bucket(String letters, int at) {
        return (letters.charAt(at) << 10 ^ letters.charAt(at + 1) << 5 ^ letters.charAt(at + 2)) & BUCKETS - 1;
    }
}
