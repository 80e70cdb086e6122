package dev.tabellio.jobs.doctypes;

import dev.tabellio.doctype.DocumentType;

/** What one stage demands of the part of a document type that it reads. */
@FunctionalInterface
public interface StageCheck {

    /**
     * Checks one type.
     *
     * @throws IllegalArgumentException if the stage cannot work with the type: a line for each mistake, {@code document type
     *     ID: FILE: line N: cause}, file and line as far as they are known
     */
    void check(DocumentType type);
}
