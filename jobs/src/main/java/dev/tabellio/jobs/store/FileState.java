package dev.tabellio.jobs.store;

/** The states of a source file. All but the first two are final. */
public enum FileState {
    /** Known, not yet processed. */
    REGISTERED,
    /** Its documents are read and reconciled; tie-out is still to come. */
    PROCESSED,
    /** All of its documents are posted, or copies of posted ones. */
    POSTED,
    /** A document or page of it needs a person. */
    REVIEW,
    /** A document of it is rejected and none needs a person. */
    REJECTED,
    /** Processing it, or one of its documents, failed for good; see its failures. */
    PARKED,
    /** A document of it waits for a model. */
    WAITING,
    /** Refused: not a document, damaged, protected, over a limit. */
    QUARANTINED,
    /** The same bytes, or the same documents, are already there. */
    DUPLICATE
}
