package dev.tabellio.extraction.signatures;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Word;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Words that stand close together on one line.
 *
 * @param words positions in the page's words, at least one
 * @param text joined by single blanks
 */
record Segment(List<Integer> words, BoundingBox box, String text) {

    static Segment of(List<Integer> words, List<Word> page) {
        return new Segment(
                List.copyOf(words),
                BoundingBox.around(words.stream().map(i -> page.get(i).box()).toList()),
                words.stream().map(i -> page.get(i).text()).collect(Collectors.joining(" ")));
    }

    /** Whether the two stand side by side. */
    boolean onRowOf(Segment other) {
        return box.overlapY(other.box) > 0.4 * Math.min(box.height(), other.box.height());
    }
}
