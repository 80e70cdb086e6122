package dev.tabellio.jobs.process;

import dev.tabellio.jobs.store.FileRow;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tries a file where it can do no harm. A file that was in work when a process died is suspected; whether it was the
 * cause, or somebody just killed the process, only a second try can tell.
 */
public interface Trial {

    /**
     * Carries the file through the stages.
     *
     * @param path where its bytes are
     * @return why it takes processes down; empty if it does not: its artifacts are then in the store
     * @throws dev.tabellio.document.ProcessingFailure.StopTheRun if it cannot be tried, or the run stops meanwhile
     */
    Optional<Trouble> attempt(FileRow file, Path path, StopSignal stop);
}
