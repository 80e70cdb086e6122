package dev.tabellio.jobs.doctypes;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Finds the line of a value in a JSON or YAML text by its JSON pointer. */
final class LineIndex {

    private final Map<String, Integer> lines = new HashMap<>();

    /** @throws tools.jackson.core.JacksonException with its place if the text is not well-formed */
    LineIndex(String file, String text) {
        boolean yaml = file.endsWith(".yaml") || file.endsWith(".yml");
        try (JsonParser parser = yaml ? new YAMLMapper().createParser(text) : new JsonMapper().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    String pointer = parser.streamReadContext().pathAsPointer().toString();
                    lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
                }
            }
        }
    }

    /** Line of the value, or of the nearest value around it; at least 1. */
    int line(String pointer) {
        String at = pointer;
        while (!at.isEmpty() && !lines.containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return Math.max(1, lines.getOrDefault(at, 1));
    }
}
