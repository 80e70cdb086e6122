package dev.tabellio.extraction.synthesis.model;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A leaf of a type's schema.
 *
 * @param pattern its pointer, with {@code *} for the index of a row
 * @param clause whether it is a stretch of the document's text, which is answered by its lines and never written out
 *     ({@code "x-tabellio-clause": true})
 * @param schema its declaration
 */
record AskedField(String pattern, Kind kind, boolean clause, JsonNode schema) {

    /** What a leaf holds: {@code x-tabellio-kind}. */
    enum Kind {
        TEXT,
        AMOUNT,
        DATE,
        IDENTIFIER,
        FLAG
    }

    String description() {
        return schema.path("description").asString("");
    }

    /** The pointer of the outermost table that it is a column of; empty if it is in none. */
    Optional<String> rows() {
        int star = pattern.indexOf("/*");
        return star < 0 ? Optional.empty() : Optional.of(pattern.substring(0, star));
    }

    /** Whether a model is asked for it; not for what code derives ({@code "x-tabellio-ask": false}). */
    boolean asked() {
        return schema.path("x-tabellio-ask").asBoolean(true);
    }

    /** What is asked for together or not at all: the columns of a table, the fields of one object. */
    String unit() {
        int star = pattern.lastIndexOf("/*");
        return star < 0 ? pattern.substring(0, Math.max(0, pattern.lastIndexOf('/'))) : pattern.substring(0, star);
    }

    boolean choice() {
        return schema.has("enum");
    }
}
