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

    boolean choice() {
        return schema.has("enum");
    }
}
