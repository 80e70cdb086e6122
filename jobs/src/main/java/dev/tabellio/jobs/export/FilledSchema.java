package dev.tabellio.jobs.export;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a document in the shape of its type's schema: cited values only. Amounts, dates, identifiers and texts
 * are strings, flags are booleans; absent is absent. Rows keep their places, so that the pointers of the evidence fit: a
 * row without a cited value before others is an empty object.
 */
final class FilledSchema {

    private FilledSchema() {}

    /** Fills a schema. @return nested maps and lists in the schema's order */
    static Map<String, Object> fill(ExtractedDocument document, JsonNode schema) {
        return object(document, "", schema);
    }

    private static Map<String, Object> object(ExtractedDocument document, String at, JsonNode schema) {
        Map<String, Object> filled = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String pointer = at + "/" + property.getKey().replace("~", "~0").replace("/", "~1");
            Object value = value(document, pointer, property.getValue());
            if (!isEmpty(value)) {
                filled.put(property.getKey(), value);
            }
        }
        return filled;
    }

    private static Object value(ExtractedDocument document, String pointer, JsonNode schema) {
        if (schema.has("properties")) {
            return object(document, pointer, schema);
        }
        if (schema.has("items")) {
            List<Object> rows = new ArrayList<>();
            for (int row = 0; hasRow(document, pointer + "/" + row); row++) {
                rows.add(value(document, pointer + "/" + row, schema.path("items")));
            }
            while (!rows.isEmpty() && isEmpty(rows.get(rows.size() - 1))) {
                rows.remove(rows.size() - 1);
            }
            return rows;
        }
        return document.fields().get(pointer) instanceof ExtractedField.Cited cited ? leaf(cited.value()) : List.of();
    }

    private static boolean hasRow(ExtractedDocument document, String row) {
        return document.fields().keySet().stream()
                .anyMatch(pointer -> pointer.equals(row) || pointer.startsWith(row + "/"));
    }

    private static Object leaf(FieldValue value) {
        return value instanceof FieldValue.Flag flag ? flag.value() : value.asText();
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Map<?, ?> map && map.isEmpty() || value instanceof List<?> list && list.isEmpty();
    }
}
