package dev.tabellio.extraction.text;

import dev.tabellio.document.BoundingBox;
import java.util.List;

/**
 * A wording found on a page.
 *
 * @param words positions in {@link PageText#words()}, in reading order
 * @param quality from 0 to 1; 1 is letter for letter
 */
public record Hit(Wording wording, List<Integer> words, BoundingBox box, double quality) {

    public Hit {
        words = List.copyOf(words);
    }

    /** Longer and better matches explain more of the page; among hits on the same words the higher one wins. */
    public double strength() {
        return wording.pattern().length() * quality;
    }
}
