package dev.tabellio.samples.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Gemini's generateContent and batchEmbedContents. */
final class GeminiWire implements Wire {

    private static final String METHOD = ":generateContent";
    private static final String EMBED = ":batchEmbedContents";

    @Override
    public boolean takes(String path) {
        return path.endsWith(METHOD) || path.endsWith(EMBED);
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
        return Wire.present(config.path("responseJsonSchema")).or(() -> Wire.present(config.path("responseSchema")));
    }

    @Override
    public ObjectNode answer(Reply.Answer answer, SeenRequest request) {
        long prompt = Wire.promptTokens(request);
        long completion = Wire.tokens(answer.text());
        ObjectNode root = Wire.object();
        ObjectNode candidate = root.putArray("candidates").addObject();
        candidate.put("index", 0);
        candidate.put(
                "finishReason",
                switch (answer.ending()) {
                    case COMPLETE -> "STOP";
                    case TRUNCATED -> "MAX_TOKENS";
                    case REFUSED -> "SAFETY";
                });
        ObjectNode content = candidate.putObject("content");
        content.put("role", "model");
        content.putArray("parts").addObject().put("text", answer.text());
        ObjectNode usage = root.putObject("usageMetadata");
        usage.put("promptTokenCount", prompt);
        usage.put("cachedContentTokenCount", Math.min(prompt, answer.cachedTokens()));
        usage.put("candidatesTokenCount", completion);
        usage.put("totalTokenCount", prompt + completion);
        root.put("modelVersion", request.model());
        root.put("responseId", "gemini-" + request.number());
        return root;
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
