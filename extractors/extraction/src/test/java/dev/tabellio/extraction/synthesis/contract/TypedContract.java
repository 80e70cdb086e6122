package dev.tabellio.extraction.synthesis.contract;

import dev.tabellio.document.Document;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.TypedDocument;

/** A contract as if written on a typewriter. */
record TypedContract(ParsedFile file, Document document) {

    static TypedContract of(String text) {
        TypedDocument typed = TypedDocument.of(text);
        return new TypedContract(typed.file(), typed.document());
    }

    ContractText text() {
        return ContractText.of(file, document);
    }
}
