package dev.tabellio.extraction.llm.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
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
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** What ends a stream of OpenAI's. */
    private static final String DONE = "[DONE]";

    /** Answers are read when they are whole. */
    private static final StreamingChatResponseHandler UNHEARD = new StreamingChatResponseHandler() {
        @Override
        public void onCompleteResponse(ChatResponse whole) {}

        @Override
        public void onError(Throwable error) {}
    };

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
        try {
            send(request, exchange);
        } catch (RuntimeException e) {
            // what LangChain4j makes of a failure or a refusal; the answer is read here
            exchange.requireAnswer(e);
        }
        return answer(request, body(exchange), Duration.ofNanos(System.nanoTime() - start));
    }

    private void send(ModelRequest request, OneExchange exchange) {
        int most = request.maxOutputTokens();
        if (settings.streaming()) {
            vendor.streaming(settings, key, most, exchange).chat(chatRequest(request), UNHEARD);
        } else {
            vendor.model(settings, key, most, exchange).chat(chatRequest(request));
        }
    }

    private JsonNode body(OneExchange exchange) {
        if (!settings.streaming()) {
            return parsed(exchange.body().orElse(""));
        }
        List<JsonNode> events = exchange.events().stream()
                .filter(event -> !event.equals(DONE))
                .map(this::parsed)
                .toList();
        Optional<JsonNode> error =
                events.stream().filter(event -> event.has("error")).findFirst();
        if (error.isPresent()) {
            throw new StatusFailure(settings, Clock.systemUTC()).within(error.get());
        }
        JsonNode body = vendor.gathered(events);
        if (!vendor.isWhole(body)) {
            throw protocol("its answer ends in the middle");
        }
        return body;
    }

    /** A refusal has a usage and is billed like an answer. */
    private ModelAnswer answer(ModelRequest request, JsonNode body, Duration latency) {
        Finish finish = vendor.finish(body);
        Optional<String> said = vendor.text(body);
        if (said.isEmpty() && finish == Finish.COMPLETE) {
            throw protocol("its answer lacks what the protocol promises");
        }
        String text = unfenced(said.orElse(""));
        String model = vendor.modelName(body);
        return new ModelAnswer(
                finish == Finish.REFUSED && text.isEmpty() ? vendor.refusal(body) : text,
                finish,
                vendor.usage(body).orElseGet(() -> estimate(request, text)),
                model.isEmpty() ? settings.model() : model,
                latency);
    }

    /** Models that nothing holds to JSON like to put it into a Markdown fence. */
    private String unfenced(String text) {
        Matcher fence = FENCE.matcher(text);
        return settings.format() != AnswerFormat.SCHEMA && fence.matches() ? fence.group(1) : text;
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
            messages.add(turn.role() == ModelRequest.Role.USER ? said(turn) : AiMessage.from(turn.text()));
        }
        ChatRequest.Builder built = ChatRequest.builder().messages(messages);
        return settings.format() == AnswerFormat.TOOL
                ? built.toolSpecifications(function(request))
                        .toolChoice(ToolChoice.REQUIRED)
                        .build()
                : built.responseFormat(format(request)).build();
    }

    /** In full detail: providers look at thumbnails if nobody says so. */
    private UserMessage said(ModelRequest.Turn turn) {
        if (turn.pictures().isEmpty()) {
            return UserMessage.from(turn.text());
        }
        if (!settings.images()) {
            throw new IllegalArgumentException(settings.name() + ": this model takes no pictures in (images)");
        }
        List<Content> contents = new ArrayList<>();
        turn.pictures()
                .forEach(picture -> contents.add(
                        ImageContent.from(picture.base64(), picture.mediaType(), ImageContent.DetailLevel.HIGH)));
        contents.add(TextContent.from(turn.text()));
        return UserMessage.from(contents);
    }

    /** The schema as the parameters of a function; what lies below its properties passes untouched. */
    private static ToolSpecification function(ModelRequest request) {
        JsonObjectSchema.Builder parameters = JsonObjectSchema.builder();
        for (Map.Entry<String, JsonNode> property :
                request.schema().path("properties").properties()) {
            parameters.addProperty(
                    property.getKey(), JsonRawSchema.from(property.getValue().toString()));
        }
        Map<String, JsonSchemaElement> definitions = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> definition :
                request.schema().path("$defs").properties()) {
            definitions.put(
                    definition.getKey(),
                    JsonRawSchema.from(definition.getValue().toString()));
        }
        if (!definitions.isEmpty()) {
            parameters.definitions(definitions);
        }
        return ToolSpecification.builder()
                .name(request.schemaName())
                .description("Takes what the document states.")
                .parameters(parameters
                        .required(request.schema()
                                .path("required")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList())
                        .additionalProperties(false)
                        .build())
                .build();
    }

    private String instructions(ModelRequest request) {
        return settings.format() == AnswerFormat.SCHEMA || settings.format() == AnswerFormat.TOOL
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
            case TOOL, TEXT -> ResponseFormat.TEXT;
        };
    }
}
