package dev.tabellio.extraction.synthesis.taxform;

/** The shape that a text or identifier has to have. */
enum ValueFormat {
    ANY,
    SSN,
    EIN,
    TIN,
    STATE,
    ZIP,
    PHONE,
    /** A count: digits, in groups of three or not. */
    NUMBER,
    /** Four digits of a year, alone in the box or beside other print. */
    YEAR,
    /** Characters in a box each: the blanks between them are not part of the value. */
    COMB,
    /** Digits in a box each. */
    DIGITS
}
