package dev.tabellio.reconciliation;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Origin;
import dev.tabellio.document.PageArea;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small document types and documents for tests. */
final class TypeFolder {

    static final String SLIP_SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
             "properties": {
               "Name": {"type": "string", "x-tabellio-kind": "text"},
               "Number": {"type": "string", "x-tabellio-kind": "identifier"},
               "Year": {"type": "string", "x-tabellio-kind": "text"},
               "Wages": {"$ref": "#/$defs/amount"},
               "Tax": {"$ref": "#/$defs/amount"},
               "Bonus": {"$ref": "#/$defs/amount"},
               "Start": {"type": "string", "x-tabellio-kind": "date"},
               "End": {"type": "string", "x-tabellio-kind": "date"},
               "Married": {"type": "boolean", "x-tabellio-kind": "flag"},
               "Person": {"type": "object", "properties": {"Id": {"type": "string", "x-tabellio-kind": "identifier"}}},
               "States": {"type": "array", "items": {"type": "object", "properties": {
                  "State": {"type": "string", "x-tabellio-kind": "text"},
                  "Tax": {"$ref": "#/$defs/amount"},
                  "Wages": {"$ref": "#/$defs/amount"}}}}},
             "$defs": {"amount": {"type": "string", "x-tabellio-kind": "amount"}}}
            """;

    private TypeFolder() {}

    /** The shipped types and one called {@code slip} with these rules. */
    static DocumentTypes slip(Path folder, String rules) {
        write(folder, "slip", SLIP_SCHEMA, "[/Number]", rules);
        return DocumentTypes.withUserFolder(folder);
    }

    static void write(Path folder, String id, String schema, String required, String rules) {
        try {
            Path type = Files.createDirectories(folder.resolve(id));
            Files.writeString(type.resolve("doctype.yaml"), """
                    title: Slip
                    version: "1"
                    family: tax-form
                    identity:
                      key: [/Number, /Year]
                      optional: [/Year]
                    required: %s
                    """.formatted(required));
            Files.writeString(type.resolve("schema.json"), schema);
            Files.writeString(type.resolve("rules.yaml"), rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document whose fields are all cited: BigDecimal, LocalDate, Boolean or (as identifier) String by pointer. */
    static ExtractedDocument document(String type, String id, Map<String, Object> values) {
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        values.forEach((pointer, value) ->
                fields.put(pointer, value instanceof ExtractedField field ? field : cited(fieldValue(value), 1)));
        BoundingBox box = new BoundingBox(0, 0, 100, 100);
        return new ExtractedDocument(
                new Document(id, "0".repeat(64), type, "1", List.of(new PageArea(1, box)), List.of()), fields);
    }

    static ExtractedField cited(FieldValue value, double confidence) {
        return cited(value, confidence, Origin.TEXT_LAYER);
    }

    static ExtractedField cited(FieldValue value, double confidence, Origin origin) {
        Citation citation =
                new Citation(1, new BoundingBox(0, 0, 10, 10), value.asText(), origin, Citation.Status.VERIFIED);
        return new ExtractedField.Cited(value, List.of(citation), confidence, "test");
    }

    private static FieldValue fieldValue(Object value) {
        if (value instanceof BigDecimal amount) {
            return new FieldValue.Amount(amount, "USD");
        }
        if (value instanceof LocalDate date) {
            return new FieldValue.Date(date);
        }
        return value instanceof Boolean flag ? new FieldValue.Flag(flag) : new FieldValue.Identifier((String) value);
    }
}
