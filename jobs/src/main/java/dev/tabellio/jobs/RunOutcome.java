package dev.tabellio.jobs;

/** How the work on a run ended. */
public enum RunOutcome {
    COMPLETED,
    /** Completed, but some files or documents failed and are parked. */
    COMPLETED_WITH_PARKED,
    /** Stopped on request; the same command goes on. */
    STOPPED,
    /** Could not go on; the same command goes on where it stopped. */
    FAILED
}
