package dev.tabellio.extraction.llm.langchain4j;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.tabellio.extraction.llm.ModelAnswer.Finish;
import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.TokenUsage;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What differs from provider to provider. Answers are read as they came, since LangChain4j does not keep all of it. */
interface Vendor {

    /**
     * LangChain4j's model of this provider; made for one request, so that its client knows which one it carries.
     *
     * @param key empty where none is needed
     * @param maxOutputTokens of the request
     */
    ChatModel model(ProviderSettings settings, String key, int maxOutputTokens, HttpClientBuilder client);

    Finish finish(JsonNode body);

    /** Why the model would not answer; empty if it does not say. */
    String refusal(JsonNode body);

    /** Empty if the answer has none. */
    Optional<TokenUsage> usage(JsonNode body);

    /** The name of the model that answered; empty if the answer does not say. */
    String modelName(JsonNode body);

    /** Builds a usage from counts that may contradict each other. */
    static TokenUsage usage(long input, long cached, long output) {
        long all = Math.max(0, input);
        return new TokenUsage(all, Math.min(all, Math.max(0, cached)), Math.max(0, output));
    }
}
