package dev.tabellio.extraction.llm.langchain4j;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.tabellio.extraction.llm.ModelAnswer.Finish;
import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.TokenUsage;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** OpenAI's chat completions and embeddings, which many other servers speak. */
final class OpenAiVendor implements Vendor, EmbeddingVendor {

    private static final URI OWN = URI.create("https://api.openai.com/v1");

    @Override
    public ChatModel model(ProviderSettings settings, String key, int maxOutputTokens, HttpClientBuilder client) {
        URI url = settings.baseUrl().orElse(OWN);
        OpenAiChatModel.OpenAiChatModelBuilder builder = OpenAiChatModel.builder()
                .httpClientBuilder(client)
                .baseUrl(url.toString())
                .modelName(settings.model())
                .strictJsonSchema(true)
                .strictTools(true)
                .timeout(settings.answerTimeout())
                .maxRetries(0);
        if (!key.isEmpty()) {
            builder.apiKey(key);
        }
        settings.temperature().map(BigDecimal::doubleValue).ifPresent(builder::temperature);
        return (knowsCompletionTokens(url)
                        ? builder.maxCompletionTokens(maxOutputTokens)
                        : builder.maxTokens(maxOutputTokens))
                .build();
    }

    @Override
    public StreamingChatModel streaming(
            ProviderSettings settings, String key, int maxOutputTokens, HttpClientBuilder client) {
        URI url = settings.baseUrl().orElse(OWN);
        OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder builder = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(client)
                .baseUrl(url.toString())
                .modelName(settings.model())
                .strictJsonSchema(true)
                .strictTools(true)
                .timeout(settings.answerTimeout());
        if (!key.isEmpty()) {
            builder.apiKey(key);
        }
        settings.temperature().map(BigDecimal::doubleValue).ifPresent(builder::temperature);
        return (knowsCompletionTokens(url)
                        ? builder.maxCompletionTokens(maxOutputTokens)
                        : builder.maxTokens(maxOutputTokens))
                .build();
    }

    @Override
    public JsonNode gathered(List<JsonNode> events) {
        String delta = "/choices/0/delta";
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("model", Vendor.last(events, "/model"));
        body.set("usage", Vendor.last(events, "/usage"));
        ObjectNode choice = body.putArray("choices").addObject();
        choice.set("finish_reason", Vendor.last(events, "/choices/0/finish_reason"));
        ObjectNode message = choice.putObject("message");
        message.put("content", Vendor.joined(events, delta + "/content"));
        message.put("refusal", Vendor.joined(events, delta + "/refusal"));
        String arguments = Vendor.joined(events, delta + "/tool_calls/0/function/arguments");
        if (arguments != null) {
            message.putArray("tool_calls").addObject().putObject("function").put("arguments", arguments);
        }
        return body;
    }

    @Override
    public Optional<String> text(JsonNode body) {
        JsonNode message = body.path("choices").path(0).path("message");
        JsonNode called = message.path("tool_calls").path(0).path("function").path("arguments");
        JsonNode said = called.isString() ? called : message.path("content");
        return said.isString() ? Optional.of(said.asString()) : Optional.empty();
    }

    @Override
    public boolean isWhole(JsonNode body) {
        return body.path("choices").path(0).path("finish_reason").isString();
    }

    @Override
    public void send(
            ProviderSettings settings, String key, List<String> texts, boolean queries, HttpClientBuilder client) {
        OpenAiEmbeddingModel.OpenAiEmbeddingModelBuilder builder = OpenAiEmbeddingModel.builder()
                .httpClientBuilder(client)
                .baseUrl(settings.baseUrl().orElse(OWN).toString())
                .modelName(settings.model())
                .maxSegmentsPerBatch(texts.size())
                .timeout(settings.answerTimeout())
                .maxRetries(0);
        if (!key.isEmpty()) {
            builder.apiKey(key);
        }
        builder.build().embedAll(texts.stream().map(TextSegment::from).toList());
    }

    /** They need not stand in the order of the texts; each says its place. */
    @Override
    public List<float[]> vectors(JsonNode body) {
        return body.path("data")
                .valueStream()
                .sorted(Comparator.comparingInt(one -> one.path("index").asInt(0)))
                .map(one -> EmbeddingVendor.vector(one.path("embedding")))
                .toList();
    }

    @Override
    public Optional<TokenUsage> embeddingUsage(JsonNode body) {
        return usage(body);
    }

    @Override
    public String embedderName(JsonNode body) {
        return modelName(body);
    }

    /** OpenAI's newer models refuse max_tokens, servers of other people often know nothing else. */
    private static boolean knowsCompletionTokens(URI url) {
        String host = url.getHost() == null ? "" : url.getHost();
        return host.endsWith(".openai.com") || host.endsWith(".azure.com");
    }

    @Override
    public Finish finish(JsonNode body) {
        JsonNode choice = body.path("choices").path(0);
        if (!refusal(body).isEmpty()) {
            return Finish.REFUSED;
        }
        return switch (choice.path("finish_reason").asString("")) {
            case "length" -> Finish.TRUNCATED;
            case "content_filter" -> Finish.REFUSED;
            default -> Finish.COMPLETE;
        };
    }

    @Override
    public String refusal(JsonNode body) {
        return body.path("choices").path(0).path("message").path("refusal").asString("");
    }

    @Override
    public Optional<TokenUsage> usage(JsonNode body) {
        JsonNode usage = body.path("usage");
        return usage.has("prompt_tokens")
                ? Optional.of(Vendor.usage(
                        usage.path("prompt_tokens").asLong(0),
                        usage.path("prompt_tokens_details")
                                .path("cached_tokens")
                                .asLong(0),
                        0,
                        usage.path("completion_tokens").asLong(0)))
                : Optional.empty();
    }

    @Override
    public String modelName(JsonNode body) {
        return body.path("model").asString("");
    }
}
