package dev.tabellio.extraction.text;

import dev.tabellio.document.BoundingBox;
import java.util.List;

/**
 * Words that follow each other on one line, left to right.
 *
 * @param words positions in {@link PageText#words()}
 */
public record WordSequence(List<Integer> words, BoundingBox box) {

    /**
     * Height of capitals in relation to words like "or" and "are", whose boxes are only as high as their small letters. Next
     * to such a word a blank would be as wide as its height.
     */
    static final double CAPITALS = 1.5;

    public WordSequence {
        words = List.copyOf(words);
    }

    /** Whether a wording that ends this line may go on in {@code next}: the line right below, of like size. */
    boolean runsOnIn(WordSequence next) {
        double height = Math.min(box.height(), next.box.height());
        double capitals = Math.min(Math.max(box.height(), next.box.height()), CAPITALS * height);
        double space = next.box.top() - box.bottom();
        return space > -0.4 * capitals
                && space < 0.9 * capitals
                && Math.max(box.height(), next.box.height()) < 1.7 * height
                && box.overlapX(next.box) > 0;
    }
}
