package dev.tabellio.jobs.process;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.jobs.store.DerivationKey;
import dev.tabellio.jobs.store.DocumentRow.Asked;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.reconciliation.Reconciliation;
import java.util.Optional;

/** What is asked of language models about a document whose deterministic reading is there. Safe for all threads. */
public interface ModelQuestions {

    /**
     * What became of a document.
     *
     * @param key artifact of the document
     * @param waitsFor why no model could be asked: the deterministic reading stands
     * @param waits whether the document must not go on before one is
     * @param models by tier, that could be asked; empty if none was
     */
    record Outcome(
            ExtractedDocument document,
            DerivationKey key,
            Optional<String> waitsFor,
            boolean waits,
            Asked asked,
            Optional<String> models) {

        static Outcome notAsked(ExtractedDocument document, DerivationKey key) {
            return new Outcome(
                    document,
                    key,
                    Optional.empty(),
                    false,
                    Asked.nobody(document.fields().size()),
                    Optional.empty());
        }
    }

    /**
     * Reads what is missing or in doubt.
     *
     * @param key artifact of the deterministic reading
     * @param judged the deterministic reading by the rules
     */
    Outcome read(FileRow file, ParsedFile parsed, ExtractedDocument read, DerivationKey key, Reconciliation judged);
}
