package dev.tabellio.document;

/** How a page was read. */
public enum PageReading {
    /** All of its words come from the PDF's text and form fields. */
    TEXT_LAYER,
    /** Its words were recognised from pixels (form fields may add to them). */
    OCR,
    /** Words of the PDF's text, and words recognised in images beside it. */
    MIXED,
    /** Nothing is printed on it. */
    BLANK,
    /** It could not be read; {@link Page#failure()} says why. */
    FAILED
}
