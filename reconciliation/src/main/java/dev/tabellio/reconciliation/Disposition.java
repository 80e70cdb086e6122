package dev.tabellio.reconciliation;

/** What happens to a document. */
public enum Disposition {
    /** It proved itself: it may be exported as fact. */
    POST,
    /** A person has to look. */
    REVIEW,
    /** It breaks a rule that no correction of the reading can mend. */
    REJECT
}
