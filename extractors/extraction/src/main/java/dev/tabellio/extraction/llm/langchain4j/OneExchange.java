package dev.tabellio.extraction.llm.langchain4j;

import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.DefaultServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ProviderSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * LangChain4j's client for one request: sends it once, waits for the whole answer within the time limit, and keeps it as
 * it came. Makes the {@link ModelFailure} itself, so that headers are not lost on the way.
 */
final class OneExchange implements HttpClient, HttpClientBuilder {

    private final java.net.http.HttpClient client;
    private final ProviderSettings settings;
    private @Nullable String body;
    private @Nullable ModelFailure failure;

    OneExchange(java.net.http.HttpClient client, ProviderSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** Without another version of HTTP, over whose offer servers on plain HTTP stumble. */
    static java.net.http.HttpClient client(ProviderSettings settings) {
        return java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Goes on where there is an answer, whatever LangChain4j made of it.
     *
     * @param error that it threw
     * @throws ModelFailure the one of this exchange
     * @throws IllegalStateException if the request was never sent
     */
    void requireAnswer(RuntimeException error) {
        if (failure != null) {
            throw failure;
        }
        if (body == null) {
            throw new IllegalStateException(
                    "the request to %s could not be made".formatted(StatusFailure.subject(settings)), error);
        }
    }

    /** The answer's body; empty before there is one. */
    Optional<String> body() {
        return Optional.ofNullable(body);
    }

    /**
     * LangChain4j sends again after any error that it does not know to be final, also when it can not read an answer that
     * is paid for, and in some models whatever their number of retries is set to (Gemini's embeddings, 1.18.0).
     */
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        if (body != null || failure != null) {
            throw new NonRetriableException("a request is sent once");
        }
        try {
            return executed(request);
        } catch (ModelFailure e) {
            failure = e;
            throw new NonRetriableException(e);
        }
    }

    private SuccessfulHttpResponse executed(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(converted(request), HttpResponse.BodyHandlers.ofByteArray());
        HttpResponse<byte[]> response = await(sent);
        String text = new String(response.body(), StandardCharsets.UTF_8);
        if (response.statusCode() < 200 || response.statusCode() > 299) {
            throw new StatusFailure(settings, Clock.systemUTC()).of(response.statusCode(), response.headers(), text);
        }
        body = text;
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(text)
                .build();
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> sent) {
        try {
            return sent.get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw failure(
                    ModelFailure.Kind.TIMEOUT,
                    "no answer within %d s".formatted(settings.answerTimeout().toSeconds()),
                    null);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof HttpConnectTimeoutException) {
                throw failure(
                        ModelFailure.Kind.TIMEOUT,
                        "no connection within %d s"
                                .formatted(settings.connectTimeout().toSeconds()),
                        cause);
            }
            if (cause instanceof IOException) {
                throw failure(ModelFailure.Kind.CONNECTION, "the connection failed: " + reason(cause), cause);
            }
            throw new IllegalStateException("sending to %s failed".formatted(settings.name()), cause);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw failure(ModelFailure.Kind.CONNECTION, "waiting for the answer was interrupted", e);
        }
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private ModelFailure failure(ModelFailure.Kind kind, String what, @Nullable Throwable cause) {
        return new ModelFailure(kind, StatusFailure.subject(settings) + ": " + what, Optional.empty(), cause);
    }

    private java.net.http.HttpRequest converted(HttpRequest request) {
        String content = request.body() == null ? "" : request.body();
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(
                        request.method().name(),
                        java.net.http.HttpRequest.BodyPublishers.ofString(content, StandardCharsets.UTF_8));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        if (settings.idempotent()) {
            builder.header("Idempotency-Key", sha256(content));
        }
        return builder.build();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes a stream as a whole; its pieces are read when it has ended, see {@link #events}. */
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        execute(request);
    }

    /** The data of each event of an answer that came as a stream, in order. */
    List<String> events() {
        List<String> events = new ArrayList<>();
        byte[] bytes = body().orElse("").getBytes(StandardCharsets.UTF_8);
        new DefaultServerSentEventParser().parse(new ByteArrayInputStream(bytes), new ServerSentEventListener() {
            @Override
            public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
                events.add(event.data());
            }

            @Override
            public void onError(Throwable error) {
                throw new IllegalStateException("bytes in memory can be read", error);
            }
        });
        return events;
    }

    @Override
    public Duration connectTimeout() {
        return settings.connectTimeout();
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return settings.answerTimeout();
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }

    @Override
    public HttpClient build() {
        return this;
    }
}
