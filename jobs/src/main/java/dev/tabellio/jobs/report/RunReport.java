package dev.tabellio.jobs.report;

import dev.tabellio.document.PageNumbers;
import dev.tabellio.jobs.balance.Balance;
import dev.tabellio.jobs.balance.ControlTotals;
import dev.tabellio.jobs.report.Cause.Example;
import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.DocumentState;
import dev.tabellio.jobs.store.Failure;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.jobs.store.FileRow.FileRef;
import dev.tabellio.jobs.store.FileState;
import dev.tabellio.jobs.store.FileStore.Tally;
import dev.tabellio.jobs.store.RunRow;
import dev.tabellio.jobs.store.RunState;
import dev.tabellio.jobs.store.Stores;
import dev.tabellio.reconciliation.Disposition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws up progress and summary of a run from the store. */
public final class RunReport {

    private static final int EXAMPLES = 3;

    private final Stores stores;
    private final Balance balance;

    public RunReport(Stores stores) {
        this.stores = stores;
        this.balance = new Balance(stores.files(), stores.documents(), stores.postings());
    }

    /** The control totals as they are now. */
    public ControlTotals totals(String run) {
        return balance.totals(run);
    }

    /** How far a run is. */
    public RunProgress progress(String run) {
        Map<FileState, Tally> files = stores.files().tally(run);
        Map<Disposition, Integer> documents = stores.documents().dispositions(run);
        int all = files.values().stream().mapToInt(Tally::files).sum();
        int due = count(files, FileState.REGISTERED);
        return new RunProgress(
                step(all, due, count(files, FileState.PROCESSED)),
                all,
                all - due,
                readPages(files),
                documents.getOrDefault(Disposition.POST, 0),
                documents.getOrDefault(Disposition.REVIEW, 0),
                documents.getOrDefault(Disposition.REJECT, 0),
                count(files, FileState.PARKED) + stores.documents().tally(run).getOrDefault(DocumentState.PARKED, 0),
                count(files, FileState.QUARANTINED));
    }

    /** What became of a run, or is to become of it if it is still at work. */
    public RunSummary summary(String run, Instant now) {
        RunRow row = stores.runs().get(run);
        List<FileRow> files = stores.files().of(run);
        List<DocumentRow> documents = stores.documents().of(run);
        boolean completed = row.state() == RunState.COMPLETED;
        boolean exported = completed || row.state() == RunState.WAITING;
        ModelShare share = ModelShare.of(documents);
        return new RunSummary(
                run,
                row.orphaned(now) ? "CRASHED" : row.state().name(),
                says(row, files, now),
                row.workedUntil(now).toMillis() / 1000.0,
                readPages(stores.files().tally(run)),
                counts(FileState.values(), files.stream().map(FileRow::state).toList()),
                counts(
                        DocumentState.values(),
                        documents.stream().map(DocumentRow::state).toList()),
                exported ? balance.missing(run) : List.of(),
                documents(documents, DocumentState.REVIEW),
                unclaimed(files),
                documents(documents, DocumentState.REJECTED),
                files(files.stream()
                        .filter(file -> file.state() == FileState.QUARANTINED)
                        .toList()),
                parked(stores.failures().of(run)),
                waiting(documents),
                share.any() ? share : null,
                exported ? row.exportFolder().toString() : null,
                completed ? null : CommandWords.run(row));
    }

    private static String step(int all, int due, int processed) {
        if (all == 0) {
            return "register";
        }
        if (due > 0) {
            return "process";
        }
        return processed > 0 ? "tieOut" : "export";
    }

    private static long readPages(Map<FileState, Tally> files) {
        return files.entrySet().stream()
                .filter(entry -> entry.getKey() != FileState.REGISTERED
                        && entry.getKey() != FileState.QUARANTINED
                        && entry.getKey() != FileState.DUPLICATE)
                .mapToLong(entry -> entry.getValue().pages())
                .sum();
    }

    private static @Nullable String says(RunRow run, List<FileRow> files, Instant now) {
        if (run.orphaned(now)) {
            return run.owner().map(owner -> "%s died".formatted(owner)).orElse("it was never started");
        }
        Optional<String> cause = run.cause();
        if (cause.isPresent()) {
            return cause.get();
        }
        Map<String, Long> earlier = files.stream()
                .flatMap(file -> file.original().stream())
                .map(FileRef::run)
                .filter(other -> !other.equals(run.id()))
                .collect(Collectors.groupingBy(other -> other, TreeMap::new, Collectors.counting()));
        return earlier.isEmpty()
                ? null
                : earlier.entrySet().stream()
                        .map(entry -> "%d file%s already processed by run %s ('tabellio export %s' exports it again)"
                                .formatted(
                                        entry.getValue(),
                                        entry.getValue() == 1 ? " was" : "s were",
                                        entry.getKey(),
                                        entry.getKey()))
                        .collect(Collectors.joining("; "));
    }

    private static <S extends Enum<S>> Map<String, Integer> counts(S[] all, Collection<S> found) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (S state : all) {
            int count = (int) found.stream().filter(state::equals).count();
            if (count > 0) {
                counts.put(state.name(), count);
            }
        }
        return counts;
    }

    /** Files with pages that no document claims. */
    private static List<Cause> unclaimed(List<FileRow> files) {
        return grouped(files.stream()
                .filter(file -> file.pageRemarks().isPresent())
                .map(file -> {
                    String remarks = file.pageRemarks().orElse("");
                    return Map.entry(GeneralReason.of(remarks), new Example(file.path(), particulars(remarks)));
                }));
    }

    /** What a remark says in parentheses, which is what sets it apart; all of it if there are none. */
    private static String particulars(String remarks) {
        int open = remarks.indexOf('(');
        return open >= 0 && remarks.endsWith(")") ? remarks.substring(open + 1, remarks.length() - 1) : remarks;
    }

    private static List<Cause> documents(List<DocumentRow> documents, DocumentState state) {
        return grouped(documents.stream()
                .filter(document -> document.state() == state)
                .map(document -> Map.entry(
                        GeneralReason.of(document.cause().orElse("unknown")),
                        new Example(
                                document.id(),
                                "%s, %s".formatted(document.path(), PageNumbers.named(document.pages()))))));
    }

    private static List<Cause> waiting(List<DocumentRow> documents) {
        return grouped(documents.stream()
                .filter(document -> document.waitsFor().isPresent())
                .map(document -> Map.entry(
                        GeneralReason.of(document.waitsFor().orElse("")),
                        new Example(
                                document.id(),
                                "%s, %s".formatted(document.path(), PageNumbers.named(document.pages()))))));
    }

    private static List<Cause> files(List<FileRow> files) {
        return grouped(files.stream()
                .map(file -> Map.entry(
                        GeneralReason.of(file.cause().orElse("unknown")), new Example(file.path(), file.path()))));
    }

    private static List<Cause> parked(List<Failure> failures) {
        Map<String, List<Failure>> byFingerprint = failures.stream()
                .collect(Collectors.groupingBy(Failure::fingerprint, LinkedHashMap::new, Collectors.toList()));
        return byFingerprint.values().stream()
                .map(same -> new Cause(
                        "%s: %s".formatted(same.get(0).stage(), same.get(0).cause()),
                        same.size(),
                        same.stream()
                                .limit(EXAMPLES)
                                .map(failure -> new Example(failure.document().orElse(failure.path()), failure.path()))
                                .toList()))
                .sorted(Comparator.comparingInt(Cause::count).reversed())
                .toList();
    }

    private static List<Cause> grouped(Stream<Map.Entry<String, Example>> reasons) {
        Map<String, List<Example>> bySays = reasons.collect(Collectors.groupingBy(
                Map.Entry::getKey,
                LinkedHashMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(ArrayList::new))));
        return bySays.entrySet().stream()
                .map(entry -> new Cause(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().stream().limit(EXAMPLES).toList()))
                .sorted(Comparator.comparingInt(Cause::count).reversed())
                .toList();
    }

    private static int count(Map<FileState, Tally> files, FileState state) {
        Tally tally = files.get(state);
        return tally == null ? 0 : tally.files();
    }
}
