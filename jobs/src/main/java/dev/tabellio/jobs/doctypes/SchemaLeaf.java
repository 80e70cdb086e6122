package dev.tabellio.jobs.doctypes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A field that a type's schema declares.
 *
 * @param pattern JSON pointer of the field with {@code *} for the index of a row
 * @param place JSON pointer of its declaration inside the schema
 * @param schema its declaration
 */
public record SchemaLeaf(String pattern, String place, JsonNode schema) {

    private static final int DEEPEST = 16;

    /** All fields of a schema in the order of their declaration; references inside of the schema are followed. */
    public static List<SchemaLeaf> of(JsonNode schema) {
        List<SchemaLeaf> leaves = new ArrayList<>();
        collect(schema, schema, "", "", 0, leaves);
        return leaves;
    }

    public String kind() {
        return schema.path("x-tabellio-kind").asString("");
    }

    public String description() {
        return schema.path("description").asString("");
    }

    /** Whether a pointer, with indices or {@code *} for rows, names this field. */
    boolean matches(String pointer) {
        String regex = pattern.replace("*", "(\\d+|\\*)");
        return pointer.matches(regex);
    }

    private static void collect(
            JsonNode root, JsonNode declared, String pattern, String place, int depth, List<SchemaLeaf> into) {
        if (depth > DEEPEST) {
            return;
        }
        Optional<String> reference = Optional.of(declared.path("$ref").asString(""))
                .filter(ref -> ref.startsWith("#/"))
                .map(ref -> ref.substring(1));
        JsonNode node = reference.map(root::at).orElse(declared);
        String at = reference.orElse(place);
        if (node.has("properties")) {
            for (Map.Entry<String, JsonNode> property : node.get("properties").properties()) {
                collect(
                        root,
                        property.getValue(),
                        pattern + "/" + property.getKey(),
                        at + "/properties/" + property.getKey(),
                        depth + 1,
                        into);
            }
        } else if (node.has("items")) {
            collect(root, node.get("items"), pattern + "/*", at + "/items", depth + 1, into);
        } else if (!pattern.isEmpty()) {
            into.add(new SchemaLeaf(pattern, at, node));
        }
    }
}
