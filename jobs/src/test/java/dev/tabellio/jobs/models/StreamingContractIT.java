package dev.tabellio.jobs.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelAnswer.Finish;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelFailure.Kind;
import dev.tabellio.samples.models.Protocol;
import dev.tabellio.samples.models.Reply;
import dev.tabellio.samples.models.ScriptedModelServer;
import dev.tabellio.samples.models.SeenRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every provider's adapter promises where answers are sent as they are written, over real sockets. */
@ParameterizedClass
@EnumSource
class StreamingContractIT extends ProviderContract {

    private static final String TEXT = "{\"a\": \"1\", \"b\": \"Ünïcode, and more than one piece\"}";

    @Test
    void anAnswerInPiecesIsTheSameAsInOne() throws IOException {
        Reply reply = new Reply.Answer(TEXT, Reply.Ending.COMPLETE, 40);
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> reply)) {
            ModelAnswer whole = open(server).ask(REQUEST);
            ModelAnswer pieces = streamed(server);
            assertThat(pieces.text()).isEqualTo(TEXT);
            assertThat(pieces.finish()).isEqualTo(Finish.COMPLETE);
            assertThat(pieces.usage()).isEqualTo(whole.usage());
            assertThat(pieces.model()).isEqualTo(whole.model());
            SeenRequest seen = server.requests().get(1);
            assertThat(seen.schema()).isEqualTo(server.requests().get(0).schema());
            assertThat(seen.turns()).isEqualTo(server.requests().get(0).turns());
            assertThat(limits(seen.body())).containsExactly(500);
            if (protocol == Protocol.GEMINI) {
                assertThat(seen.path()).endsWith(":streamGenerateContent");
            } else {
                assertThat(seen.body().path("stream").asBoolean()).isTrue();
            }
        }
    }

    @Test
    void refusalsAndCutOffAnswersAreAnswersThatAreBilled() throws IOException {
        List<Reply> replies = List.of(Reply.refusal("I would rather not"), Reply.truncated("{\"a\": \"1"));
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> replies.get(request.number() - 1))) {
            ModelAnswer refused = streamed(server);
            assertThat(refused.finish()).isEqualTo(Finish.REFUSED);
            assertThat(refused.text()).isEqualTo("I would rather not");
            assertThat(refused.usage().input()).isPositive();
            ModelAnswer truncated = streamed(server);
            assertThat(truncated.finish()).isEqualTo(Finish.TRUNCATED);
            assertThat(truncated.text()).isEqualTo("{\"a\": \"1");
            assertThat(truncated.usage().output()).isPositive();
        }
    }

    @Test
    void aSlowStreamWithinTheLimitIsAnAnswer() throws IOException {
        Reply slow =
                new Reply.Late(Duration.ofMillis(200), new Reply.Stalled(Duration.ofMillis(300), Reply.answer(TEXT)));
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> slow)) {
            assertThat(streamed(server).text()).isEqualTo(TEXT);
        }
    }

    @Test
    void aStreamThatBreaksOrStallsIsOneFailedAttempt() throws IOException {
        List<Reply> replies = List.of(
                new Reply.Dropped(),
                new Reply.Cut(Reply.answer(TEXT)),
                new Reply.Stalled(Duration.ofSeconds(20), Reply.answer(TEXT)));
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> replies.get(request.number() - 1))) {
            assertThat(failure(server).kind()).isEqualTo(Kind.CONNECTION);
            assertThat(failure(server).kind()).isEqualTo(Kind.CONNECTION);
            assertThat(failure(server).kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(server.requests()).hasSize(3);
        }
    }

    /** A gateway that gives up ends the body as if it were whole. */
    @Test
    void aStreamThatEndsBeforeItsAnswerIsAFailure() throws IOException {
        String begun = switch (protocol) {
            case OPEN_AI -> "data: {\"choices\": [{\"delta\": {\"content\": \"{\"}}]}\n\n";
            case ANTHROPIC -> "data: {\"type\": \"content_block_delta\", \"delta\": {\"text\": \"{\"}}\n\n";
            case GEMINI -> "data: {\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"{\"}]}}]}\n\n";
        };
        for (String body : List.of(begun, "", "<html>bad gateway</html>", "data: {\"choi")) {
            try (ScriptedModelServer server = ScriptedModelServer.start(request -> new Reply.Raw(200, body))) {
                assertThat(failure(server).kind()).as(body).isEqualTo(Kind.PROTOCOL);
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "overloaded_error, OVERLOADED",
        "server_error, OVERLOADED",
        "rate_limit_exceeded, RATE_LIMITED",
        "odd, PROTOCOL"
    })
    void anErrorWithinTheStreamIsAFailure(String type, Kind kind) throws IOException {
        String body =
                "event: error\ndata: {\"type\": \"error\", \"error\": {\"type\": \"%s\", \"message\": \"%s\"}}\n\n"
                        .formatted(type, SECRET_TEXT);
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> new Reply.Raw(200, body))) {
            ModelFailure failure = failure(server);
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(printed(failure)).doesNotContain("Secret").contains(type);
        }
    }

    @ParameterizedTest
    @CsvSource({"400, BAD_REQUEST", "401, UNAUTHORISED", "429, RATE_LIMITED", "529, OVERLOADED"})
    void aStatusIsAFailureAsWithoutAStream(int status, Kind kind) throws IOException {
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> Reply.status(status, "7"))) {
            ModelFailure failure = failure(server);
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
            assertThat(server.requests()).hasSize(1);
        }
    }

    private ModelAnswer streamed(ScriptedModelServer server) {
        return open(server, settings(server).streaming(true)).ask(REQUEST);
    }

    private ModelFailure failure(ScriptedModelServer server) {
        return catchThrowableOfType(
                ModelFailure.class,
                () -> open(server, settings(server).streaming(true).answerTimeout(Duration.ofSeconds(2)))
                        .ask(REQUEST));
    }
}
