package dev.tabellio.extraction.llm.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.tabellio.extraction.llm.AnswerFormat;
import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelAnswer.Finish;
import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.TokenUsage;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model at any of the providers. */
final class LangChain4jLanguageModel implements LanguageModel {

    /**
     * For a provider that counts no tokens. English has four characters to a token; a budget must rather be charged too
     * much than too little.
     */
    static final int CHARACTERS_PER_TOKEN = 3;

    private static final Pattern FENCE = Pattern.compile("(?s)\\s*```(?:json)?\\s*\\n(.*?)\\n?```\\s*");

    private final ProviderSettings settings;
    private final Vendor vendor;
    private final String key;
    private final HttpClient client;

    /** @param key empty where none is needed */
    LangChain4jLanguageModel(ProviderSettings settings, Vendor vendor, String key) {
        this.settings = settings;
        this.vendor = vendor;
        this.key = key;
        this.client = OneExchange.client(settings);
    }

    @Override
    public ModelCapabilities capabilities() {
        return settings.capabilities();
    }

    @Override
    public ModelAnswer ask(ModelRequest request) {
        OneExchange exchange = new OneExchange(client, settings);
        long start = System.nanoTime();
        String text;
        try {
            ChatResponse response = vendor.model(settings, key, request.maxOutputTokens(), exchange)
                    .chat(chatRequest(request));
            text = unfenced(Optional.ofNullable(response.aiMessage().text()).orElse(""));
        } catch (RuntimeException e) {
            exchange.requireAnswer(e);
            text = refusal(exchange);
        }
        return answer(request, text, exchange, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Models that nothing holds to JSON like to put it into a Markdown fence. */
    private String unfenced(String text) {
        Matcher fence = FENCE.matcher(text);
        return settings.format() != AnswerFormat.SCHEMA && fence.matches() ? fence.group(1) : text;
    }

    /** What LangChain4j takes for an error may be a refusal, which has a usage and is billed like an answer. */
    private String refusal(OneExchange exchange) {
        JsonNode body = parsed(exchange.body().orElse(""));
        if (vendor.finish(body) != Finish.REFUSED) {
            throw protocol("its answer lacks what the protocol promises");
        }
        return vendor.refusal(body);
    }

    private ModelAnswer answer(ModelRequest request, String text, OneExchange exchange, Duration latency) {
        JsonNode body = parsed(exchange.body().orElse(""));
        Finish finish = vendor.finish(body);
        String model = vendor.modelName(body);
        return new ModelAnswer(
                finish == Finish.REFUSED && text.isEmpty() ? vendor.refusal(body) : text,
                finish,
                vendor.usage(body).orElseGet(() -> estimate(request, text)),
                model.isEmpty() ? settings.model() : model,
                latency);
    }

    private JsonNode parsed(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw protocol("its answer is not JSON");
        }
    }

    /** Without the cause: its message may hold what was sent or answered. */
    private ModelFailure protocol(String what) {
        return new ModelFailure(ModelFailure.Kind.PROTOCOL, subject() + ": " + what, Optional.empty(), null);
    }

    private String subject() {
        return StatusFailure.subject(settings);
    }

    private static TokenUsage estimate(ModelRequest request, String text) {
        long input = request.instructions().length()
                + (long) request.schema().toString().length();
        for (ModelRequest.Turn turn : request.turns()) {
            input += turn.text().length();
        }
        return new TokenUsage(input / CHARACTERS_PER_TOKEN + 1, 0, text.length() / CHARACTERS_PER_TOKEN + 1);
    }

    private ChatRequest chatRequest(ModelRequest request) {
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from(instructions(request)));
        for (ModelRequest.Turn turn : request.turns()) {
            messages.add(
                    turn.role() == ModelRequest.Role.USER
                            ? UserMessage.from(turn.text())
                            : AiMessage.from(turn.text()));
        }
        return ChatRequest.builder()
                .messages(messages)
                .responseFormat(format(request))
                .build();
    }

    private String instructions(ModelRequest request) {
        return settings.format() == AnswerFormat.SCHEMA
                ? request.instructions()
                : request.instructions()
                        + "\n\nAnswer with one JSON value that follows this JSON Schema, and nothing else:\n"
                        + request.schema();
    }

    private ResponseFormat format(ModelRequest request) {
        return switch (settings.format()) {
            case SCHEMA ->
                ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(JsonSchema.builder()
                                .name(request.schemaName())
                                .rootElement(JsonRawSchema.from(request.schema().toString()))
                                .build())
                        .build();
            // Anthropic has a schema or nothing
            case JSON ->
                settings.provider() == ProviderSettings.Provider.ANTHROPIC ? ResponseFormat.TEXT : ResponseFormat.JSON;
            case TEXT -> ResponseFormat.TEXT;
        };
    }
}
