package dev.tabellio.extraction.llm.langchain4j;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
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

/** Anthropic's messages. Its cache has to be asked for: the instructions are marked, the document changes every time. */
final class AnthropicVendor implements Vendor {

    /** LangChain4j wants a key, though a gateway may not. */
    private static final String NO_KEY = "none";

    @Override
    public ChatModel model(ProviderSettings settings, String key, int maxOutputTokens, HttpClientBuilder client) {
        AnthropicChatModel.AnthropicChatModelBuilder builder = AnthropicChatModel.builder()
                .httpClientBuilder(client)
                .apiKey(key.isEmpty() ? NO_KEY : key)
                .modelName(settings.model())
                .maxTokens(maxOutputTokens)
                .cacheSystemMessages(settings.promptCaching())
                .timeout(settings.answerTimeout())
                .maxRetries(0);
        settings.baseUrl().ifPresent(url -> builder.baseUrl(url.toString()));
        settings.temperature().map(BigDecimal::doubleValue).ifPresent(builder::temperature);
        return builder.build();
    }

    @Override
    public StreamingChatModel streaming(
            ProviderSettings settings, String key, int maxOutputTokens, HttpClientBuilder client) {
        AnthropicStreamingChatModel.AnthropicStreamingChatModelBuilder builder = AnthropicStreamingChatModel.builder()
                .httpClientBuilder(client)
                .apiKey(key.isEmpty() ? NO_KEY : key)
                .modelName(settings.model())
                .maxTokens(maxOutputTokens)
                .cacheSystemMessages(settings.promptCaching())
                .timeout(settings.answerTimeout());
        settings.baseUrl().ifPresent(url -> builder.baseUrl(url.toString()));
        settings.temperature().map(BigDecimal::doubleValue).ifPresent(builder::temperature);
        return builder.build();
    }

    /** The beginning counts what was read, the end what was written. */
    @Override
    public JsonNode gathered(List<JsonNode> events) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("model", Vendor.last(events, "/message/model"));
        body.set("stop_reason", Vendor.last(events, "/delta/stop_reason"));
        ObjectNode usage = body.putObject("usage");
        for (String counted : List.of("/message/usage", "/usage")) {
            Vendor.last(events, counted).properties().forEach(entry -> {
                if (!entry.getValue().isNull()) {
                    usage.set(entry.getKey(), entry.getValue());
                }
            });
        }
        ArrayNode content = body.putArray("content");
        String said = Vendor.joined(events, "/delta/text");
        if (said != null) {
            content.addObject().put("type", "text").put("text", said);
        }
        String arguments = Vendor.joined(events, "/delta/partial_json");
        if (arguments != null) {
            content.addObject().put("type", "tool_use").put("partial_json", arguments);
        }
        return body;
    }

    @Override
    public Optional<String> text(JsonNode body) {
        Optional<String> called = part(body, "tool_use")
                .map(part -> part.has("partial_json")
                        ? part.path("partial_json").asString("")
                        : part.path("input").toString());
        return called.or(() -> part(body, "text").map(part -> part.path("text").asString("")));
    }

    private static Optional<JsonNode> part(JsonNode body, String type) {
        return body.path("content")
                .valueStream()
                .filter(part -> part.path("type").asString("").equals(type))
                .findFirst();
    }

    @Override
    public boolean isWhole(JsonNode body) {
        return body.path("stop_reason").isString();
    }

    @Override
    public Finish finish(JsonNode body) {
        return switch (body.path("stop_reason").asString("")) {
            case "max_tokens", "model_context_window_exceeded" -> Finish.TRUNCATED;
            case "refusal" -> Finish.REFUSED;
            default -> Finish.COMPLETE;
        };
    }

    @Override
    public String refusal(JsonNode body) {
        return finish(body) == Finish.REFUSED
                ? body.path("content").path(0).path("text").asString("")
                : "";
    }

    /** Tokens read from the cache and written to it are counted beside the others. */
    @Override
    public Optional<TokenUsage> usage(JsonNode body) {
        JsonNode usage = body.path("usage");
        long cached = usage.path("cache_read_input_tokens").asLong(0);
        long written = usage.path("cache_creation_input_tokens").asLong(0);
        return usage.has("input_tokens")
                ? Optional.of(Vendor.usage(
                        usage.path("input_tokens").asLong(0) + cached + written,
                        cached,
                        written,
                        usage.path("output_tokens").asLong(0)))
                : Optional.empty();
    }

    @Override
    public String modelName(JsonNode body) {
        return body.path("model").asString("");
    }
}
