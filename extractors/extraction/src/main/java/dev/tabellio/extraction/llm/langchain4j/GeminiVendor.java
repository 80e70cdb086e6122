package dev.tabellio.extraction.llm.langchain4j;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.embedding.request.EmbeddingInput;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.googleai.GoogleAiEmbeddingModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.tabellio.extraction.llm.ModelAnswer.Finish;
import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.TokenUsage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Gemini's generateContent and batchEmbedContents. */
final class GeminiVendor implements Vendor, EmbeddingVendor {

    @Override
    public ChatModel model(ProviderSettings settings, String key, int maxOutputTokens, HttpClientBuilder client) {
        GoogleAiGeminiChatModel.GoogleAiGeminiChatModelBuilder builder = GoogleAiGeminiChatModel.builder()
                .httpClientBuilder(client)
                .modelName(settings.model())
                .maxOutputTokens(maxOutputTokens)
                .timeout(settings.answerTimeout())
                .maxRetries(0);
        if (!key.isEmpty()) {
            builder.apiKey(key);
        }
        settings.baseUrl().ifPresent(url -> builder.baseUrl(url.toString()));
        settings.temperature().map(BigDecimal::doubleValue).ifPresent(builder::temperature);
        return builder.build();
    }

    @Override
    public StreamingChatModel streaming(
            ProviderSettings settings, String key, int maxOutputTokens, HttpClientBuilder client) {
        GoogleAiGeminiStreamingChatModel.GoogleAiGeminiStreamingChatModelBuilder builder =
                GoogleAiGeminiStreamingChatModel.builder()
                        .httpClientBuilder(client)
                        .modelName(settings.model())
                        .maxOutputTokens(maxOutputTokens)
                        .timeout(settings.answerTimeout());
        if (!key.isEmpty()) {
            builder.apiKey(key);
        }
        settings.baseUrl().ifPresent(url -> builder.baseUrl(url.toString()));
        settings.temperature().map(BigDecimal::doubleValue).ifPresent(builder::temperature);
        return builder.build();
    }

    /** Each event is an answer by itself, with a piece of the text. */
    @Override
    public JsonNode gathered(List<JsonNode> events) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("modelVersion", Vendor.last(events, "/modelVersion"));
        body.set("usageMetadata", Vendor.last(events, "/usageMetadata"));
        body.set("promptFeedback", Vendor.last(events, "/promptFeedback"));
        ObjectNode candidate = body.putArray("candidates").addObject();
        candidate.set("finishReason", Vendor.last(events, "/candidates/0/finishReason"));
        ArrayNode parts = candidate.putObject("content").putArray("parts");
        events.forEach(event -> event.at("/candidates/0/content/parts").forEach(parts::add));
        return body;
    }

    /** Its thoughts are marked; what it says comes in any number of parts. */
    @Override
    public Optional<String> text(JsonNode body) {
        JsonNode parts = body.at("/candidates/0/content/parts");
        Optional<String> called = parts.valueStream()
                .map(part -> part.at("/functionCall/args"))
                .filter(JsonNode::isObject)
                .map(JsonNode::toString)
                .findFirst();
        List<String> said = parts.valueStream()
                .filter(part ->
                        part.path("text").isString() && !part.path("thought").asBoolean(false))
                .map(part -> part.path("text").asString())
                .toList();
        return called.or(() -> said.isEmpty() ? Optional.empty() : Optional.of(String.join("", said)));
    }

    @Override
    public boolean isWhole(JsonNode body) {
        return !reason(body).isEmpty() || body.path("promptFeedback").has("blockReason");
    }

    @Override
    public void send(
            ProviderSettings settings, String key, List<String> texts, boolean queries, HttpClientBuilder client) {
        var builder = GoogleAiEmbeddingModel.builder()
                .httpClientBuilder(client)
                .modelName(settings.model())
                .timeout(settings.answerTimeout())
                .maxRetries(0);
        if (!key.isEmpty()) {
            builder.apiKey(key);
        }
        settings.baseUrl().ifPresent(url -> builder.baseUrl(url.toString()));
        builder.build()
                .embed(EmbeddingRequest.builder()
                        .inputs(texts.stream().map(EmbeddingInput::from).toList())
                        .inputType(queries ? EmbeddingInputType.QUERY : EmbeddingInputType.DOCUMENT)
                        .build());
    }

    @Override
    public List<float[]> vectors(JsonNode body) {
        return body.path("embeddings")
                .valueStream()
                .map(one -> EmbeddingVendor.vector(one.path("values")))
                .toList();
    }

    @Override
    public Optional<TokenUsage> embeddingUsage(JsonNode body) {
        return usage(body);
    }

    /** Not in its answers. */
    @Override
    public String embedderName(JsonNode body) {
        return "";
    }

    /** Everything but an ordinary end or a limit is a refusal: safety, recitation, blocked words and the like. */
    @Override
    public Finish finish(JsonNode body) {
        if (body.path("promptFeedback").has("blockReason")) {
            return Finish.REFUSED;
        }
        return switch (reason(body)) {
            case "STOP", "" -> Finish.COMPLETE;
            case "MAX_TOKENS" -> Finish.TRUNCATED;
            default -> Finish.REFUSED;
        };
    }

    private static String reason(JsonNode body) {
        return body.path("candidates").path(0).path("finishReason").asString("");
    }

    @Override
    public String refusal(JsonNode body) {
        String blocked = body.path("promptFeedback").path("blockReason").asString("");
        return blocked.isEmpty() ? reason(body) : blocked;
    }

    /** What the model thought is billed as output. */
    @Override
    public Optional<TokenUsage> usage(JsonNode body) {
        JsonNode usage = body.path("usageMetadata");
        return usage.has("promptTokenCount")
                ? Optional.of(Vendor.usage(
                        usage.path("promptTokenCount").asLong(0),
                        usage.path("cachedContentTokenCount").asLong(0),
                        0,
                        usage.path("candidatesTokenCount").asLong(0)
                                + usage.path("thoughtsTokenCount").asLong(0)))
                : Optional.empty();
    }

    @Override
    public String modelName(JsonNode body) {
        return body.path("modelVersion").asString("");
    }
}
