package dev.tabellio.extraction.synthesis.invoice;

import dev.tabellio.doctype.DocumentType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Where in the XML the fields of a type stand: {@code anchors.yaml}.
 *
 * @param fields by pointer, paths from the root of which the first that leads to a text is taken
 * @param rows by pointer of the array, where its rows stand and the paths of each column from there
 * @param words by pointer and code, the words that people print for it
 * @param labels by pointer, the words beside which people print the value
 * @param shapes by pointer, what every such identifier looks like
 * @param zeroIsNone totals that are as good as left out where they are zero
 */
record InvoicePaths(
        Map<String, List<String>> fields,
        Map<String, Rows> rows,
        Map<String, Map<String, List<String>>> words,
        Map<String, List<String>> labels,
        Map<String, Pattern> shapes,
        Set<String> zeroIsNone) {

    /** The rows of an array. @param at paths of the rows; all of the first path that leads to any */
    record Rows(List<String> at, Map<String, List<String>> columns) {

        Rows {
            at = List.copyOf(at);
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }
    }

    private static final YAMLMapper YAML = new YAMLMapper();

    InvoicePaths {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
        zeroIsNone = Set.copyOf(zeroIsNone);
    }

    /** @throws IllegalArgumentException naming type, file and cause if the file is missing or wrong */
    static InvoicePaths of(DocumentType type) {
        String text = type.file("anchors.yaml")
                .orElseThrow(() ->
                        new IllegalArgumentException("document type %s: anchors.yaml is missing".formatted(type.id())));
        try {
            JsonNode root = YAML.readTree(text);
            Map<String, Rows> rows = new LinkedHashMap<>();
            root.path("rows")
                    .properties()
                    .forEach(entry -> rows.put(
                            entry.getKey(),
                            new Rows(
                                    texts(entry.getValue().path("at")),
                                    paths(entry.getValue().path("columns")))));
            Map<String, Map<String, List<String>>> words = new LinkedHashMap<>();
            root.path("words").properties().forEach(entry -> words.put(entry.getKey(), paths(entry.getValue())));
            Map<String, Pattern> shapes = new LinkedHashMap<>();
            root.path("shapes")
                    .properties()
                    .forEach(entry -> shapes.put(
                            entry.getKey(), Pattern.compile(entry.getValue().asString())));
            return new InvoicePaths(
                    paths(root.path("fields")),
                    rows,
                    words,
                    paths(root.path("labels")),
                    shapes,
                    Set.copyOf(texts(root.path("zero-is-none"))));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "document type %s: anchors.yaml: %s".formatted(type.id(), e.getOriginalMessage()), e);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "document type %s: anchors.yaml: shapes: %s".formatted(type.id(), e.getMessage()), e);
        }
    }

    private static Map<String, List<String>> paths(JsonNode node) {
        Map<String, List<String>> paths = new LinkedHashMap<>();
        node.properties().forEach(entry -> paths.put(entry.getKey(), texts(entry.getValue())));
        return paths;
    }

    private static List<String> texts(JsonNode node) {
        return node.valueStream().map(JsonNode::asString).toList();
    }
}
