package dev.tabellio.extraction.synthesis;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ParsedFile;

/** Reads the fields of one document without a model. Safe for all threads. */
public interface FieldReader {

    /** The families of document types that it reads. @return whether {@code type} is one of them */
    boolean reads(DocumentType type);

    /**
     * Reads all fields that the type declares.
     *
     * @return every leaf as Cited, Uncited or Absent; citations already re-checked against the page
     */
    ExtractedDocument read(ParsedFile file, Document document, DocumentType type);

    /**
     * Checks the type's own reading instructions.
     *
     * @throws IllegalArgumentException naming type, file and cause if they are wrong
     */
    void check(DocumentType type);

    /** Version of the reader, part of every result's derivation key. */
    String version();
}
