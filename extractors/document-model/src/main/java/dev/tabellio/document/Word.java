package dev.tabellio.document;

/**
 * A run of characters without blanks, as a person sees it on the page.
 *
 * @param confidence how sure the reading is, from 0 to 1; 1 for text that was not recognised from pixels
 */
public record Word(String text, BoundingBox box, Origin origin, double confidence) {

    /** @throws IllegalArgumentException if the text is blank or the confidence is outside 0 to 1 */
    public Word {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a word has text");
        }
        confidence = Confidence.rounded(confidence);
    }
}
