package dev.tabellio.extraction.llm.langchain4j;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.tabellio.extraction.llm.ModelAnswer.Finish;
import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.TokenUsage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What differs from provider to provider. Answers are read as they came, since LangChain4j does not keep all of it. */
interface Vendor {

    /**
     * LangChain4j's model of this provider; made for one request, so that its client knows which one it carries.
     *
     * @param key empty where none is needed
     * @param maxOutputTokens of the request
     */
    ChatModel model(ProviderSettings settings, String key, int maxOutputTokens, HttpClientBuilder client);

    /** As {@link #model}, for an answer that is sent as it is written. */
    StreamingChatModel streaming(ProviderSettings settings, String key, int maxOutputTokens, HttpClientBuilder client);

    /**
     * What an answer that was sent in pieces would be in one: the same body as without streaming, as far as it is read here.
     *
     * @param events the data of each event, in order
     * @return without the reason why it ends, if the pieces end before the answer does
     */
    JsonNode gathered(List<JsonNode> events);

    /** What the model said, or the arguments of the function that it called; empty if there is neither. */
    Optional<String> text(JsonNode body);

    /** Whether the answer says why it ends; one that does not is not whole. */
    boolean isWhole(JsonNode body);

    Finish finish(JsonNode body);

    /** Why the model would not answer; empty if it does not say. */
    String refusal(JsonNode body);

    /** Empty if the answer has none. */
    Optional<TokenUsage> usage(JsonNode body);

    /** The name of the model that answered; empty if the answer does not say. */
    String modelName(JsonNode body);

    /** The strings that the events have at a place, joined; null if none has one there. */
    static @Nullable String joined(List<JsonNode> events, String place) {
        List<String> pieces = events.stream()
                .map(event -> event.at(place))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
        return pieces.isEmpty() ? null : String.join("", pieces);
    }

    /** The last thing that an event has at a place; missing if none has one there. */
    static JsonNode last(List<JsonNode> events, String place) {
        return events.stream()
                .map(event -> event.at(place))
                .filter(node -> !node.isMissingNode() && !node.isNull())
                .reduce((first, later) -> later)
                .orElse(MissingNode.getInstance());
    }

    /** Builds a usage from counts that may contradict each other. */
    static TokenUsage usage(long input, long cached, long written, long output) {
        long all = Math.max(0, input);
        long read = Math.min(all, Math.max(0, cached));
        return new TokenUsage(all, read, Math.min(all - read, Math.max(0, written)), Math.max(0, output));
    }
}
