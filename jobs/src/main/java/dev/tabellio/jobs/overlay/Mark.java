package dev.tabellio.jobs.overlay;

import dev.tabellio.document.BoundingBox;

/**
 * Something on a page that the panel explains.
 *
 * @param name such as the JSON pointer of a field, or type and id of a document
 * @param says the value with what there is to say about it; may be empty
 */
public record Mark(Kind kind, String name, String says, BoundingBox box) {

    /** What is marked; decides the colour. */
    public enum Kind {
        /** The area of a document. */
        DOCUMENT,
        /** A value that is cited here. */
        CITED,
        /** Something that was found here but does not hold as a value. */
        UNCITED
    }
}
