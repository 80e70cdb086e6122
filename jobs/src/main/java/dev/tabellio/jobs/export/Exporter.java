package dev.tabellio.jobs.export;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.jobs.store.RunRow;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes runs in the format of one accounting system. Safe for all threads. */
public interface Exporter {

    /**
     * Starts the export of a run.
     *
     * @param types the document types that are known
     * @param folder makes the files; names are relative and stable
     * @throws IOException if a file cannot be written; the run stops and can be restarted
     */
    Writing start(RunRow run, DocumentTypes types, ExportFolder folder) throws IOException;

    /**
     * One export at work, in one thread.
     *
     * <p>The same run gives the same bytes: no times, no random names, no platform's line ends. It sees a few
     * documents at a time and must not keep them all: a run may have millions.
     */
    interface Writing extends Closeable {

        /** Writes the next documents: posted, in review or rejected, by file and place. */
        void write(List<ExportedDocument> documents) throws IOException;

        /** Completes the files; called once, also after a failure. */
        @Override
        void close() throws IOException;
    }
}
