package dev.tabellio.samples.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Gemini's generateContent and batchEmbedContents. */
final class GeminiWire implements Wire {

    private static final String METHOD = ":generateContent";
    private static final String STREAM = ":streamGenerateContent";
    private static final String EMBED = ":batchEmbedContents";

    @Override
    public boolean takes(String path) {
        return path.endsWith(METHOD) || path.endsWith(STREAM) || path.endsWith(EMBED);
    }

    @Override
    public String model(String path, JsonNode body) {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf(':'));
    }

    @Override
    public String instructions(JsonNode body) {
        JsonNode instructions =
                body.has("systemInstruction") ? body.path("systemInstruction") : body.path("system_instruction");
        return Wire.text(instructions.path("parts"));
    }

    @Override
    public List<SeenRequest.Turn> turns(JsonNode body) {
        List<SeenRequest.Turn> turns = new ArrayList<>();
        for (JsonNode embed : body.path("requests")) {
            turns.add(
                    new SeenRequest.Turn(false, Wire.text(embed.path("content").path("parts"))));
        }
        for (JsonNode content : body.path("contents")) {
            turns.add(new SeenRequest.Turn(
                    content.path("role").asString("").equals("model"), Wire.text(content.path("parts"))));
        }
        return turns;
    }

    @Override
    public Optional<JsonNode> schema(JsonNode body) {
        JsonNode config = body.path("generationConfig");
        return Wire.present(config.path("responseJsonSchema"))
                .or(() -> Wire.present(config.path("responseSchema")))
                .or(() -> Wire.present(body.at("/tools/0/functionDeclarations/0/parameters")));
    }

    @Override
    public ObjectNode answer(Reply.Answer answer, SeenRequest request) {
        ObjectNode root = piece(answer.text(), answer, request);
        end(root, answer, request);
        return root;
    }

    private static ObjectNode piece(String text, Reply.Answer answer, SeenRequest request) {
        ObjectNode root = Wire.object();
        ObjectNode candidate = root.putArray("candidates").addObject();
        candidate.put("index", 0);
        ObjectNode content = candidate.putObject("content");
        content.put("role", "model");
        ObjectNode part = content.putArray("parts").addObject();
        if (Wire.calls(request) && answer.ending() == Reply.Ending.COMPLETE) {
            part.putObject("functionCall")
                    .put("name", "answer")
                    .set("args", JsonMapper.shared().readTree(answer.text()));
        } else {
            part.put("text", text);
        }
        root.put("modelVersion", request.model());
        root.put("responseId", "gemini-" + request.number());
        return root;
    }

    private static void end(ObjectNode root, Reply.Answer answer, SeenRequest request) {
        if (root.at("/candidates/0") instanceof ObjectNode candidate) {
            candidate.put(
                    "finishReason",
                    switch (answer.ending()) {
                        case COMPLETE -> "STOP";
                        case TRUNCATED -> "MAX_TOKENS";
                        case REFUSED -> "SAFETY";
                    });
        }
        long prompt = Wire.promptTokens(request);
        long completion = Wire.tokens(answer.text());
        ObjectNode usage = root.putObject("usageMetadata");
        usage.put("promptTokenCount", prompt);
        usage.put("cachedContentTokenCount", Math.min(prompt, answer.cachedTokens()));
        usage.put("candidatesTokenCount", completion);
        usage.put("totalTokenCount", prompt + completion);
    }

    @Override
    public boolean streams(String path, JsonNode body) {
        return path.endsWith(STREAM);
    }

    /** Calls of functions come in one piece. */
    @Override
    public List<String> events(Reply.Answer answer, SeenRequest request) {
        List<String> pieces = Wire.calls(request) ? List.of(answer.text()) : Wire.pieces(answer.text());
        List<String> events = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            ObjectNode event = piece(pieces.get(i), answer, request);
            if (i == pieces.size() - 1) {
                end(event, answer, request);
            }
            events.add(event.toString());
        }
        return events;
    }

    @Override
    public ObjectNode vectors(Reply.Vectors reply, SeenRequest request) {
        ObjectNode root = Wire.object();
        ArrayNode embeddings = root.putArray("embeddings");
        reply.vectors().forEach(vector -> embeddings.addObject().set("values", Wire.array(vector)));
        return root;
    }

    @Override
    public ObjectNode error(int status, String message) {
        ObjectNode root = Wire.object();
        ObjectNode error = root.putObject("error");
        error.put("code", status);
        error.put("message", message);
        error.put("status", "SCRIPTED");
        return root;
    }
}
