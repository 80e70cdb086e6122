package dev.tabellio.jobs.store;

/** The states of a document. All but the first are final. */
public enum DocumentState {
    /** Read and judged by itself; tie-out is still to come. */
    RECONCILED,
    /** Handed to accounting. */
    POSTED,
    /** A person has to look. */
    REVIEW,
    /** It breaks a rule that no correction of the reading can mend. */
    REJECTED,
    /** Reading it failed for good; see its failure. */
    PARKED,
    /** A budget was reached before a model could be asked about it; it goes on when there is one again. */
    WAITING,
    /** A copy of a document of this run or of one posted by an earlier run. */
    DUPLICATE
}
