package dev.tabellio.jobs.tieout;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.store.ArtifactStore;
import dev.tabellio.jobs.store.DerivationKey;
import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.DocumentState;
import dev.tabellio.jobs.store.DocumentStore;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.jobs.store.FileState;
import dev.tabellio.jobs.store.FileStore;
import dev.tabellio.jobs.store.PostingStore;
import dev.tabellio.jobs.store.PostingStore.Posting;
import dev.tabellio.jobs.store.Stage;
import dev.tabellio.reconciliation.Disposition;
import dev.tabellio.reconciliation.Reconciliation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ties out a run: copies, earlier postings, rules over several documents; then settles documents and files. */
public final class TieOutStep {

    private final Stages stages;
    private final ArtifactStore artifacts;
    private final FileStore files;
    private final DocumentStore documents;
    private final PostingStore postings;
    private final Clock clock;

    public TieOutStep(
            Stages stages,
            ArtifactStore artifacts,
            FileStore files,
            DocumentStore documents,
            PostingStore postings,
            Clock clock) {
        this.stages = stages;
        this.artifacts = artifacts;
        this.files = files;
        this.documents = documents;
        this.postings = postings;
        this.clock = clock;
    }

    /**
     * Decides about every document and file of a run. Has to run in one transaction.
     *
     * @throws org.springframework.dao.DuplicateKeyException if another run posted one of the documents meanwhile; doing
     *     it again finds that posting
     */
    public void tieOut(String run) {
        RunDocuments reading = new RunDocuments(artifacts);
        List<DocumentRow> rows = documents.of(run);
        List<Verdict> verdicts =
                rows.stream().filter(row -> !leftOut(row)).map(Verdict::new).toList();
        CopyCheck copies = new CopyCheck(stages.types(), reading, documents, postings);
        verdicts.stream()
                .collect(Collectors.groupingBy(
                        verdict -> posted(verdict.row()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(copies::check);
        crossCheck(run, verdicts, reading);

        postings.withdraw(run);
        Map<String, List<DocumentState>> statesByFile = new LinkedHashMap<>();
        rows.stream()
                .filter(TieOutStep::leftOut)
                .forEach(row -> states(statesByFile, row).add(row.state()));
        for (Settlement settlement : settlements(verdicts, reading)) {
            states(statesByFile, settlement.verdict().row()).add(settlement.state());
            settle(settlement);
        }
        files.of(run).stream()
                .filter(file -> file.classifyKey().isPresent())
                .forEach(file -> settle(file, statesByFile.getOrDefault(file.path(), List.of())));
    }

    /** Not read to the end. */
    private static boolean leftOut(DocumentRow row) {
        return row.state() == DocumentState.PARKED || row.state() == DocumentState.WAITING;
    }

    /** What makes a document one and the same for accounting; without a readable identity it is only its own. */
    static String posted(DocumentRow row) {
        return row.identityDigest().orElseGet(() -> DerivationKey.digest("document|" + row.id()));
    }

    private void crossCheck(String run, List<Verdict> verdicts, RunDocuments reading) {
        Return arrivedTogether = arrivedTogether(run, verdicts);
        verdicts.parallelStream().forEach(verdict -> {
            Set<String> joined = stages.tieOut().joins(verdict.row().type());
            if (!verdict.isDuplicate() && !joined.isEmpty()) {
                List<ExtractedDocument> beside = arrivedTogether.beside(verdict.row()).stream()
                        .filter(other -> joined.contains(other.type()))
                        .map(reading::extracted)
                        .toList();
                verdict.add(stages.tieOut().findings(reading.extracted(verdict.row()), beside));
            }
        });
    }

    /** Copies stand for their original; files with the bytes of another stand for its documents, of whatever run. */
    private Return arrivedTogether(String run, List<Verdict> verdicts) {
        Map<String, DocumentRow> rows = new HashMap<>();
        verdicts.forEach(verdict -> rows.put(verdict.row().id(), verdict.row()));
        Map<String, DocumentRow> originals = new HashMap<>();
        Return arrivedTogether = new Return();
        for (Verdict verdict : verdicts) {
            DocumentRow original = verdict.copyOf()
                    .filter(copied -> copied.run().equals(run))
                    .map(copied -> Objects.requireNonNull(rows.get(copied.document())))
                    .orElse(verdict.row());
            originals.put(verdict.row().id(), original);
            arrivedTogether.add(original, verdict.row().path());
        }
        for (FileRow file : files.of(run)) {
            file.original().stream()
                    .flatMap(same -> documents.of(same.run(), same.path()).stream())
                    .filter(row -> row.extractedKey().isPresent())
                    .forEach(row -> arrivedTogether.add(originals.getOrDefault(row.id(), row), file.path()));
        }
        return arrivedTogether;
    }

    /** What becomes of a document. */
    private record Settlement(
            Verdict verdict, DocumentState state, Optional<String> cause, Optional<DerivationKey> tied) {}

    /** In the order of the verdicts; artifacts are read and written by several threads. */
    private List<Settlement> settlements(List<Verdict> verdicts, RunDocuments reading) {
        return verdicts.parallelStream()
                .map(verdict -> {
                    DocumentState state = verdict.state();
                    return new Settlement(verdict, state, cause(verdict, state, reading), kept(verdict));
                })
                .toList();
    }

    private Optional<DerivationKey> kept(Verdict verdict) {
        return verdict.tied().map(tied -> {
            DerivationKey key =
                    DerivationKey.of(Stage.TIE_OUT, "1", verdict.row().id(), tied.toString());
            if (artifacts.find(Stage.TIE_OUT, key, Tied.class).isEmpty()) {
                artifacts.put(Stage.TIE_OUT, key, tied);
            }
            return key;
        });
    }

    private void settle(Settlement settlement) {
        DocumentRow row = settlement.verdict().row();
        documents.settle(
                row.run(),
                row.id(),
                settlement.state(),
                settlement.cause().orElse(null),
                settlement.verdict().copyOf().orElse(null),
                settlement.tied().map(DerivationKey::value).orElse(null));
        if (settlement.state() == DocumentState.POSTED) {
            postings.post(
                    new Posting(
                            posted(row), row.run(), row.id(), row.valuesDigest().orElse("")),
                    clock.instant());
        }
    }

    private static Optional<String> cause(Verdict verdict, DocumentState state, RunDocuments reading) {
        if (state == DocumentState.DUPLICATE) {
            return verdict.duplicateCause();
        }
        if (state == DocumentState.POSTED) {
            return Optional.empty();
        }
        Reconciliation own = reading.reconciliation(verdict.row());
        return Optional.of(Stream.concat(own.findings().stream(), verdict.findings().stream())
                .filter(finding -> Disposition.of(List.of(finding)) != Disposition.POST)
                .map(finding -> finding.rule() + ": " + finding.says().replaceAll("\\s+", " "))
                .distinct()
                .collect(Collectors.joining("\n")));
    }

    private void settle(FileRow file, List<DocumentState> states) {
        List<String> causes = new ArrayList<>();
        FileState state = FileState.DUPLICATE;
        if (states.contains(DocumentState.PARKED)) {
            state = FileState.PARKED;
            causes.add(counted(states, DocumentState.PARKED, "failed"));
        } else if (states.contains(DocumentState.WAITING)) {
            state = FileState.WAITING;
        } else if (states.contains(DocumentState.REVIEW) || file.pageRemarks().isPresent()) {
            state = FileState.REVIEW;
        } else if (states.contains(DocumentState.REJECTED)) {
            state = FileState.REJECTED;
        } else if (states.contains(DocumentState.POSTED)) {
            state = FileState.POSTED;
        }
        if (states.contains(DocumentState.WAITING)) {
            causes.add(counted(states, DocumentState.WAITING, "waiting for a model"));
        }
        if (states.contains(DocumentState.REVIEW)) {
            causes.add(counted(states, DocumentState.REVIEW, "in review"));
        }
        if (states.contains(DocumentState.REJECTED)) {
            causes.add(counted(states, DocumentState.REJECTED, "rejected"));
        }
        if (state == FileState.DUPLICATE) {
            causes.add("all of its documents are copies of others");
        }
        file.pageRemarks().ifPresent(causes::add);
        files.settle(file.run(), file.path(), state, causes.isEmpty() ? null : String.join("; ", causes));
    }

    private static String counted(Collection<DocumentState> states, DocumentState state, String what) {
        long count = states.stream().filter(given -> given == state).count();
        return "%d document%s %s".formatted(count, count == 1 ? "" : "s", what);
    }

    private static List<DocumentState> states(Map<String, List<DocumentState>> byFile, DocumentRow row) {
        return byFile.computeIfAbsent(row.path(), path -> new ArrayList<>());
    }
}
