package dev.tabellio.jobs.export;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.tieout.Tied;
import dev.tabellio.reconciliation.Disposition;
import dev.tabellio.reconciliation.Finding;
import java.util.List;
import java.util.Map;

/**
 * A document as exporters see it.
 *
 * @param type the current definition of its type
 * @param disposition after tie-out
 * @param copies other files that have it
 * @param findings of the document's own rules, then of tie-out
 * @param fields the type's schema, filled: nested maps and lists with strings and booleans as leaves
 */
public record ExportedDocument(
        DocumentRow row,
        DocumentType type,
        ExtractedDocument extracted,
        Disposition disposition,
        List<Tied.Copy> copies,
        List<Finding> findings,
        Map<String, Object> fields) {

    public ExportedDocument {
        copies = List.copyOf(copies);
        findings = List.copyOf(findings);
    }
}
