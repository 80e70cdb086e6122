package dev.tabellio.jobs.balance;

import dev.tabellio.jobs.balance.ControlTotals.Totals;
import dev.tabellio.jobs.store.DocumentState;
import dev.tabellio.jobs.store.DocumentStore;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.jobs.store.FileState;
import dev.tabellio.jobs.store.FileStore;
import dev.tabellio.jobs.store.FileStore.Tally;
import dev.tabellio.jobs.store.PostingStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws up the control totals of a run and refuses to close it while something is missing. */
public final class Balance {

    private static final int NAMED = 10;

    private final FileStore files;
    private final DocumentStore documents;
    private final PostingStore postings;

    public Balance(FileStore files, DocumentStore documents, PostingStore postings) {
        this.files = files;
        this.documents = documents;
        this.postings = postings;
    }

    /** A run does not balance; the message says what is missing. */
    public static final class OutOfBalance extends RuntimeException {
        public OutOfBalance(String message) {
            super(message);
        }
    }

    /** The totals as they are now. */
    public ControlTotals totals(String run) {
        Map<FileState, Tally> byFile = files.tally(run);
        Map<DocumentState, Integer> byDocument = documents.tally(run);
        return new ControlTotals(
                new Totals(
                        byFile.values().stream().mapToInt(Tally::files).sum(),
                        count(byFile, FileState.POSTED),
                        count(byFile, FileState.REVIEW),
                        count(byFile, FileState.REJECTED),
                        count(byFile, FileState.PARKED),
                        count(byFile, FileState.QUARANTINED),
                        count(byFile, FileState.WAITING),
                        count(byFile, FileState.DUPLICATE)),
                new Totals(
                        byDocument.values().stream().mapToInt(Integer::intValue).sum(),
                        byDocument.getOrDefault(DocumentState.POSTED, 0),
                        byDocument.getOrDefault(DocumentState.REVIEW, 0),
                        byDocument.getOrDefault(DocumentState.REJECTED, 0),
                        byDocument.getOrDefault(DocumentState.PARKED, 0),
                        0,
                        byDocument.getOrDefault(DocumentState.WAITING, 0),
                        byDocument.getOrDefault(DocumentState.DUPLICATE, 0)));
    }

    /** Closes a run. @throws OutOfBalance naming what is missing */
    public void require(String run) {
        List<String> missing = missing(run);
        if (!missing.isEmpty()) {
            throw new OutOfBalance("run %s does not balance: %s".formatted(run, String.join("; ", missing)));
        }
    }

    /** What the totals miss, a sentence each; empty if they balance. */
    public List<String> missing(String run) {
        ControlTotals totals = totals(run);
        List<String> missing = new ArrayList<>();
        if (!totals.files().balanced()) {
            missing.add("files without a final state: "
                    + named(files.of(run).stream()
                            .filter(file -> file.state() == FileState.REGISTERED || file.state() == FileState.PROCESSED)
                            .map(FileRow::path)
                            .toList()));
        }
        if (!totals.documents().balanced()) {
            missing.add("documents without a final state: "
                    + named(documents.of(run).stream()
                            .filter(document -> document.state() == DocumentState.RECONCILED)
                            .map(document -> "%s in %s".formatted(document.id(), document.path()))
                            .toList()));
        }
        int posted = postings.count(run);
        if (posted != totals.documents().posted()) {
            missing.add("%d documents are posted, but there are %d postings"
                    .formatted(totals.documents().posted(), posted));
        }
        return missing;
    }

    private static int count(Map<FileState, Tally> tally, FileState state) {
        Tally found = tally.get(state);
        return found == null ? 0 : found.files();
    }

    private static String named(List<String> things) {
        String first = things.stream().limit(NAMED).collect(Collectors.joining(", "));
        return things.size() <= NAMED ? first : "%s and %d more".formatted(first, things.size() - NAMED);
    }
}
