package dev.tabellio.extraction.corroboration;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.MediaType;
import dev.tabellio.document.ParsedFile;
import java.nio.file.Path;

/** Reads the values of a document that were recognised from pixels a second time. Safe for all threads. */
public interface SecondReader {

    /**
     * Reads where the document's values are cited.
     *
     * @param file as it was parsed
     * @param path where the file's bytes are
     * @return the same document; every value that was recognised has a {@link
     *     dev.tabellio.document.Corroboration.By#SECOND_READING} more
     * @throws dev.tabellio.document.ProcessingFailure.PermanentFailure if the pictures cannot be had again
     */
    ExtractedDocument read(ExtractedDocument document, ParsedFile file, MediaType mediaType, Path path);

    /** Version of the reader and all it works with, part of every result's derivation key. */
    String version();
}
