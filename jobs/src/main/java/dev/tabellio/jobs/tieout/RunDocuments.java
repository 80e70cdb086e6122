package dev.tabellio.jobs.tieout;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.jobs.store.ArtifactStore;
import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.Stage;
import dev.tabellio.reconciliation.Reconciliation;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the documents behind rows and keeps them while there is memory: tie-out looks at neighbours again and again. Safe for
 * all threads.
 */
final class RunDocuments {

    private final ArtifactStore artifacts;
    private final Map<String, SoftReference<ExtractedDocument>> read = new ConcurrentHashMap<>();

    RunDocuments(ArtifactStore artifacts) {
        this.artifacts = artifacts;
    }

    /** @throws dev.tabellio.document.ProcessingFailure.StopTheRun if its artifact is gone */
    ExtractedDocument extracted(DocumentRow row) {
        String key = row.extractedKey().orElseThrow();
        SoftReference<ExtractedDocument> kept = read.get(key);
        ExtractedDocument document = kept == null ? null : kept.get();
        if (document == null) {
            document = artifacts.get(Stage.SYNTHESIZE, key, ExtractedDocument.class);
            read.put(key, new SoftReference<>(document));
        }
        return document;
    }

    Reconciliation reconciliation(DocumentRow row) {
        return artifacts.get(Stage.RECONCILE, row.reconciledKey().orElseThrow(), Reconciliation.class);
    }
}
