package dev.tabellio.jobs.export;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ProcessingFailure.StopTheRun;
import dev.tabellio.jobs.balance.Balance;
import dev.tabellio.jobs.store.ArtifactStore;
import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.DocumentState;
import dev.tabellio.jobs.store.DocumentStore;
import dev.tabellio.jobs.store.FileStore;
import dev.tabellio.jobs.store.RunRow;
import dev.tabellio.jobs.store.Stage;
import dev.tabellio.jobs.tieout.Tied;
import dev.tabellio.reconciliation.Disposition;
import dev.tabellio.reconciliation.Finding;
import dev.tabellio.reconciliation.Reconciliation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Exports a run through every exporter, then lists all files and documents and writes the manifest. */
public final class ExportStep {

    /** Documents that are in memory at a time. */
    private static final int AT_A_TIME = 64;

    private final List<Exporter> exporters;
    private final DocumentTypes types;
    private final ArtifactStore artifacts;
    private final FileStore files;
    private final DocumentStore documents;
    private final Balance balance;

    public ExportStep(
            List<Exporter> exporters,
            DocumentTypes types,
            ArtifactStore artifacts,
            FileStore files,
            DocumentStore documents,
            Balance balance) {
        this.exporters = List.copyOf(exporters);
        this.types = types;
        this.artifacts = artifacts;
        this.files = files;
        this.documents = documents;
        this.balance = balance;
    }

    /**
     * Exports a tied-out run into a folder.
     *
     * @throws StopTheRun if the folder cannot be written
     */
    public void export(RunRow run, Path folder) {
        try {
            ExportFolder out = ExportFolder.open(folder, Manifest.NAME);
            List<DocumentRow> rows = documents.of(run.id());
            List<Exporter.Writing> open = new ArrayList<>();
            try {
                for (Exporter exporter : exporters) {
                    open.add(exporter.start(run, types, out));
                }
                for (int from = 0; from < rows.size(); from += AT_A_TIME) {
                    List<ExportedDocument> documents =
                            documents(rows.subList(from, Math.min(rows.size(), from + AT_A_TIME)));
                    for (Exporter.Writing writing : open) {
                        writing.write(documents);
                    }
                }
            } catch (IOException | RuntimeException e) {
                out.abandon();
                throw e;
            } finally {
                for (Exporter.Writing writing : open) {
                    writing.close();
                }
            }
            Listings.files(files.of(run.id()), out);
            Listings.documents(rows, out);
            Manifest.write(run, balance.totals(run.id()), rows, out);
        } catch (IOException e) {
            throw new StopTheRun("cannot write the export into %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** Those of some rows that are exported, in the order of the rows; their artifacts are read by several threads. */
    private List<ExportedDocument> documents(List<DocumentRow> rows) {
        return rows.parallelStream()
                .flatMap(row -> exported(row.state()).map(disposition -> document(row, disposition)).stream())
                .toList();
    }

    private ExportedDocument document(DocumentRow row, Disposition disposition) {
        DocumentType type = types.get(row.type());
        ExtractedDocument extracted =
                artifacts.get(Stage.SYNTHESIZE, row.extractedKey().orElseThrow(), ExtractedDocument.class);
        List<Finding> findings = new ArrayList<>(artifacts
                .get(Stage.RECONCILE, row.reconciledKey().orElseThrow(), Reconciliation.class)
                .findings());
        Tied tied = row.tiedKey()
                .map(key -> artifacts.get(Stage.TIE_OUT, key, Tied.class))
                .orElse(new Tied(List.of(), List.of()));
        findings.addAll(tied.findings());
        return new ExportedDocument(
                row,
                type,
                extracted,
                disposition,
                tied.copies(),
                findings,
                FilledSchema.fill(extracted, type.schema()));
    }

    private static Optional<Disposition> exported(DocumentState state) {
        return switch (state) {
            case POSTED -> Optional.of(Disposition.POST);
            case REVIEW -> Optional.of(Disposition.REVIEW);
            case REJECTED -> Optional.of(Disposition.REJECT);
            case RECONCILED, PARKED, WAITING, DUPLICATE -> Optional.empty();
        };
    }
}
