package dev.tabellio.jobs.tieout;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.jobs.store.ArtifactStore;
import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.Stage;
import dev.tabellio.reconciliation.Reconciliation;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the documents behind rows, keeping the last ones: tie-out looks at neighbours again and again. */
final class RunDocuments {

    private static final int KEPT = 512;

    private final ArtifactStore artifacts;
    private final Map<String, ExtractedDocument> recent = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ExtractedDocument> eldest) {
            return size() > KEPT;
        }
    };

    RunDocuments(ArtifactStore artifacts) {
        this.artifacts = artifacts;
    }

    /** @throws dev.tabellio.document.ProcessingFailure.StopTheRun if its artifact is gone */
    ExtractedDocument extracted(DocumentRow row) {
        return recent.computeIfAbsent(
                row.extractedKey().orElseThrow(), key -> artifacts.get(Stage.SYNTHESIZE, key, ExtractedDocument.class));
    }

    Reconciliation reconciliation(DocumentRow row) {
        return artifacts.get(Stage.RECONCILE, row.reconciledKey().orElseThrow(), Reconciliation.class);
    }
}
