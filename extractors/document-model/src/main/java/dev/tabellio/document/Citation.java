package dev.tabellio.document;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Where a value stands, re-checked by code against the page.
 *
 * @param page from 1
 * @param text as printed there
 */
public record Citation(int page, BoundingBox box, String text, Origin origin, Status status) {

    /** What the check against the page gave. */
    public enum Status {
        /** The text is printed in the box. */
        VERIFIED,
        /** The text was stated elsewhere and found in this box by code. */
        REPAIRED
    }

    /** Whether it is text that was recognised from pixels; a tick is no text. */
    @JsonIgnore
    public boolean isRecognisedText() {
        return origin == Origin.OCR && text.chars().anyMatch(Character::isLetterOrDigit);
    }
}
