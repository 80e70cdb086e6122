package dev.tabellio.extraction.llm.langchain4j;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.tabellio.extraction.llm.ModelAnswer.Finish;
import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.TokenUsage;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** OpenAI's chat completions, which many other servers speak. */
final class OpenAiVendor implements Vendor {

    private static final URI OWN = URI.create("https://api.openai.com/v1");

    @Override
    public ChatModel model(ProviderSettings settings, String key, int maxOutputTokens, HttpClientBuilder client) {
        URI url = settings.baseUrl().orElse(OWN);
        OpenAiChatModel.OpenAiChatModelBuilder builder = OpenAiChatModel.builder()
                .httpClientBuilder(client)
                .baseUrl(url.toString())
                .modelName(settings.model())
                .strictJsonSchema(true)
                .timeout(settings.answerTimeout())
                .maxRetries(0);
        if (!key.isEmpty()) {
            builder.apiKey(key);
        }
        settings.temperature().map(BigDecimal::doubleValue).ifPresent(builder::temperature);
        if (knowsCompletionTokens(url)) {
            builder.maxCompletionTokens(maxOutputTokens);
        } else {
            builder.maxTokens(maxOutputTokens);
        }
        return builder.build();
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
                        usage.path("completion_tokens").asLong(0)))
                : Optional.empty();
    }

    @Override
    public String modelName(JsonNode body) {
        return body.path("model").asString("");
    }
}
