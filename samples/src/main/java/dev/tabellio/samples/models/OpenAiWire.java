package dev.tabellio.samples.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Chat completions and embeddings. */
final class OpenAiWire implements Wire {

    @Override
    public boolean takes(String path) {
        return path.endsWith("/chat/completions") || path.endsWith("/embeddings");
    }

    @Override
    public String model(String path, JsonNode body) {
        return body.path("model").asString("");
    }

    @Override
    public String instructions(JsonNode body) {
        StringBuilder text = new StringBuilder();
        for (JsonNode message : body.path("messages")) {
            if (isSystem(message)) {
                text.append(Wire.text(message.path("content")));
            }
        }
        return text.toString();
    }

    @Override
    public List<SeenRequest.Turn> turns(JsonNode body) {
        List<SeenRequest.Turn> turns = new ArrayList<>();
        body.path("input").forEach(text -> turns.add(new SeenRequest.Turn(false, text.asString(""))));
        for (JsonNode message : body.path("messages")) {
            if (!isSystem(message)) {
                turns.add(new SeenRequest.Turn(
                        message.path("role").asString("").equals("assistant"), Wire.text(message.path("content"))));
            }
        }
        return turns;
    }

    private static boolean isSystem(JsonNode message) {
        String role = message.path("role").asString("");
        return role.equals("system") || role.equals("developer");
    }

    @Override
    public Optional<JsonNode> schema(JsonNode body) {
        return Wire.present(body.path("response_format").path("json_schema").path("schema"))
                .or(() -> Wire.present(body.at("/tools/0/function/parameters")));
    }

    @Override
    public ObjectNode answer(Reply.Answer answer, SeenRequest request) {
        ObjectNode root = Wire.object();
        root.put("id", "chatcmpl-" + request.number());
        root.put("object", "chat.completion");
        root.put("created", 1_700_000_000L);
        root.put("model", request.model());
        ObjectNode choice = root.putArray("choices").addObject();
        choice.put("index", 0);
        choice.put("finish_reason", answer.ending() == Reply.Ending.TRUNCATED ? "length" : "stop");
        ObjectNode message = choice.putObject("message");
        message.put("role", "assistant");
        if (answer.ending() == Reply.Ending.REFUSED) {
            message.putNull("content");
            message.put("refusal", answer.text());
        } else if (Wire.calls(request)) {
            message.putNull("content");
            ObjectNode call = message.putArray("tool_calls").addObject();
            call.put("id", "call_1").put("type", "function");
            call.putObject("function")
                    .put("name", request.body().at("/tools/0/function/name").asString(""))
                    .put("arguments", answer.text());
        } else {
            message.put("content", answer.text());
        }
        root.set("usage", usage(answer, request));
        return root;
    }

    private static ObjectNode usage(Reply.Answer answer, SeenRequest request) {
        long prompt = Wire.promptTokens(request);
        long completion = Wire.tokens(answer.text());
        ObjectNode usage = Wire.object();
        usage.put("prompt_tokens", prompt);
        usage.put("completion_tokens", completion);
        usage.put("total_tokens", prompt + completion);
        usage.putObject("prompt_tokens_details").put("cached_tokens", Math.min(prompt, answer.cachedTokens()));
        return usage;
    }

    /** The usage comes last, with no choice beside it. */
    @Override
    public List<String> events(Reply.Answer answer, SeenRequest request) {
        List<String> events = new ArrayList<>();
        for (String piece : Wire.pieces(answer.text())) {
            ObjectNode choice = Wire.object().put("index", 0);
            ObjectNode delta = choice.putObject("delta").put("role", "assistant");
            if (answer.ending() == Reply.Ending.REFUSED) {
                delta.put("refusal", piece);
            } else if (Wire.calls(request)) {
                delta.putArray("tool_calls")
                        .addObject()
                        .put("index", 0)
                        .putObject("function")
                        .put("arguments", piece);
            } else {
                delta.put("content", piece);
            }
            events.add(chunk(request, choice).toString());
        }
        ObjectNode end = Wire.object().put("index", 0);
        end.putObject("delta");
        end.put("finish_reason", answer.ending() == Reply.Ending.TRUNCATED ? "length" : "stop");
        events.add(chunk(request, end).toString());
        ObjectNode last = chunk(request, null);
        last.set("usage", usage(answer, request));
        events.add(last.toString());
        events.add("[DONE]");
        return events;
    }

    private static ObjectNode chunk(SeenRequest request, @Nullable ObjectNode choice) {
        ObjectNode chunk = Wire.object();
        chunk.put("id", "chatcmpl-" + request.number());
        chunk.put("object", "chat.completion.chunk");
        chunk.put("model", request.model());
        ArrayNode choices = chunk.putArray("choices");
        if (choice != null) {
            choices.add(choice);
        }
        return chunk;
    }

    /** The last text's vector first: providers promise an index, no order. */
    @Override
    public ObjectNode vectors(Reply.Vectors reply, SeenRequest request) {
        ObjectNode root = Wire.object();
        root.put("object", "list");
        root.put("model", request.model());
        ArrayNode data = root.putArray("data");
        for (int i = reply.vectors().size() - 1; i >= 0; i--) {
            ObjectNode one = data.addObject();
            one.put("object", "embedding");
            one.put("index", i);
            one.set("embedding", Wire.array(reply.vectors().get(i)));
        }
        long tokens = Wire.tokens(request.prompt());
        root.putObject("usage").put("prompt_tokens", tokens).put("total_tokens", tokens);
        return root;
    }

    @Override
    public ObjectNode error(int status, String message) {
        ObjectNode root = Wire.object();
        ObjectNode error = root.putObject("error");
        error.put("message", message);
        error.put("type", "scripted");
        error.put("code", status);
        return root;
    }
}
