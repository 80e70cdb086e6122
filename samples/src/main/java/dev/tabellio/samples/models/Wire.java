package dev.tabellio.samples.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes one protocol. */
interface Wire {

    /** The usual rule of thumb, characters of English to a token: enough to have a number that grows with the text. */
    int CHARACTERS_PER_TOKEN = 4;

    /** Letters of a piece of a stream. */
    int PIECE = 7;

    /** Whether a request to this path is of this protocol. */
    boolean takes(String path);

    String model(String path, JsonNode body);

    String instructions(JsonNode body);

    List<SeenRequest.Turn> turns(JsonNode body);

    Optional<JsonNode> schema(JsonNode body);

    ObjectNode answer(Reply.Answer answer, SeenRequest request);

    /** Whether the answer is to be sent as it is written. */
    default boolean streams(String path, JsonNode body) {
        return body.path("stream").asBoolean(false);
    }

    /** An answer in pieces: the data of each event, in order. */
    List<String> events(Reply.Answer answer, SeenRequest request);

    /**
     * An answer with vectors.
     *
     * @throws IllegalArgumentException if the protocol has no embeddings
     */
    default ObjectNode vectors(Reply.Vectors vectors, SeenRequest request) {
        throw new IllegalArgumentException("no embeddings at " + request.path());
    }

    ObjectNode error(int status, String message);

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static long tokens(String text) {
        return (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }

    static long promptTokens(SeenRequest request) {
        return tokens(request.prompt())
                + request.schema().map(schema -> tokens(schema.toString())).orElse(0L);
    }

    /** The text of a content that is a string, or a list of parts with texts. */
    static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.asString("");
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            text.append(text.isEmpty() ? "" : "\n").append(part.path("text").asString(""));
        }
        return text.toString();
    }

    /** A text in pieces of a few letters, at least one. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from == 0 || from < text.length(); from += PIECE) {
            pieces.add(text.substring(from, Math.min(text.length(), from + PIECE)));
        }
        return pieces;
    }

    /** Whether the model is to answer by calling a function. */
    static boolean calls(SeenRequest request) {
        return !request.body().path("tools").isEmpty();
    }

    static ArrayNode array(float[] vector) {
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        for (float number : vector) {
            numbers.add(number);
        }
        return numbers;
    }

    static Optional<JsonNode> present(JsonNode node) {
        return node.isObject() ? Optional.of(node) : Optional.empty();
    }
}
