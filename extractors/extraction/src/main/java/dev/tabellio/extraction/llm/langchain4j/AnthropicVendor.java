package dev.tabellio.extraction.llm.langchain4j;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.tabellio.extraction.llm.ModelAnswer.Finish;
import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.TokenUsage;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

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
                        usage.path("output_tokens").asLong(0)))
                : Optional.empty();
    }

    @Override
    public String modelName(JsonNode body) {
        return body.path("model").asString("");
    }
}
