package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.doctype.DocumentType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The leaves of a type's schema.
 *
 * @param leaves kind by pointer in the schema's order; {@code *} stands for the index of a row
 */
record FormSchema(Map<String, Kind> leaves) {

    private static final Pattern ROW_NUMBER = Pattern.compile("/\\d+(?=/|$)");

    FormSchema {
        leaves = Collections.unmodifiableMap(new LinkedHashMap<>(leaves));
    }

    /** What a leaf holds: {@code x-tabellio-kind}. */
    enum Kind {
        TEXT,
        AMOUNT,
        DATE,
        IDENTIFIER,
        FLAG
    }

    /** A pointer with {@code *} in place of the numbers of rows: {@code /Sales/0/Proceeds} is {@code /Sales/*}{@code /Proceeds}. */
    static String pattern(String pointer) {
        return ROW_NUMBER.matcher(pointer).replaceAll("/*");
    }

    /** @throws IllegalArgumentException naming type, pointer and cause */
    static FormSchema of(DocumentType type) {
        Map<String, Kind> leaves = new LinkedHashMap<>();
        collect(type, "", type.schema(), leaves);
        return new FormSchema(leaves);
    }

    private static void collect(DocumentType type, String pointer, JsonNode node, Map<String, Kind> leaves) {
        if (node.has("properties")) {
            for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
                collect(type, pointer + "/" + property.getKey(), property.getValue(), leaves);
            }
        } else if (node.has("items")) {
            collect(type, pointer + "/*", node.path("items"), leaves);
        } else if (!pointer.isEmpty()) {
            String kind = node.path("x-tabellio-kind").asString("");
            try {
                leaves.put(pointer, Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "document type %s: schema.json: %s: x-tabellio-kind is '%s'; known: text, amount, date, identifier, flag"
                                .formatted(type.id(), pointer, kind),
                        e);
            }
        }
    }
}
