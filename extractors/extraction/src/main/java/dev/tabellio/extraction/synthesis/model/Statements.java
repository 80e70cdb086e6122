package dev.tabellio.extraction.synthesis.model;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tabellio.doctype.DocumentType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer as statements about leaves.
 *
 * @param byPointer with the index of each row; nothing for what the answer leaves out
 * @param problems by pointer of a leaf or table, or by the empty pointer for the answer as a whole; sentences that can be
 *     sent back
 */
record Statements(Map<String, Statement> byPointer, Map<String, String> problems) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_PROBLEMS = 5;

    /**
     * Reads an answer.
     *
     * @param schema that it has to have
     */
    static Statements read(String answer, JsonNode schema, DocumentType type) {
        JsonNode read;
        try {
            read = JSON.readTree(bare(answer));
        } catch (JacksonException e) {
            return new Statements(
                    Map.of(), Map.of("", "The answer is not JSON: " + String.valueOf(e.getOriginalMessage())));
        }
        Schema checked = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString(), InputFormat.JSON);
        List<String> errors = new ArrayList<>();
        for (Error error : checked.validate(read.toString(), InputFormat.JSON)) {
            errors.add(error.getInstanceLocation() + ": " + error.getMessage());
        }
        if (!errors.isEmpty()) {
            return new Statements(
                    Map.of(),
                    Map.of(
                            "",
                            "The answer does not have the schema: "
                                    + String.join("; ", errors.subList(0, Math.min(MOST_PROBLEMS, errors.size())))));
        }
        Map<String, Statement> statements = new LinkedHashMap<>();
        Map<String, String> problems = new LinkedHashMap<>();
        collect("", read, type.schema(), type.schema(), statements, problems);
        return new Statements(statements, problems);
    }

    /** Models without a schema mode like to put JSON into a fence. */
    private static String bare(String answer) {
        String text = answer.strip();
        int first = text.indexOf('{');
        int last = text.lastIndexOf('}');
        return text.startsWith("```") && first >= 0 && last > first ? text.substring(first, last + 1) : text;
    }

    private static void collect(
            String pointer,
            JsonNode answer,
            JsonNode declared,
            JsonNode root,
            Map<String, Statement> statements,
            Map<String, String> problems) {
        JsonNode node = FieldSet.resolved(root, declared);
        if (node.has("properties")) {
            for (Map.Entry<String, JsonNode> property : answer.properties()) {
                collect(
                        pointer + "/" + property.getKey(),
                        property.getValue(),
                        node.path("properties").path(property.getKey()),
                        root,
                        statements,
                        problems);
            }
        } else if (node.has("items")) {
            JsonNode rows = answer.path("rows");
            int count = answer.path("count").asInt(0);
            if (count != rows.size()) {
                problems.put(
                        pointer, "%s: %d rows were counted, but %d are given".formatted(pointer, count, rows.size()));
            }
            for (int i = 0; i < rows.size(); i++) {
                collect(pointer + "/" + i, rows.get(i), node.path("items"), root, statements, problems);
            }
        } else {
            statements.put(pointer, statement(answer));
        }
    }

    private static Statement statement(JsonNode leaf) {
        if (leaf.has("first") || leaf.has("last")) {
            String first = leaf.path("first").asString("");
            String last = leaf.path("last").asString("");
            return first.isBlank() && last.isBlank()
                    ? new Statement.NotThere()
                    : new Statement.Range(first.isBlank() ? last : first, last.isBlank() ? first : last);
        }
        JsonNode value = leaf.path("value");
        if (value.isNull() || (value.isString() && value.asString().isBlank())) {
            return new Statement.NotThere();
        }
        return new Statement.Stated(
                value.asString().strip(),
                leaf.path("lines").valueStream().map(line -> line.asString("")).toList());
    }
}
