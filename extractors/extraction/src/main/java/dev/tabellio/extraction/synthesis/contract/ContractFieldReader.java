package dev.tabellio.extraction.synthesis.contract;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.synthesis.CitationVerifier;
import dev.tabellio.extraction.synthesis.FieldReader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the fields of a contract that its type declares; see {@link ContractReading}. Safe for all threads. */
public final class ContractFieldReader implements FieldReader {

    private static final String VERSION = "contract-4";

    private final Map<String, ContractAnchors> anchorsByDigest = new ConcurrentHashMap<>();

    @Override
    public boolean reads(DocumentType type) {
        return type.family().equals("contract");
    }

    @Override
    public void check(DocumentType type) {
        ContractAnchors.of(type);
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public ExtractedDocument read(ParsedFile file, Document document, DocumentType type) {
        ContractAnchors anchors = anchorsByDigest.computeIfAbsent(type.digest(), digest -> ContractAnchors.of(type));
        Map<String, ExtractedField> fields = new ContractReading(file, document, type, anchors).fields();
        CitationVerifier verifier = new CitationVerifier(file);
        fields.replaceAll((pointer, field) -> verifier.verified(field));
        return new ExtractedDocument(document, fields);
    }
}
