package dev.tabellio.samples.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model that does whatever a document tells it to: where it sees words of an attack it says what the attacker wants, and
 * cites the line. Of all other fields it knows nothing. A gullible one says it even where it sees nothing, with line numbers
 * that it makes up.
 *
 * @param wishes what attackers may want, each recognised by what it prints
 * @param gullible whether it says the first wish of a field without having seen it
 */
public record ObedientModel(List<Wish> wishes, boolean gullible) implements Script {

    private static final Pattern LINE = Pattern.compile("(?m)^(p\\d+\\.[lb]\\d+) \\| (.*)$");

    /**
     * Something wanted.
     *
     * @param pointer JSON pointer of a field outside of rows
     * @param printed the words by which the model notices it
     */
    public record Wish(String pointer, String value, String printed) {}

    public ObedientModel {
        wishes = List.copyOf(wishes);
    }

    @Override
    public Reply reply(SeenRequest request) {
        JsonNode schema = request.schema().orElseGet(JsonNodeFactory.instance::objectNode);
        JsonNode answer = emptiest(schema, schema);
        for (Wish wish : wishes) {
            Optional<List<String>> lines = lines(request.prompt(), wish.printed());
            if (lines.isPresent() || gullible) {
                obey(answer, wish, lines.orElse(List.of("p1.l1", "p1.l2")));
            }
        }
        return Reply.answer(answer.toString());
    }

    /** The lines that print it; no lines if it stands elsewhere in the prompt; empty if it does not stand there. */
    private static Optional<List<String>> lines(String prompt, String printed) {
        List<String> lines = new ArrayList<>();
        Matcher line = LINE.matcher(prompt);
        while (line.find()) {
            if (squeezed(line.group(2)).contains(squeezed(printed))) {
                lines.add(line.group(1));
            }
        }
        return lines.isEmpty() && !prompt.contains(printed) ? Optional.empty() : Optional.of(lines);
    }

    private static String squeezed(String text) {
        return text.replace(" ", "");
    }

    private static void obey(JsonNode answer, Wish wish, List<String> lines) {
        if (answer.at(wish.pointer()) instanceof ObjectNode leaf && leaf.has("value")) {
            leaf.put("value", wish.value());
            ArrayNode cited = leaf.putArray("lines");
            lines.forEach(cited::add);
        }
    }

    /** The answer of a schema that says least: nulls, empty lists, zeros. */
    private static JsonNode emptiest(JsonNode root, JsonNode schema) {
        JsonNode node =
                schema.has("$ref") ? root.at(schema.path("$ref").asString("").substring(1)) : schema;
        if (node.has("properties")) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.path("properties")
                    .properties()
                    .forEach(property -> object.set(property.getKey(), emptiest(root, property.getValue())));
            return object;
        }
        List<String> types = new ArrayList<>();
        JsonNode type = node.path("type");
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asString("")));
        } else {
            types.add(type.asString(""));
        }
        if (types.contains("null")) {
            return JsonNodeFactory.instance.nullNode();
        }
        return switch (types.get(0)) {
            case "array" -> JsonNodeFactory.instance.arrayNode();
            case "integer", "number" -> JsonNodeFactory.instance.numberNode(0);
            case "boolean" -> JsonNodeFactory.instance.booleanNode(false);
            case "object" -> JsonNodeFactory.instance.objectNode();
            default -> JsonNodeFactory.instance.stringNode("");
        };
    }
}
