package dev.tabellio.samples.models;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A request as it came over the wire.
 *
 * @param number from 1, in the order of arrival
 * @param headers by lower-case name, the first value of each
 * @param body as sent
 * @param model that was asked for
 * @param instructions the system prompt; empty if there is none
 * @param turns what user and model said, in order
 * @param schema that the answer has to have; empty if none was sent
 */
public record SeenRequest(
        int number,
        Protocol protocol,
        String path,
        Map<String, String> headers,
        JsonNode body,
        String model,
        String instructions,
        List<Turn> turns,
        Optional<JsonNode> schema) {

    /** @param byModel whether the model said it */
    public record Turn(boolean byModel, String text) {}

    public SeenRequest {
        headers = Map.copyOf(headers);
        turns = List.copyOf(turns);
    }

    /** Everything that the model gets to read, in order. */
    public String prompt() {
        return instructions + turns.stream().map(turn -> "\n" + turn.text()).collect(Collectors.joining());
    }

    /** Two requests with the same content are the same question, whenever they came. */
    public String content() {
        return path + "\n" + body;
    }
}
