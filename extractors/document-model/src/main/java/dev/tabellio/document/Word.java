package dev.tabellio.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A run of characters without blanks, as a person sees it on the page.
 *
 * @param confidence how sure the reading is, from 0 to 1; 1 for text that was not recognised from pixels
 * @param otherReading what another way of reading gives for this place, if it was read in two ways and they differ: what the
 *     page shows for a word of the text layer; what the text layer says for a recognised word, or what else a number in doubt
 *     may be; else null
 */
public record Word(
        String text,
        BoundingBox box,
        Origin origin,
        double confidence,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String otherReading) {

    /** @throws IllegalArgumentException if the text is blank or the confidence is outside 0 to 1 */
    public Word {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a word has text");
        }
        confidence = Confidence.rounded(confidence);
    }

    /** A word that was read in one way, or alike in two. */
    public Word(String text, BoundingBox box, Origin origin, double confidence) {
        this(text, box, origin, confidence, null);
    }

    /** The same word at another place. */
    public Word at(BoundingBox place) {
        return new Word(text, place, origin, confidence, otherReading);
    }

    /** The same word with what another way of reading gives. */
    public Word readOtherwise(String reading) {
        return new Word(text, box, origin, confidence, reading);
    }
}
