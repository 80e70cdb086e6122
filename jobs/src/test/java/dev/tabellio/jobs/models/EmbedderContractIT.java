package dev.tabellio.jobs.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tabellio.extraction.llm.Embeddings;
import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelFailure.Kind;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.langchain4j.LanguageModels;
import dev.tabellio.samples.models.Protocol;
import dev.tabellio.samples.models.Reply;
import dev.tabellio.samples.models.Script;
import dev.tabellio.samples.models.ScriptedModelServer;
import dev.tabellio.samples.models.SeenRequest;
import dev.tabellio.samples.models.WordEmbedder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What every provider's embeddings promise, over real sockets. */
@ParameterizedClass
@EnumSource(
        value = Protocol.class,
        names = {"OPEN_AI", "GEMINI"})
class EmbedderContractIT extends ProviderContract {

    private static final ModelRequest PASSAGES = Embeddings.passages(List.of(SECRET_TEXT, "2. Law", "Ünïcode \"3\""));
    private static final Reply THREE =
            new Reply.Vectors(List.of(new float[] {1, 0}, new float[] {0.25f, -1e-7f}, new float[] {0, 3}));

    @Test
    void sendsAllTextsInOneRequestAndGivesAVectorForEach() throws IOException {
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> THREE)) {
            ModelAnswer answer = embedder(server, settings(server)).ask(PASSAGES);

            assertThat(Embeddings.vectors(answer))
                    .usingElementComparator((one, other) -> java.util.Arrays.compare(one, other))
                    .containsExactly(new float[] {1, 0}, new float[] {0.25f, -1e-7f}, new float[] {0, 3});
            assertThat(answer.finish()).isEqualTo(ModelAnswer.Finish.COMPLETE);
            assertThat(answer.model()).isEqualTo("model-1");
            assertThat(answer.usage().input()).isPositive();
            assertThat(answer.usage().output()).isZero();
            assertThat(server.requests()).hasSize(1);
            SeenRequest seen = server.requests().get(0);
            assertThat(seen.protocol()).isEqualTo(protocol);
            assertThat(seen.model()).isEqualTo("model-1");
            assertThat(seen.turns())
                    .extracting(SeenRequest.Turn::text)
                    .containsExactly(SECRET_TEXT, "2. Law", "Ünïcode \"3\"");
            assertThat(seen.headers().toString()).contains(KEY);
            assertThat(seen.headers()).doesNotContainKeys("upgrade", "http2-settings");
        }
    }

    @Test
    void saysWhatIsLookedForWhereTheProviderWantsToKnow() throws IOException {
        try (ScriptedModelServer server = ScriptedModelServer.start(new WordEmbedder(List.of()))) {
            LanguageModel embedder = embedder(server, settings(server));
            embedder.ask(PASSAGES);
            embedder.ask(Embeddings.queries(List.of("law")));
            List<JsonNode> types = server.requests().stream()
                    .map(request -> request.body().at("/requests/0/taskType"))
                    .toList();
            if (protocol == Protocol.GEMINI) {
                assertThat(types)
                        .extracting(JsonNode::asString)
                        .containsExactly("RETRIEVAL_DOCUMENT", "RETRIEVAL_QUERY");
            } else {
                assertThat(types).allMatch(JsonNode::isMissingNode);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"400, BAD_REQUEST", "401, UNAUTHORISED", "429, RATE_LIMITED", "500, OVERLOADED", "529, OVERLOADED"})
    void aStatusBecomesAKindOfFailureAfterOneAttempt(int status, Kind kind) throws IOException {
        Reply reply = new Reply.Status(status, Map.of("Retry-After", "7"), "you sent " + SECRET_TEXT + " with " + KEY);
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> reply)) {
            ModelFailure failure = failure(server, settings(server));
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
            assertThat(printed(failure)).doesNotContain(KEY).doesNotContain("Secret");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aBrokenConnectionIsOneAttempt() throws IOException {
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> new Reply.Dropped())) {
            assertThat(failure(server, settings(server)).kind()).isEqualTo(Kind.CONNECTION);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void waitsNoLongerThanConfigured() throws IOException {
        Script late = request -> new Reply.Late(Duration.ofSeconds(20), THREE);
        try (ScriptedModelServer server = ScriptedModelServer.start(late)) {
            assertThat(failure(server, settings(server).answerTimeout(Duration.ofMillis(400)))
                            .kind())
                    .isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void vectorsThatDoNotFitTheTextsAreAFailure() throws IOException {
        List<Reply> wrong = List.of(
                new Reply.Vectors(List.of(new float[] {1, 0})),
                new Reply.Vectors(List.of(new float[] {1, 0}, new float[] {1}, new float[] {0, 3})),
                new Reply.Vectors(List.of(new float[] {1, 0}, new float[] {0, 0}, new float[] {0, 3})),
                new Reply.Raw(200, "{}"),
                new Reply.Raw(200, "<html>bad gateway</html>"));
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> wrong.get(request.number() - 1))) {
            for (int i = 0; i < wrong.size(); i++) {
                assertThat(failure(server, settings(server)).kind())
                        .as("reply %d", i)
                        .isEqualTo(Kind.PROTOCOL);
            }
            assertThat(server.requests()).hasSize(wrong.size());
        }
    }

    private static LanguageModel embedder(ScriptedModelServer server, Settings settings) {
        assertThat(server.port()).isPositive();
        return LanguageModels.open(Tier.EMBEDDER, settings.build(), Map.of("TEST_KEY", KEY));
    }

    private static ModelFailure failure(ScriptedModelServer server, Settings settings) {
        return catchThrowableOfType(
                ModelFailure.class, () -> embedder(server, settings).ask(PASSAGES));
    }
}
