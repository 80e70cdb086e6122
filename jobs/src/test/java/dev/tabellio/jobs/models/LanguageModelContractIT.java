package dev.tabellio.jobs.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tabellio.extraction.llm.AnswerFormat;
import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelAnswer.Finish;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelFailure.Kind;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.ModelRequest.Picture;
import dev.tabellio.extraction.llm.ModelRequest.Role;
import dev.tabellio.extraction.llm.ModelRequest.Turn;
import dev.tabellio.extraction.llm.TokenUsage;
import dev.tabellio.extraction.llm.langchain4j.LanguageModels;
import dev.tabellio.samples.models.Protocol;
import dev.tabellio.samples.models.Reply;
import dev.tabellio.samples.models.ScriptedModelServer;
import dev.tabellio.samples.models.SeenRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What every provider's adapter promises about requests and answers, over real sockets. */
@ParameterizedClass
@EnumSource
class LanguageModelContractIT extends ProviderContract {

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
    void sendsPicturesToWhoTakesThemInAndToNobodyElse() throws IOException {
        Turn shown = new Turn(Role.USER, "What is this?", List.of(new Picture("image/png", "iVBORw0KGgo=")));
        ModelRequest request = new ModelRequest("Look.", List.of(shown), "s", SCHEMA, 9);
        try (ScriptedModelServer server = ScriptedModelServer.start(seen -> Reply.answer("{}"))) {
            open(server, settings(server).images(true)).ask(request);
            JsonNode body = server.requests().get(0).body();
            JsonNode picture = switch (protocol) {
                case OPEN_AI -> body.at("/messages/1/content/0/image_url/url");
                case ANTHROPIC -> body.at("/messages/0/content/0/source/data");
                case GEMINI -> body.at("/contents/0/parts/0/inlineData/data");
            };
            assertThat(picture.asString("")).endsWith("iVBORw0KGgo=");
            assertThat(server.requests().get(0).turns().get(0).text()).contains("What is this?");
            assertThatIllegalStateException().isThrownBy(() -> open(server).ask(request));
            assertThat(server.requests()).hasSize(1);
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

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void makesTheModelCallAFunctionWhereTheProviderHasNoSchema(boolean streaming) throws IOException {
        if (protocol == Protocol.GEMINI) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Settings(URI.create("http://127.0.0.1/"))
                            .format(AnswerFormat.TOOL)
                            .build())
                    .withMessageContaining("gemini holds answers to a schema");
            return;
        }
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> Reply.answer("{\"a\":\"1\"}"))) {
            Settings settings = settings(server).format(AnswerFormat.TOOL).streaming(streaming);
            ModelAnswer answer = open(server, settings).ask(REQUEST);
            assertThat(answer.text()).isEqualTo("{\"a\":\"1\"}");
            assertThat(answer.finish()).isEqualTo(Finish.COMPLETE);
            SeenRequest seen = server.requests().get(0);
            assertThat(seen.schema().orElseThrow().properties())
                    .isSubsetOf(SCHEMA.properties())
                    .extracting(Map.Entry::getKey)
                    .contains("type", "properties", "required", "$defs");
            assertThat(seen.instructions()).isEqualTo("Read the fields.");
            JsonNode choice = protocol == Protocol.OPEN_AI
                    ? seen.body().path("tool_choice")
                    : seen.body().at("/tool_choice/type");
            assertThat(choice.asString()).isIn("required", "any");
        }
    }

    @Test
    void asksForOneAnswerAndNotForAStream() throws IOException {
        Reply inPieces = new Reply.Stalled(Duration.ofMillis(100), Reply.answer("{\"a\": \"1\"}"));
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> inPieces)) {
            assertThat(open(server).ask(REQUEST).text()).isEqualTo("{\"a\": \"1\"}");
            assertThat(server.requests().get(0).body().path("stream").asBoolean(false))
                    .isFalse();
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
}
