package dev.tabellio.jobs.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tabellio.extraction.llm.AnswerFormat;
import dev.tabellio.extraction.llm.ApiKey;
import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelAnswer.Finish;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelFailure.Kind;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.ModelRequest.Role;
import dev.tabellio.extraction.llm.ModelRequest.Turn;
import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.ProviderSettings.Provider;
import dev.tabellio.extraction.llm.TokenUsage;
import dev.tabellio.extraction.llm.langchain4j.LanguageModels;
import dev.tabellio.samples.models.Protocol;
import dev.tabellio.samples.models.Reply;
import dev.tabellio.samples.models.ScriptedModelServer;
import dev.tabellio.samples.models.SeenRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every provider's adapter promises, over real sockets. */
@ParameterizedClass
@EnumSource
class LanguageModelContractIT {

    private static final String KEY = "sk-very-secret-key";
    private static final String SECRET_TEXT = "p1.l1 | Pat Secret 400-00-1038";

    /** Everything that an adapter could be tempted to mend: no type, unions, refs, order of properties. */
    private static final JsonNode SCHEMA = JsonMapper.shared().readTree("""
            {"type": "object", "additionalProperties": false, "required": ["b", "a"],
             "properties": {
               "b": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/leaf"}]},
               "a": {"type": ["string", "null"], "pattern": "^[0-9]+$", "description": "Box a: Ünïcode \\"quoted\\""}},
             "$defs": {"leaf": {"type": "object", "additionalProperties": false, "required": ["value", "lines"],
               "properties": {"value": {"type": "string"}, "lines": {"type": "array", "items": {"type": "string"}}}}}}
            """);

    private static final ModelRequest REQUEST = new ModelRequest(
            "Read the fields.",
            List.of(new Turn(Role.USER, SECRET_TEXT), new Turn(Role.MODEL, "{}"), new Turn(Role.USER, "b is missing")),
            "us-w2",
            SCHEMA,
            500);

    @Parameter
    Protocol protocol;

    @Test
    void sendsWhatIsAskedAndTheSchemaUntouched() throws IOException {
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> Reply.answer("{\"a\": \"1\"}"))) {
            ModelAnswer answer = open(server).ask(REQUEST);
            assertThat(answer.text()).isEqualTo("{\"a\": \"1\"}");
            assertThat(answer.finish()).isEqualTo(Finish.COMPLETE);
            assertThat(answer.model()).isEqualTo("model-1");
            assertThat(answer.latency()).isPositive();

            SeenRequest seen = server.requests().get(0);
            assertThat(seen.protocol()).isEqualTo(protocol);
            assertThat(seen.model()).isEqualTo("model-1");
            assertThat(seen.instructions()).isEqualTo("Read the fields.");
            assertThat(seen.turns())
                    .isEqualTo(List.of(
                            new SeenRequest.Turn(false, SECRET_TEXT),
                            new SeenRequest.Turn(true, "{}"),
                            new SeenRequest.Turn(false, "b is missing")));
            assertThat(seen.schema().orElseThrow().toString()).isEqualTo(SCHEMA.toString());
            assertThat(seen.headers()).doesNotContainKeys("upgrade", "http2-settings", "idempotency-key");
            assertThat(seen.headers().toString()).contains(KEY);
            assertThat(limits(seen.body())).containsExactly(500);
        }
    }

    @Test
    void holdsTheModelToTheSchemaInTheProvidersWay() throws IOException {
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> Reply.answer("{}"))) {
            open(server).ask(REQUEST);
            JsonNode body = server.requests().get(0).body();
            switch (protocol) {
                case OPEN_AI -> {
                    JsonNode format = body.path("response_format");
                    assertThat(format.path("type").asString()).isEqualTo("json_schema");
                    assertThat(format.at("/json_schema/strict").asBoolean()).isTrue();
                    assertThat(format.at("/json_schema/name").asString()).isEqualTo("us-w2");
                }
                case ANTHROPIC -> {
                    assertThat(body.at("/output_config/format/type").asString()).isEqualTo("json_schema");
                    assertThat(body.at("/system/0/cache_control/type").asString())
                            .isEqualTo("ephemeral");
                    assertThat(body.path("messages").toString()).doesNotContain("cache_control");
                }
                case GEMINI ->
                    assertThat(body.at("/generationConfig/responseMimeType").asString())
                            .isEqualTo("application/json");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = AnswerFormat.class,
            names = {"JSON", "TEXT"})
    void putsTheSchemaIntoTheInstructionsWhereTheProviderHasNone(AnswerFormat format) throws IOException {
        try (ScriptedModelServer server =
                ScriptedModelServer.start(request -> Reply.answer("```json\n{\"a\": \"1\"}\n```"))) {
            ModelAnswer answer = open(server, settings(server).format(format)).ask(REQUEST);
            assertThat(answer.text()).isEqualTo("{\"a\": \"1\"}");
            SeenRequest seen = server.requests().get(0);
            assertThat(seen.schema()).isEmpty();
            assertThat(seen.instructions()).startsWith("Read the fields.").contains(SCHEMA.toString());
        }
    }

    @Test
    void countsTokensWithCachedOnesWithinTheInput() throws IOException {
        Reply reply = new Reply.Answer("{\"a\": \"1\"}", Reply.Ending.COMPLETE, 40);
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> reply)) {
            TokenUsage usage = open(server).ask(REQUEST).usage();
            assertThat(usage.cachedInput()).isEqualTo(40);
            assertThat(usage.input()).isGreaterThan(100);
            assertThat(usage.output()).isEqualTo(3);
        }
    }

    @Test
    void aRefusalIsAnAnswerThatIsBilled() throws IOException {
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> Reply.refusal("I would rather not"))) {
            ModelAnswer answer = open(server).ask(REQUEST);
            assertThat(answer.finish()).isEqualTo(Finish.REFUSED);
            assertThat(answer.text()).isEqualTo("I would rather not");
            assertThat(answer.usage().input()).isPositive();
        }
    }

    @Test
    void aTruncatedAnswerIsOne() throws IOException {
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> Reply.truncated("{\"a\": \"1"))) {
            ModelAnswer answer = open(server).ask(REQUEST);
            assertThat(answer.finish()).isEqualTo(Finish.TRUNCATED);
            assertThat(answer.text()).isEqualTo("{\"a\": \"1");
            assertThat(answer.usage().output()).isPositive();
        }
    }

    @Test
    void anAnswerThatIsNoJsonIsTheReadersConcern() throws IOException {
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> Reply.answer("Sure! Here: {\"a\"}"))) {
            ModelAnswer answer = open(server).ask(REQUEST);
            assertThat(answer.finish()).isEqualTo(Finish.COMPLETE);
            assertThat(answer.text()).isEqualTo("Sure! Here: {\"a\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST",
        "401, UNAUTHORISED",
        "402, UNAUTHORISED",
        "403, UNAUTHORISED",
        "404, BAD_REQUEST",
        "408, TIMEOUT",
        "413, BAD_REQUEST",
        "429, RATE_LIMITED",
        "500, OVERLOADED",
        "503, OVERLOADED",
        "529, OVERLOADED"
    })
    void aStatusBecomesAKindOfFailureAfterOneAttempt(int status, Kind kind) throws IOException {
        Reply reply = new Reply.Status(status, Map.of(), "you sent " + SECRET_TEXT + " with " + KEY);
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> reply)) {
            ModelFailure failure = failure(open(server));
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.retryAfter()).isEmpty();
            assertThat(failure).hasMessageContaining("model-1").hasMessageContaining(Integer.toString(status));
            assertThat(printed(failure)).doesNotContain(KEY).doesNotContain("Secret");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void keepsHowLongToWait() throws IOException {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(90));
        List<Reply> replies = List.of(Reply.status(429, "7"), Reply.status(503, date), Reply.status(429, "soon"));
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> replies.get(request.number() - 1))) {
            LanguageModel model = open(server);
            assertThat(failure(model).retryAfter()).contains(Duration.ofSeconds(7));
            assertThat(failure(model).retryAfter().orElseThrow())
                    .isBetween(Duration.ofSeconds(80), Duration.ofSeconds(90));
            assertThat(failure(model).retryAfter()).isEmpty();
        }
    }

    @Test
    void anEmptyAccountIsNotMendedByWaiting() throws IOException {
        Reply reply = new Reply.Raw(429, "{\"error\": {\"code\": \"insufficient_quota\", \"message\": \"pay\"}}");
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> reply)) {
            ModelFailure failure = failure(open(server));
            assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORISED);
            assertThat(failure).hasMessageContaining("insufficient_quota");
        }
    }

    @Test
    void waitsNoLongerThanConfiguredForTheFirstByteOrTheLast() throws IOException {
        List<Reply> replies = List.of(
                new Reply.Late(Duration.ofSeconds(20), Reply.answer("{}")),
                new Reply.Stalled(Duration.ofSeconds(20), Reply.answer("{}")));
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> replies.get(request.number() - 1))) {
            LanguageModel model = open(server, settings(server).answerTimeout(Duration.ofMillis(400)));
            for (Reply ignored : replies) {
                long start = System.nanoTime();
                assertThat(failure(model).kind()).isEqualTo(Kind.TIMEOUT);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void aSlowAnswerWithinTheLimitIsOne() throws IOException {
        Reply slow =
                new Reply.Late(Duration.ofMillis(300), new Reply.Stalled(Duration.ofMillis(300), Reply.answer("{}")));
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> slow)) {
            ModelAnswer answer = open(server).ask(REQUEST);
            assertThat(answer.text()).isEqualTo("{}");
            assertThat(answer.latency()).isGreaterThanOrEqualTo(Duration.ofMillis(600));
        }
    }

    @Test
    void aBrokenConnectionIsOneAttempt() throws IOException {
        List<Reply> replies = List.of(new Reply.Dropped(), new Reply.Cut(Reply.answer("{}")));
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> replies.get(request.number() - 1))) {
            LanguageModel model = open(server);
            assertThat(failure(model).kind()).isEqualTo(Kind.CONNECTION);
            assertThat(failure(model).kind()).isEqualTo(Kind.CONNECTION);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void nobodyListeningIsAConnectionFailure() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        ProviderSettings settings = new Settings(URI.create("http://127.0.0.1:" + port + "/v1")).build();
        assertThat(failure(LanguageModels.open(settings, Map.of("TEST_KEY", KEY)))
                        .kind())
                .isEqualTo(Kind.CONNECTION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"<html>bad gateway</html>", "{}", "[]", "{\"error\": \"all is well\"}", "\"\"", "{\"choices\": "})
    void whatIsNotTheProtocolIsAFailure(String body) throws IOException {
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> new Reply.Raw(200, body))) {
            ModelFailure failure = failure(open(server));
            assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void sendsAnIdempotencyKeyWhereTheProviderKeepsIt() throws IOException {
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> Reply.answer("{}"))) {
            LanguageModel model = open(server, settings(server).idempotent(true));
            model.ask(REQUEST);
            model.ask(REQUEST);
            List<String> keys = server.requests().stream()
                    .map(request -> request.headers().getOrDefault("idempotency-key", ""))
                    .toList();
            assertThat(keys.get(0)).hasSize(64).isEqualTo(keys.get(1));
        }
    }

    @Test
    void asksForManyThreadsAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (ScriptedModelServer server = ScriptedModelServer.start(
                request -> Reply.answer(request.turns().get(0).text()))) {
            LanguageModel model = open(server);
            List<Callable<String>> questions = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                String text = "question " + i;
                questions.add(() -> model.ask(
                                new ModelRequest("Echo.", List.of(new Turn(Role.USER, text)), "s", SCHEMA, 9))
                        .text());
            }
            List<String> answers = new ArrayList<>();
            for (var answer : threads.invokeAll(questions)) {
                answers.add(answer.get());
            }
            for (int i = 0; i < 64; i++) {
                assertThat(answers.get(i)).isEqualTo("question " + i);
            }
            assertThat(server.distinctRequests()).isEqualTo(64);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aMissingKeyIsNamedBeforeAnythingIsSent() throws IOException {
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> Reply.answer("{}"))) {
            ModelFailure failure = catchThrowableOfType(
                    ModelFailure.class,
                    () -> LanguageModels.open(settings(server).build(), Map.of()));
            assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORISED);
            assertThat(failure).hasMessageContaining("TEST_KEY");
            assertThat(server.requests()).isEmpty();
        }
    }

    private Settings settings(ScriptedModelServer server) {
        return new Settings(server.baseUrl(protocol));
    }

    private LanguageModel open(ScriptedModelServer server) {
        return open(server, settings(server));
    }

    private static LanguageModel open(ScriptedModelServer server, Settings settings) {
        return LanguageModels.open(settings.build(), Map.of("TEST_KEY", KEY));
    }

    private static ModelFailure failure(LanguageModel model) {
        return catchThrowableOfType(ModelFailure.class, () -> model.ask(REQUEST));
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static List<Integer> limits(JsonNode body) {
        return Arrays.asList("/max_tokens", "/max_completion_tokens", "/generationConfig/maxOutputTokens").stream()
                .map(body::at)
                .filter(JsonNode::isNumber)
                .map(JsonNode::asInt)
                .toList();
    }

    /** Settings of the provider under test with some of them changed. */
    private final class Settings {

        private final URI url;
        private AnswerFormat format = AnswerFormat.SCHEMA;
        private Duration answerTimeout = Duration.ofSeconds(30);
        private boolean idempotent;

        private Settings(URI url) {
            this.url = url;
        }

        private Settings format(AnswerFormat changed) {
            format = changed;
            return this;
        }

        private Settings answerTimeout(Duration changed) {
            answerTimeout = changed;
            return this;
        }

        private Settings idempotent(boolean changed) {
            idempotent = changed;
            return this;
        }

        private ProviderSettings build() {
            return new ProviderSettings(
                    "small",
                    switch (protocol) {
                        case OPEN_AI -> Provider.OPENAI;
                        case ANTHROPIC -> Provider.ANTHROPIC;
                        case GEMINI -> Provider.GEMINI;
                    },
                    Optional.of(url),
                    "model-1",
                    new ApiKey.Variable("TEST_KEY"),
                    Duration.ofSeconds(5),
                    answerTimeout,
                    Optional.empty(),
                    format,
                    false,
                    true,
                    128_000,
                    false,
                    idempotent);
        }
    }
}
