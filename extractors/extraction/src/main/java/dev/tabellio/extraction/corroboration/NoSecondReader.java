package dev.tabellio.extraction.corroboration;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.MediaType;
import dev.tabellio.document.ParsedFile;
import java.nio.file.Path;

/** For installations that recognise nothing: values stay as they were read. */
public final class NoSecondReader implements SecondReader {

    @Override
    public ExtractedDocument read(ExtractedDocument document, ParsedFile file, MediaType mediaType, Path path) {
        return document;
    }

    @Override
    public String version() {
        return "none";
    }
}
