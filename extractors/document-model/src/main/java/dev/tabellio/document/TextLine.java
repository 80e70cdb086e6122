package dev.tabellio.document;

import java.util.List;

/**
 * Words that stand on one line next to each other, left to right. Words of different columns or form cells are on
 * different lines.
 *
 * @param words positions in {@link Page#words()}, in reading order
 */
public record TextLine(BoundingBox box, List<Integer> words) {

    /** @throws IllegalArgumentException if there are no words */
    public TextLine {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a line has words");
        }
    }
}
