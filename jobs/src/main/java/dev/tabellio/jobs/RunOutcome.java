package dev.tabellio.jobs;

import dev.tabellio.jobs.store.DocumentState;
import dev.tabellio.jobs.store.FileState;
import dev.tabellio.jobs.store.Stores;

/** How the work on a run ended. */
public enum RunOutcome {
    COMPLETED,
    /** Completed, but some files or documents failed and are parked. */
    COMPLETED_WITH_PARKED,
    /** Completed but for documents that wait because a budget was reached; the same command goes on. */
    WAITING,
    /** Stopped on request; the same command goes on. */
    STOPPED,
    /** Could not go on; the same command goes on where it stopped. */
    FAILED;

    /** How a run that is completed ended, by what became of its files and documents. */
    static RunOutcome completed(Stores stores, String run) {
        if (stores.documents().tally(run).containsKey(DocumentState.WAITING)) {
            return WAITING;
        }
        boolean parked = stores.files().tally(run).containsKey(FileState.PARKED)
                || stores.documents().tally(run).containsKey(DocumentState.PARKED);
        return parked ? COMPLETED_WITH_PARKED : COMPLETED;
    }
}
