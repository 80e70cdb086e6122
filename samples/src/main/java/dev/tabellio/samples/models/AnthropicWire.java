package dev.tabellio.samples.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
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
        return Wire.present(body.path("output_config").path("format").path("schema"))
                .or(() -> Wire.present(body.at("/tools/0/input_schema")));
    }

    @Override
    public ObjectNode answer(Reply.Answer answer, SeenRequest request) {
        ObjectNode root = message(request);
        ObjectNode part = root.putArray("content").addObject();
        if (Wire.calls(request) && answer.ending() == Reply.Ending.COMPLETE) {
            part.put("type", "tool_use").put("id", "toolu_1").put("name", "answer");
            part.set("input", JsonMapper.shared().readTree(answer.text()));
        } else {
            part.put("type", "text");
            part.put("text", answer.text());
        }
        root.put("stop_reason", reason(answer));
        root.putNull("stop_sequence");
        ObjectNode usage = read(answer, request);
        usage.put("output_tokens", Wire.tokens(answer.text()));
        root.set("usage", usage);
        return root;
    }

    private static ObjectNode message(SeenRequest request) {
        ObjectNode root = Wire.object();
        root.put("id", "msg_" + request.number());
        root.put("type", "message");
        root.put("role", "assistant");
        root.put("model", request.model());
        return root;
    }

    private static String reason(Reply.Answer answer) {
        return switch (answer.ending()) {
            case COMPLETE -> "end_turn";
            case TRUNCATED -> "max_tokens";
            case REFUSED -> "refusal";
        };
    }

    private static ObjectNode read(Reply.Answer answer, SeenRequest request) {
        long prompt = Wire.promptTokens(request);
        long cached = Math.min(prompt, answer.cachedTokens());
        ObjectNode usage = Wire.object();
        usage.put("input_tokens", prompt - cached);
        usage.put("cache_creation_input_tokens", 0);
        usage.put("cache_read_input_tokens", cached);
        return usage;
    }

    /** What was read is counted at the beginning, what was written at the end. */
    @Override
    public List<String> events(Reply.Answer answer, SeenRequest request) {
        List<String> events = new ArrayList<>();
        ObjectNode start = Wire.object().put("type", "message_start");
        ObjectNode message = message(request);
        message.putArray("content");
        message.set("usage", read(answer, request).put("output_tokens", 1));
        start.set("message", message);
        events.add(start.toString());
        boolean call = Wire.calls(request) && answer.ending() == Reply.Ending.COMPLETE;
        ObjectNode block = Wire.object().put("type", "content_block_start").put("index", 0);
        ObjectNode opened = block.putObject("content_block").put("type", call ? "tool_use" : "text");
        if (call) {
            opened.put("id", "toolu_1").put("name", "answer").putObject("input");
        } else {
            opened.put("text", "");
        }
        events.add(block.toString());
        for (String piece : Wire.pieces(answer.text())) {
            ObjectNode delta = Wire.object().put("type", "content_block_delta").put("index", 0);
            delta.putObject("delta")
                    .put("type", call ? "input_json_delta" : "text_delta")
                    .put(call ? "partial_json" : "text", piece);
            events.add(delta.toString());
        }
        events.add("{\"type\": \"content_block_stop\", \"index\": 0}");
        ObjectNode end = Wire.object().put("type", "message_delta");
        end.putObject("delta").put("stop_reason", reason(answer));
        end.putObject("usage").put("output_tokens", Wire.tokens(answer.text()));
        events.add(end.toString());
        events.add("{\"type\": \"message_stop\"}");
        return events;
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
