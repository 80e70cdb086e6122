package dev.tabellio.samples.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScriptedModelServerIT {

    private static final String OPEN_AI = """
            {"model": "m-1", "messages": [
              {"role": "system", "content": "Read."},
              {"role": "user", "content": [{"type": "text", "text": "p1.l1 | 42"}]},
              {"role": "assistant", "content": "{}"},
              {"role": "user", "content": "again"}],
             "response_format": {"type": "json_schema", "json_schema": {"name": "n", "schema": {"type": "object"}}}}
            """;
    private static final String ANTHROPIC = """
            {"model": "m-1", "max_tokens": 9, "system": [{"type": "text", "text": "Read."}], "messages": [
              {"role": "user", "content": "p1.l1 | 42"},
              {"role": "assistant", "content": [{"type": "text", "text": "{}"}]},
              {"role": "user", "content": "again"}],
             "output_config": {"format": {"type": "json_schema", "schema": {"type": "object"}}}}
            """;
    private static final String GEMINI = """
            {"systemInstruction": {"parts": [{"text": "Read."}]}, "contents": [
              {"role": "user", "parts": [{"text": "p1.l1 | 42"}]},
              {"role": "model", "parts": [{"text": "{}"}]},
              {"role": "user", "parts": [{"text": "again"}]}],
             "generationConfig": {"responseJsonSchema": {"type": "object"}}}
            """;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ParameterizedTest
    @EnumSource
    void seesTheSameQuestionInEveryProtocol(Protocol protocol) throws Exception {
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> Reply.answer("{}"))) {
            assertThat(post(server, protocol).statusCode()).isEqualTo(200);
            SeenRequest seen = server.requests().get(0);
            assertThat(seen.protocol()).isEqualTo(protocol);
            assertThat(seen.model()).isEqualTo("m-1");
            assertThat(seen.instructions()).isEqualTo("Read.");
            assertThat(seen.turns())
                    .isEqualTo(List.of(
                            new SeenRequest.Turn(false, "p1.l1 | 42"),
                            new SeenRequest.Turn(true, "{}"),
                            new SeenRequest.Turn(false, "again")));
            assertThat(seen.schema().orElseThrow().path("type").asString()).isEqualTo("object");
            assertThat(seen.headers()).containsEntry("x-test", "yes");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN_AI,   /choices/0/message/content,       /choices/0/finish_reason, length",
        "ANTHROPIC, /content/0/text,                  /stop_reason,             max_tokens",
        "GEMINI,    /candidates/0/content/parts/0/text, /candidates/0/finishReason, MAX_TOKENS"
    })
    void answersInTheWordsOfTheProtocol(Protocol protocol, String text, String reason, String truncated)
            throws Exception {
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> Reply.truncated("{\"a"))) {
            JsonNode answer =
                    JsonMapper.shared().readTree(post(server, protocol).body());
            assertThat(answer.at(text).asString()).isEqualTo("{\"a");
            assertThat(answer.at(reason).asString()).isEqualTo(truncated);
        }
    }

    @Test
    void failsAsTheScriptSays() throws Exception {
        List<Reply> replies = List.of(
                Reply.status(429, "7"), new Reply.Dropped(), new Reply.Cut(Reply.answer("{}")), Reply.answer("{}"));
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> replies.get(request.number() - 1))) {
            HttpResponse<String> limited = post(server, Protocol.OPEN_AI);
            assertThat(limited.statusCode()).isEqualTo(429);
            assertThat(limited.headers().firstValue("Retry-After")).contains("7");
            assertThatThrownBy(() -> post(server, Protocol.OPEN_AI)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> post(server, Protocol.OPEN_AI)).isInstanceOf(IOException.class);
            assertThat(post(server, Protocol.OPEN_AI).statusCode()).isEqualTo(200);
            assertThat(server.requests()).hasSize(4);
            assertThat(server.distinctRequests()).isEqualTo(1);
        }
    }

    @Test
    void waitsAsTheScriptSays() throws Exception {
        Reply late = new Reply.Late(Duration.ofMillis(300), Reply.answer("{}"));
        try (ScriptedModelServer server = ScriptedModelServer.start(request -> late)) {
            long start = System.nanoTime();
            assertThat(post(server, Protocol.GEMINI).statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void faultsAreAShareOfTheRequests() {
        Reply sane = Reply.answer("sane");
        Faults faults = new Faults(request -> sane, 0.2, 7, Duration.ofMillis(1));
        long failed = IntStream.rangeClosed(1, 5000)
                .mapToObj(number -> faults.reply(seen(number)))
                .filter(reply -> reply != sane)
                .count();
        assertThat(failed).isBetween(900L, 1100L);
    }

    private static SeenRequest seen(int number) {
        JsonNode body = JsonMapper.shared().readTree("{}");
        return new SeenRequest(
                number, Protocol.OPEN_AI, "/v1/chat/completions", Map.of(), body, "m", "", List.of(), Optional.empty());
    }

    private HttpResponse<String> post(ScriptedModelServer server, Protocol protocol)
            throws IOException, InterruptedException {
        String path = switch (protocol) {
            case OPEN_AI -> "/chat/completions";
            case ANTHROPIC -> "/messages";
            case GEMINI -> "/models/m-1:generateContent";
        };
        String body = switch (protocol) {
            case OPEN_AI -> OPEN_AI;
            case ANTHROPIC -> ANTHROPIC;
            case GEMINI -> GEMINI;
        };
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl(protocol) + path))
                .header("X-Test", "yes")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
