package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.doctype.DocumentType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schema of an answer, derived from the schema of a type: the same names, each leaf as {@code {lines, value}}, each
 * clause as {@code {first, last}}, each table as {@code {count, rows}}.
 *
 * <p>It keeps to what every provider's strict mode takes: all properties required, "not in the document" as null, nothing
 * additional, no patterns or lengths; those are checked in code. Leaves share one definition each, which also keeps it
 * short. Lines come before the value: a model that has to point first, points and then copies.
 */
final class AnswerSchema {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode root;
    private final Set<String> wanted;
    private final Set<String> used = new TreeSet<>();

    private AnswerSchema(JsonNode root, Set<String> wanted) {
        this.root = root;
        this.wanted = wanted;
    }

    /** The schema for some fields of a type. */
    static JsonNode of(DocumentType type, FieldSet fields) {
        AnswerSchema schema = new AnswerSchema(type.schema(), Set.copyOf(fields.patterns()));
        Map<String, Object> answer = schema.object("", type.schema());
        if (!schema.used.isEmpty()) {
            Map<String, Object> definitions = new LinkedHashMap<>();
            schema.used.forEach(name -> definitions.put(name, definition(name)));
            answer.put("$defs", definitions);
        }
        return JSON.valueToTree(answer);
    }

    private Map<String, Object> object(String at, JsonNode node) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
            String pointer = at + "/" + property.getKey();
            if (wanted.stream().anyMatch(pattern -> pattern.equals(pointer) || pattern.startsWith(pointer + "/"))) {
                properties.put(property.getKey(), value(pointer, property.getValue()));
            }
        }
        return closed(properties);
    }

    private Object value(String pointer, JsonNode declared) {
        JsonNode node = FieldSet.resolved(root, declared);
        if (node.has("properties")) {
            return object(pointer, node);
        }
        if (node.has("items")) {
            Map<String, Object> rows = new LinkedHashMap<>();
            rows.put("count", Map.of("type", "integer"));
            rows.put("rows", array(value(pointer + "/*", node.path("items"))));
            return closed(rows);
        }
        if (node.path("x-tabellio-clause").asBoolean(false)) {
            return reference("clause");
        }
        if (node.path("type").asString("").equals("boolean")) {
            return reference("flag");
        }
        if (node.has("enum")) {
            List<Object> choices = new ArrayList<>();
            node.path("enum").forEach(choice -> choices.add(choice.asString("")));
            choices.add(null);
            Map<String, Object> choice = new LinkedHashMap<>();
            choice.put("type", List.of("string", "null"));
            choice.put("enum", choices);
            return leaf(choice);
        }
        return reference("value");
    }

    private Map<String, Object> reference(String name) {
        used.add(name);
        return Map.of("$ref", "#/$defs/" + name);
    }

    private static Map<String, Object> definition(String name) {
        if (name.equals("clause")) {
            Map<String, Object> range = new LinkedHashMap<>();
            range.put("first", nullable("string"));
            range.put("last", nullable("string"));
            return closed(range);
        }
        return leaf(nullable(name.equals("flag") ? "boolean" : "string"));
    }

    private static Map<String, Object> leaf(Map<String, Object> value) {
        Map<String, Object> leaf = new LinkedHashMap<>();
        leaf.put("lines", array(Map.of("type", "string")));
        leaf.put("value", value);
        return closed(leaf);
    }

    private static Map<String, Object> nullable(String type) {
        return Map.of("type", List.of(type, "null"));
    }

    private static Map<String, Object> array(Object items) {
        Map<String, Object> array = new LinkedHashMap<>();
        array.put("type", "array");
        array.put("items", items);
        return array;
    }

    private static Map<String, Object> closed(Map<String, Object> properties) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", List.copyOf(properties.keySet()));
        object.put("additionalProperties", false);
        return object;
    }
}
