package dev.tabellio.extraction.synthesis.invoice;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.Attachment;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.synthesis.CitationVerifier;
import dev.tabellio.extraction.synthesis.FieldReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Reads an electronic invoice from its XML and holds each value against the page. Safe for all threads. */
public final class InvoiceFieldReader implements FieldReader {

    private static final String VERSION = "invoice-3";

    @Override
    public boolean reads(DocumentType type) {
        return type.family().equals("e-invoice");
    }

    @Override
    public void check(DocumentType type) {
        InvoicePaths.of(type);
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public ExtractedDocument read(ParsedFile file, Document document, DocumentType type) {
        Map<String, InvoiceXml> invoices = new LinkedHashMap<>();
        String cause = "there is no embedded XML";
        for (Attachment attachment : file.attachments()) {
            try {
                InvoiceXml parsed = InvoiceXml.parse(attachment.text());
                if (InvoiceReading.isInvoice(parsed)) {
                    invoices.putIfAbsent(attachment.name(), parsed);
                }
            } catch (IllegalArgumentException e) {
                cause = attachment.name() + ": " + e.getMessage();
            }
        }
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        Map<String, String> leaves = leaves("", type.schema());
        if (invoices.isEmpty()) {
            String reason = cause;
            leaves.keySet().forEach(pointer -> fields.put(pointer, new ExtractedField.Uncited("", reason, List.of())));
            return new ExtractedDocument(document, fields);
        }
        InvoicePaths paths = InvoicePaths.of(type);
        PrintedValues printed = new PrintedValues(file, document);
        Map<String, Map<String, ExtractedField>> readings = new LinkedHashMap<>();
        invoices.forEach((name, xml) ->
                readings.put(name, new InvoiceReading(name, xml, paths, printed).fields(leaves, type.schema())));
        String first = invoices.keySet().iterator().next();
        CitationVerifier verifier = new CitationVerifier(file);
        Objects.requireNonNull(readings.get(first))
                .forEach((pointer, field) ->
                        fields.put(pointer, verifier.verified(agreed(pointer, field, first, readings))));
        return new ExtractedDocument(document, fields);
    }

    /** The field of the first invoice, if no other in the file states another value. */
    private static ExtractedField agreed(
            String pointer, ExtractedField field, String first, Map<String, Map<String, ExtractedField>> readings) {
        for (Map.Entry<String, Map<String, ExtractedField>> other : readings.entrySet()) {
            if (field instanceof ExtractedField.Cited cited
                    && other.getValue().get(pointer) instanceof ExtractedField.Cited otherwise
                    && !otherwise.value().equals(cited.value())) {
                return new ExtractedField.Uncited(
                        cited.value().asText(),
                        "%s states it, and %s states %s"
                                .formatted(
                                        first, other.getKey(), otherwise.value().asText()),
                        cited.citations());
            }
        }
        return field;
    }

    /** Kinds of the leaves outside of rows, by pointer, in the schema's order. */
    private static Map<String, String> leaves(String at, JsonNode schema) {
        Map<String, String> leaves = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String pointer = at + "/" + property.getKey();
            if (property.getValue().has("properties")) {
                leaves.putAll(leaves(pointer, property.getValue()));
            } else if (!property.getValue().has("items")) {
                leaves.put(pointer, property.getValue().path("x-tabellio-kind").asString("text"));
            }
        }
        return leaves;
    }
}
