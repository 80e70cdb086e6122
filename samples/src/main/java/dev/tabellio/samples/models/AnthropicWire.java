package dev.tabellio.samples.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Anthropic's messages; cached tokens are counted beside the input, not within it. */
final class AnthropicWire implements Wire {

    @Override
    public boolean takes(String path) {
        return path.endsWith("/messages");
    }

    @Override
    public String model(String path, JsonNode body) {
        return body.path("model").asString("");
    }

    @Override
    public String instructions(JsonNode body) {
        return Wire.text(body.path("system"));
    }

    @Override
    public List<SeenRequest.Turn> turns(JsonNode body) {
        List<SeenRequest.Turn> turns = new ArrayList<>();
        for (JsonNode message : body.path("messages")) {
            turns.add(new SeenRequest.Turn(
                    message.path("role").asString("").equals("assistant"), Wire.text(message.path("content"))));
        }
        return turns;
    }

    @Override
    public Optional<JsonNode> schema(JsonNode body) {
        return Wire.present(body.path("output_config").path("format").path("schema"));
    }

    @Override
    public ObjectNode answer(Reply.Answer answer, SeenRequest request) {
        long prompt = Wire.promptTokens(request);
        long cached = Math.min(prompt, answer.cachedTokens());
        ObjectNode root = Wire.object();
        root.put("id", "msg_" + request.number());
        root.put("type", "message");
        root.put("role", "assistant");
        root.put("model", request.model());
        ObjectNode part = root.putArray("content").addObject();
        part.put("type", "text");
        part.put("text", answer.text());
        root.put(
                "stop_reason",
                switch (answer.ending()) {
                    case COMPLETE -> "end_turn";
                    case TRUNCATED -> "max_tokens";
                    case REFUSED -> "refusal";
                });
        root.putNull("stop_sequence");
        ObjectNode usage = root.putObject("usage");
        usage.put("input_tokens", prompt - cached);
        usage.put("cache_creation_input_tokens", 0);
        usage.put("cache_read_input_tokens", cached);
        usage.put("output_tokens", Wire.tokens(answer.text()));
        return root;
    }

    @Override
    public ObjectNode error(int status, String message) {
        ObjectNode root = Wire.object();
        root.put("type", "error");
        ObjectNode error = root.putObject("error");
        error.put("type", status == 529 ? "overloaded_error" : "api_error");
        error.put("message", message);
        return root;
    }
}
