package dev.tabellio.document;

/** How a word or value came to be known. */
public enum Origin {
    /** Printed as text in the PDF's content. */
    TEXT_LAYER,
    /** The value of an interactive form field (AcroForm), which is not page text. */
    FORM_FIELD,
    /** Recognised from pixels. */
    OCR,
    /** Entered or confirmed by a person. */
    HUMAN,
    /** Stated by a language model. */
    MODEL
}
