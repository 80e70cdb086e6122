package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.doctype.DocumentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Fields of a type, in the order of its schema. */
record FieldSet(List<AskedField> fields) {

    private static final Pattern INDEX = Pattern.compile("/\\d+(?=/|$)");
    private static final int DEEPEST = 16;

    FieldSet {
        fields = List.copyOf(fields);
    }

    /** @throws IllegalArgumentException naming type, field and cause if a leaf is of no known kind */
    static FieldSet of(DocumentType type) {
        List<AskedField> fields = new ArrayList<>();
        collect(type, "", type.schema(), 0, fields);
        return new FieldSet(fields);
    }

    /** A pointer with {@code *} for the index of each row. */
    static String pattern(String pointer) {
        return INDEX.matcher(pointer).replaceAll("/*");
    }

    /** Those with these patterns. */
    FieldSet only(Set<String> patterns) {
        return new FieldSet(fields.stream()
                .filter(field -> patterns.contains(field.pattern()))
                .toList());
    }

    /** Those that a model is asked for. */
    FieldSet asked() {
        return new FieldSet(fields.stream().filter(AskedField::asked).toList());
    }

    Optional<AskedField> find(String pointer) {
        String pattern = pattern(pointer);
        return fields.stream().filter(field -> field.pattern().equals(pattern)).findFirst();
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    List<String> patterns() {
        return fields.stream().map(AskedField::pattern).toList();
    }

    /** Follows a reference inside of the type's schema. */
    static JsonNode resolved(JsonNode root, JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : node;
    }

    private static void collect(
            DocumentType type, String pointer, JsonNode declared, int depth, List<AskedField> fields) {
        JsonNode node = resolved(type.schema(), declared);
        if (depth > DEEPEST) {
            return;
        }
        if (node.has("properties")) {
            for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
                collect(type, pointer + "/" + property.getKey(), property.getValue(), depth + 1, fields);
            }
        } else if (node.has("items")) {
            collect(type, pointer + "/*", node.path("items"), depth + 1, fields);
        } else if (!pointer.isEmpty()) {
            fields.add(new AskedField(
                    pointer,
                    kind(type, pointer, node),
                    node.path("x-tabellio-clause").asBoolean(false),
                    node));
        }
    }

    private static AskedField.Kind kind(DocumentType type, String pointer, JsonNode node) {
        String kind = node.path("x-tabellio-kind").asString("");
        try {
            return AskedField.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "document type %s: schema.json: %s: x-tabellio-kind is '%s'; known: text, amount, date, identifier, flag"
                            .formatted(type.id(), pointer, kind),
                    e);
        }
    }
}
