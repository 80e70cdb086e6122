package dev.tabellio.jobs.process;

import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.FileRow;
import java.util.List;
import java.util.Optional;

/** What became of a file. */
public sealed interface FileResult {

    FileRow file();

    /**
     * It went through the stages.
     *
     * @param pageRemarks what a person should know about pages that are in no document
     * @param documents in their order in the file, parked ones included
     * @param troubles of the documents that are parked
     */
    record Processed(
            FileRow file,
            int pages,
            Optional<String> pageRemarks,
            String parseKey,
            String classifyKey,
            List<DocumentRow> documents,
            List<Trouble> troubles)
            implements FileResult {

        public Processed {
            documents = List.copyOf(documents);
            troubles = List.copyOf(troubles);
        }
    }

    /** It is refused. @param cause a sentence for the person who sent it */
    record Quarantined(FileRow file, String cause) implements FileResult {}

    /** It cannot be processed. */
    record Parked(FileRow file, Trouble trouble) implements FileResult {}
}
