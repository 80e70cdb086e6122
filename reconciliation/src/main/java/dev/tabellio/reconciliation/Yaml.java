package dev.tabellio.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** A YAML file as a tree in which every node knows its place, so that messages can name it. */
sealed interface Yaml {

    /** Line in the file, from 1. */
    int line();

    /** Column in the file, from 1. */
    int column();

    /**
     * A text, number, flag or nothing.
     *
     * @param number whether it is written as a number, without quotes
     */
    record Scalar(String text, boolean number, int line, int column) implements Yaml {}

    record Sequence(List<Yaml> items, int line, int column) implements Yaml {}

    record Mapping(Map<String, Yaml> entries, int line, int column) implements Yaml {}

    /** Not the YAML that was expected. The message starts with the place. */
    final class YamlException extends Exception {
        YamlException(int line, int column, String says) {
            super("line %d, column %d: %s".formatted(line, column, says));
        }

        YamlException(Yaml at, String says) {
            this(at.line(), at.column(), says);
        }
    }

    /**
     * Reads a file.
     *
     * @throws YamlException if it is not YAML, or a key occurs twice
     */
    static Yaml read(String text) throws YamlException {
        try (JsonParser parser = new YAMLMapper().createParser(text)) {
            return parser.nextToken() == null ? new Mapping(Map.of(), 1, 1) : node(parser);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String says = e.getOriginalMessage().lines().findFirst().orElse("not YAML");
            throw new YamlException(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), says);
        }
    }

    private static Yaml node(JsonParser parser) throws YamlException {
        TokenStreamLocation at = parser.currentTokenLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Yaml> entries = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                TokenStreamLocation keyAt = parser.currentTokenLocation();
                parser.nextToken();
                if (entries.put(key, node(parser)) != null) {
                    throw new YamlException(
                            keyAt.getLineNr(), keyAt.getColumnNr(), "the key '%s' occurs twice".formatted(key));
                }
            }
            return new Mapping(entries, line, column);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Yaml> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(parser));
            }
            return new Sequence(items, line, column);
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new YamlException(line, column, "an alias (*name) is not understood here: write it out");
        }
        return new Scalar(parser.getString(), parser.currentToken().isNumeric(), line, column);
    }

    default Mapping mapping(String what) throws YamlException {
        if (this instanceof Mapping mapping) {
            return mapping;
        }
        throw new YamlException(this, "%s is written as 'key: value' lines".formatted(what));
    }

    /** The items of a list. */
    default List<Yaml> items(String what) throws YamlException {
        if (this instanceof Sequence sequence) {
            return sequence.items();
        }
        throw new YamlException(this, "%s is a list".formatted(what));
    }

    default String text(String what) throws YamlException {
        if (this instanceof Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text();
        }
        throw new YamlException(this, "%s is a text".formatted(what));
    }
}
