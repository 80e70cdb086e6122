package dev.tabellio.jobs.process;

import dev.tabellio.jobs.store.AttemptStore.Outcome;
import dev.tabellio.jobs.store.Failure;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.jobs.store.FileState;
import dev.tabellio.jobs.store.Stores;
import java.time.Clock;
import java.util.List;

/** Writes what became of a file, in the transaction of the caller: the file moves together with its documents. */
public final class ResultWriter {

    private final Stores stores;
    private final Clock clock;

    public ResultWriter(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /** Moves the file and replaces its documents and failures. */
    public void write(FileResult result) {
        FileRow file = result.file();
        stores.failures().clear(file.run(), file.path());
        if (result instanceof FileResult.Processed processed) {
            stores.documents().replace(file.run(), file.path(), processed.documents());
            processed.troubles().forEach(trouble -> add(file, trouble));
            stores.files()
                    .processed(
                            file.run(),
                            file.path(),
                            processed.pages(),
                            processed.pageRemarks().orElse(null),
                            processed.parseKey(),
                            processed.classifyKey());
        } else if (result instanceof FileResult.Parked parked) {
            refuse(
                    file,
                    FileState.PARKED,
                    "%s: %s"
                            .formatted(
                                    parked.trouble().stage(), parked.trouble().cause()));
            add(file, parked.trouble());
        } else if (result instanceof FileResult.Quarantined quarantined) {
            refuse(file, FileState.QUARANTINED, quarantined.cause());
        }
        stores.attempts().end(file.run(), file.path(), Outcome.FINISHED);
    }

    private void refuse(FileRow file, FileState state, String cause) {
        stores.documents().replace(file.run(), file.path(), List.of());
        stores.files().refuse(file.run(), file.path(), state, cause);
    }

    private void add(FileRow file, Trouble trouble) {
        stores.failures()
                .add(new Failure(
                        file.run(),
                        file.path(),
                        trouble.document(),
                        trouble.stage(),
                        trouble.cause(),
                        trouble.fingerprint(),
                        stores.attempts().count(file.run(), file.path()),
                        clock.instant()));
    }
}
