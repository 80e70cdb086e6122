package dev.tabellio.samples.models;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider of language models on this machine that answers by a script; serves all protocols at once, each request on a
 * thread of its own. A body that is not JSON, or a path of no protocol, is answered with 400 or 404 and not asked of the
 * script.
 */
public final class ScriptedModelServer implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final JsonMapper mapper = JsonMapper.shared();
    private final Script script;
    private final List<SeenRequest> seen = new ArrayList<>();

    private ScriptedModelServer(HttpServer server, Script script) {
        this.server = server;
        this.script = script;
    }

    /** Starts a server on a free port of the loopback address. @throws IOException if there is none */
    public static ScriptedModelServer start(Script script) throws IOException {
        return start(0, script);
    }

    /** @param port 0 for any free one */
    public static ScriptedModelServer start(int port, Script script) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        ScriptedModelServer server = new ScriptedModelServer(http, script);
        http.createContext("/", server::serve);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The base URL that a client of this protocol is given. */
    public URI baseUrl(Protocol protocol) {
        String path = protocol == Protocol.GEMINI ? "/v1beta" : "/v1";
        return URI.create("http://" + server.getAddress().getHostString() + ":" + port() + path);
    }

    /** All requests of a protocol up to now, in the order of arrival. */
    public List<SeenRequest> requests() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    /** How many requests differ in what they ask. */
    public long distinctRequests() {
        return requests().stream().map(SeenRequest::content).distinct().count();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] sent = exchange.getRequestBody().readAllBytes();
        Optional<Protocol> protocol = Arrays.stream(Protocol.values())
                .filter(one -> one.wire().takes(path))
                .findFirst();
        if (protocol.isEmpty()) {
            send(exchange, 404, "no such path: " + path);
            return;
        }
        JsonNode body;
        try {
            body = mapper.readTree(sent);
        } catch (JacksonException e) {
            send(exchange, 400, "not JSON: " + e.getOriginalMessage());
            return;
        }
        SeenRequest request = note(protocol.get(), path, headers(exchange), body);
        try {
            act(exchange, request, script.reply(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return headers;
    }

    private SeenRequest note(Protocol protocol, String path, Map<String, String> headers, JsonNode body) {
        Wire wire = protocol.wire();
        synchronized (seen) {
            SeenRequest request = new SeenRequest(
                    seen.size() + 1,
                    protocol,
                    path,
                    headers,
                    body,
                    wire.model(path, body),
                    wire.instructions(body),
                    wire.turns(body),
                    wire.schema(body));
            seen.add(request);
            return request;
        }
    }

    private void act(HttpExchange exchange, SeenRequest request, Reply reply) throws IOException, InterruptedException {
        Wire wire = request.protocol().wire();
        if (reply instanceof Reply.Answer answer) {
            send(exchange, 200, body(answer, request));
        } else if (reply instanceof Reply.Vectors vectors) {
            send(exchange, 200, wire.vectors(vectors, request).toString());
        } else if (reply instanceof Reply.Status status) {
            status.headers().forEach(exchange.getResponseHeaders()::set);
            send(
                    exchange,
                    status.code(),
                    wire.error(status.code(), status.message()).toString());
        } else if (reply instanceof Reply.Raw raw) {
            send(exchange, raw.code(), raw.body());
        } else if (reply instanceof Reply.Late late) {
            Thread.sleep(late.pause().toMillis());
            act(exchange, request, late.then());
        } else if (reply instanceof Reply.Cut cut) {
            sendHalf(exchange, body(cut.answer(), request), Duration.ZERO, false);
        } else if (reply instanceof Reply.Stalled stalled) {
            sendHalf(exchange, body(stalled.answer(), request), stalled.pause(), true);
        } else {
            exchange.close();
        }
    }

    private static String body(Reply.Answer answer, SeenRequest request) {
        Wire wire = request.protocol().wire();
        if (!wire.streams(request.path(), request.body())) {
            return wire.answer(answer, request).toString();
        }
        StringBuilder events = new StringBuilder();
        wire.events(answer, request).forEach(data -> {
            String type = data.startsWith("{")
                    ? JsonMapper.shared().readTree(data).path("type").asString("")
                    : "";
            events.append(type.isEmpty() ? "" : "event: " + type + "\n")
                    .append("data: ")
                    .append(data)
                    .append("\n\n");
        });
        return events.toString();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static void sendHalf(HttpExchange exchange, String body, Duration pause, boolean whole)
            throws IOException, InterruptedException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        OutputStream out = exchange.getResponseBody();
        out.write(bytes, 0, bytes.length / 2);
        out.flush();
        if (whole) {
            Thread.sleep(pause.toMillis());
            out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
        }
        exchange.close();
    }
}
