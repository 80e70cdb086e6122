package dev.tabellio.jobs.doctypes;

import dev.tabellio.doctype.DocumentType;

/** What one stage demands of the part of a document type that it reads. */
@FunctionalInterface
public interface StageCheck {

    /** @throws IllegalArgumentException naming file and cause if the stage cannot work with the type */
    void check(DocumentType type);
}
