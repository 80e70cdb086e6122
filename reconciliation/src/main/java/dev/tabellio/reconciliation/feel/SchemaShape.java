package dev.tabellio.reconciliation.feel;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads shapes out of a JSON Schema. */
final class SchemaShape {

    private static final int DEEPEST = 12;

    private final JsonNode schema;

    SchemaShape(JsonNode schema) {
        this.schema = schema;
    }

    Shape.Group root() {
        return group(schema, 0);
    }

    private Shape.Group group(JsonNode node, int depth) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        node.path("properties")
                .properties()
                .forEach(entry -> fields.put(entry.getKey(), shape(entry.getValue(), depth + 1)));
        return new Shape.Group(fields);
    }

    private Shape shape(JsonNode declared, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(
                    "schema.json is nested deeper than %d or in a circle".formatted(DEEPEST));
        }
        JsonNode node = followed(declared);
        if (node.has("properties")) {
            return group(node, depth);
        }
        if (node.has("items")) {
            return new Shape.Rows(shape(node.path("items"), depth + 1));
        }
        String kind = declared.path("x-tabellio-kind")
                .asString(node.path("x-tabellio-kind").asString(""));
        if (!kind.isEmpty()) {
            try {
                return Shape.Leaf.valueOf(kind.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("schema.json: no such x-tabellio-kind: " + kind, e);
            }
        }
        if ("boolean".equals(node.path("type").asString(""))) {
            return Shape.Leaf.FLAG;
        }
        return "date".equals(node.path("format").asString("")) ? Shape.Leaf.DATE : Shape.Leaf.TEXT;
    }

    private JsonNode followed(JsonNode declared) {
        JsonNode node = declared;
        for (int hops = 0; node.has("$ref"); hops++) {
            String reference = node.path("$ref").asString("");
            node = reference.startsWith("#/") ? schema.at(reference.substring(1)) : MissingNode.getInstance();
            if (node.isMissingNode() || hops > DEEPEST) {
                throw new IllegalArgumentException("schema.json: the reference %s leads nowhere".formatted(reference));
            }
        }
        return node;
    }
}
