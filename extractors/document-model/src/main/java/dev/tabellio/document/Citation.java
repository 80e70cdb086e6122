package dev.tabellio.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands, re-checked by code against the page.
 *
 * @param page from 1
 * @param text as printed there
 * @param otherReading what another way of reading gives for the text, if there is one and it differs; else null
 */
public record Citation(
        int page,
        BoundingBox box,
        String text,
        Origin origin,
        Status status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String otherReading) {

    /** Of a text that was read in one way, or alike in two. */
    public Citation(int page, BoundingBox box, String text, Origin origin, Status status) {
        this(page, box, text, origin, status, null);
    }

    /** The same at another place of the page. */
    public Citation at(BoundingBox place) {
        return new Citation(page, place, text, origin, status, otherReading);
    }

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
