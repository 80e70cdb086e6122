package dev.tabellio.jobs.eval;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.PageUse;
import dev.tabellio.reconciliation.Disposition;
import java.nio.file.Path;
import java.util.List;

/** Reads one file with the stages of the pipeline, up to the disposition that each document would get by itself. */
@FunctionalInterface
public interface CaseReader {

    /**
     * Reads a file.
     *
     * @param file of an evaluation case
     * @throws dev.tabellio.document.ProcessingFailure if the file cannot be read; it counts as a file without documents
     */
    FileReading read(Path file);

    /** What came out of one file. */
    record FileReading(List<ReadDocument> documents, List<PageUse> pages) {
        public FileReading {
            documents = List.copyOf(documents);
            pages = List.copyOf(pages);
        }
    }

    /** A document with the disposition it got. */
    record ReadDocument(ExtractedDocument document, Disposition disposition) {}
}
