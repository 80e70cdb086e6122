package dev.tabellio.extraction.parse;

import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.SourceFile;
import java.nio.file.Path;

/** Reads a file: text layer, form fields, pixels where needed. Safe for all threads. */
public interface DocumentParser extends AutoCloseable {

    /**
     * Parses one file. A page that fails is delivered as {@link dev.tabellio.document.PageReading#FAILED}.
     *
     * @param path where the bytes of {@code file} are; never changed
     * @throws dev.tabellio.document.ProcessingFailure.Refusal if nothing of the file can be read
     */
    ParsedFile parse(SourceFile file, Path path);

    /** Version of the stage, its engines and the configuration that matters to its result. */
    String version();

    @Override
    void close();
}
