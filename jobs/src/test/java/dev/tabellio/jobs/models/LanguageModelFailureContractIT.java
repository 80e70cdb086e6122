package dev.tabellio.jobs.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelFailure.Kind;
import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.langchain4j.LanguageModels;
import dev.tabellio.samples.models.Reply;
import dev.tabellio.samples.models.ScriptedModelServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every provider's adapter promises where there is no answer, over real sockets. */
@ParameterizedClass
@EnumSource
class LanguageModelFailureContractIT extends ProviderContract {

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
}
