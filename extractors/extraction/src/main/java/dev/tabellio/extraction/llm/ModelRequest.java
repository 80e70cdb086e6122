package dev.tabellio.extraction.llm;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One question to a model. The parts stand in the order in which they are sent, what changes least first, so that a
 * provider's prompt cache can reuse the beginning.
 *
 * @param instructions role, output contract, fields and examples; the same for all documents of a type and field group
 * @param turns at least one; the first is the document, later ones are answers and what was wrong with them
 * @param schemaName letters, digits, '-' and '_'; part of what providers want with a schema
 * @param schema JSON Schema that the answer has to have
 * @param maxOutputTokens at most so many tokens of answer, over 0
 */
public record ModelRequest(
        String instructions, List<Turn> turns, String schemaName, JsonNode schema, int maxOutputTokens) {

    /** Who says something. */
    public enum Role {
        USER,
        MODEL
    }

    /**
     * Something said.
     *
     * @param pictures shown before the text; only for models that take them in
     */
    public record Turn(Role role, String text, List<Picture> pictures) {

        public Turn {
            pictures = List.copyOf(pictures);
        }

        /** Words alone. */
        public Turn(Role role, String text) {
            this(role, text, List.of());
        }
    }

    /**
     * A picture.
     *
     * @param mediaType {@code image/png} or {@code image/jpeg}
     * @param base64 its bytes
     */
    public record Picture(String mediaType, String base64) {}

    /** @throws IllegalArgumentException if there is no question, or no room for an answer */
    public ModelRequest {
        turns = List.copyOf(turns);
        if (turns.isEmpty() || turns.get(turns.size() - 1).role() != Role.USER) {
            throw new IllegalArgumentException("a request ends with a turn of the user");
        }
        if (maxOutputTokens < 1) {
            throw new IllegalArgumentException("no room for an answer: " + maxOutputTokens + " tokens");
        }
    }
}
