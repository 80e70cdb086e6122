package dev.tabellio.jobs.register;

import dev.tabellio.document.ProcessingFailure.StopTheRun;
import dev.tabellio.extraction.admission.Admission;
import dev.tabellio.jobs.process.StopSignal;
import dev.tabellio.jobs.process.Trouble;
import dev.tabellio.jobs.register.InboxWalk.Found;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.jobs.store.FileRow.FileRef;
import dev.tabellio.jobs.store.FileState;
import dev.tabellio.jobs.store.FileStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Registers the files of an inbox. */
public final class Registration {

    /**
     * Most files of a partition. Small ones spread uneven files over the workers; each costs about 10 ms of bookkeeping
     * (measured 2026-11-20), so this keeps it below 1 ms per file.
     */
    private static final int PARTITION_FILES = 16;

    /** Partitions per worker to aim at in small runs. */
    private static final int PARTITIONS_PER_WORKER = 8;

    private final Function<Path, Admission> admission;
    private final FileStore files;
    private final int workers;
    private final StopSignal stop;

    public Registration(Function<Path, Admission> admission, FileStore files, int workers, StopSignal stop) {
        this.admission = admission;
        this.files = files;
        this.workers = workers;
        this.stop = stop;
    }

    /**
     * Looks at everything in the inbox; writes nothing.
     *
     * @param except folders of our own that may lie in the inbox
     * @return a row for each file, by path
     */
    public List<FileRow> look(String run, Inbox inbox, List<Path> except) {
        List<FileRow> seen = inParallel(run, inbox, inbox.files(except));
        List<FileRow> rows = new ArrayList<>();
        Map<String, FileRef> originals = new HashMap<>();
        for (FileRow row : seen) {
            rows.add(row.state() == FileState.REGISTERED ? deduplicated(row, originals) : row);
        }
        return partitioned(rows);
    }

    /** Looks at one file of a registered run anew. An operator asked for it: what is a duplicate is processed too. */
    public FileRow lookAgain(FileRow known, Inbox inbox) {
        return look(known.run(), inbox, new Found(known.path(), Optional.empty()));
    }

    private List<FileRow> inParallel(String run, Inbox inbox, List<Found> found) {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<FileRow>> looks = found.stream()
                    .map(file -> threads.submit(() -> look(run, inbox, file)))
                    .toList();
            List<FileRow> rows = new ArrayList<>();
            for (Future<FileRow> look : looks) {
                rows.add(look.get());
            }
            return rows;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StopTheRun stopped) {
                throw stopped;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopTheRun("registering was interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private FileRow look(String run, Inbox inbox, Found found) {
        stop.check();
        if (found.trouble().isPresent()) {
            return refused(
                    run, found.path(), Optional.empty(), 0, found.trouble().get());
        }
        try {
            Admission decision = admission.apply(inbox.resolve(found.path()));
            if (decision instanceof Admission.Admitted admitted) {
                return admitted(run, found.path(), admitted);
            }
            Admission.Refused refused = (Admission.Refused) decision;
            return refused(run, found.path(), Optional.of(refused.sha256()), refused.bytes(), refused.says());
        } catch (StopTheRun e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return refused(
                    run,
                    found.path(),
                    Optional.empty(),
                    0,
                    Trouble.of(Optional.empty(), "register", e).cause());
        }
    }

    private FileRow deduplicated(FileRow row, Map<String, FileRef> originals) {
        String sha256 = row.sha256().orElseThrow();
        FileRef original = originals.putIfAbsent(sha256, new FileRef(row.run(), row.path()));
        if (original != null) {
            return row.duplicateOf(original, "the same bytes as " + original.path());
        }
        return files.processedEarlier(sha256, row.run())
                .map(earlier -> row.duplicateOf(
                        earlier,
                        "the same bytes as %s, which run %s has processed".formatted(earlier.path(), earlier.run())))
                .orElse(row);
    }

    private List<FileRow> partitioned(List<FileRow> rows) {
        long due =
                rows.stream().filter(row -> row.state() == FileState.REGISTERED).count();
        long size = Math.max(1, Math.min(PARTITION_FILES, due / ((long) workers * PARTITIONS_PER_WORKER)));
        List<FileRow> partitioned = new ArrayList<>();
        long place = 0;
        for (FileRow row : rows) {
            partitioned.add(row.inPartition((int) (place / size)));
            place += row.state() == FileState.REGISTERED ? 1 : 0;
        }
        return partitioned;
    }

    private static FileRow admitted(String run, String path, Admission.Admitted admitted) {
        return new FileRow(
                run,
                path,
                Optional.of(admitted.sha256()),
                admitted.bytes(),
                Optional.of(admitted.mediaType()),
                FileState.REGISTERED,
                Optional.empty(),
                admitted.pages());
    }

    private static FileRow refused(String run, String path, Optional<String> sha256, long bytes, String cause) {
        return new FileRow(run, path, sha256, bytes, Optional.empty(), FileState.QUARANTINED, Optional.of(cause), 0);
    }
}
