package dev.tabellio.jobs.store;

/** The states of a run. */
public enum RunState {
    /** Registered, or at work; whether its process lives is told by {@link Owner}. */
    RUNNING,
    /** Stopped on request; the same command goes on. */
    STOPPED,
    /** Ended by an error; the same command goes on. */
    FAILED,
    /** Exported but for the documents that wait because a budget was reached; the same command goes on. */
    WAITING,
    /** Every file and document is in a final state and exported. */
    COMPLETED
}
