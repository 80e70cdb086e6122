package dev.tabellio.jobs.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tabellio.jobs.store.DerivationKey;
import dev.tabellio.samples.models.WordEmbedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model over HTTP, in OpenAI's protocol, that knows one thing: {@code issued to X} says that the owner is X; it also turns
 * texts into vectors of their words. It counts
 * what it is asked, and fails as often as it is told to, in every way that a server can.
 */
public final class ModelServer implements AutoCloseable {

    /** Tokens that it counts for each request and each answer. */
    public static final int INPUT = 100;

    public static final int OUTPUT = 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern OWNER = Pattern.compile("(p\\d+\\.l\\d+) \\| .*?issued to ([^\\n|]+)");
    private static final int WAYS = 8;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "model-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Random random = new Random(7);
    private final List<String> seen = new ArrayList<>();
    private final Map<String, Integer> answered = new HashMap<>();
    private volatile double faults;
    private volatile Duration latency = Duration.ZERO;
    private int way;
    private int underWay;
    private int most;

    private ModelServer(HttpServer server) {
        this.server = server;
    }

    public static ModelServer start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
            ModelServer server = new ModelServer(http);
            http.setExecutor(server.threads);
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
    }

    /** @param share of requests that fail, from 0 to 1 */
    public void failing(double share) {
        faults = share;
    }

    /** How long it takes to answer. */
    public void taking(Duration time) {
        latency = time;
    }

    /** How many requests came in. */
    public synchronized int requests() {
        return seen.size();
    }

    /** How many different questions came in. */
    public synchronized int questions() {
        return (int) seen.stream().distinct().count();
    }

    /** How many questions were answered, and so billed, more than once. */
    public synchronized int billedTwice() {
        return (int) answered.values().stream().filter(times -> times > 1).count();
    }

    /** How many requests are waiting for their answer. */
    public synchronized int underWay() {
        return underWay;
    }

    /** How many requests were waiting for their answer at the same time. */
    public synchronized int most() {
        return most;
    }

    /** How many questions were answered. */
    public synchronized int billed() {
        return answered.size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String question = DerivationKey.digest(body);
        int fault;
        synchronized (this) {
            seen.add(question);
            underWay++;
            most = Math.max(most, underWay);
            fault = random.nextDouble() < faults ? way++ % WAYS : -1;
        }
        try {
            reply(exchange, body, question, fault);
        } finally {
            synchronized (this) {
                underWay--;
            }
        }
    }

    private void reply(HttpExchange exchange, String body, String question, int fault) throws IOException {
        pause(latency);
        switch (fault) {
            case 0 -> send(exchange, 500, "{\"error\":{\"message\":\"broken\"}}", null);
            case 1 -> send(exchange, 529, "{\"error\":{\"message\":\"overloaded\"}}", null);
            case 2 -> send(exchange, 429, "{\"error\":{\"message\":\"slow down\"}}", "1");
            case 3 -> exchange.close();
            case 4 -> send(exchange, 200, "<html>not what the protocol says</html>", null);
            case 5 -> {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write("{\"id\":".getBytes(StandardCharsets.UTF_8));
                exchange.close();
            }
            case 6 -> {
                pause(Duration.ofSeconds(5));
                exchange.close();
            }
            case 7 -> send(exchange, 503, "", null);
            default -> {
                synchronized (this) {
                    answered.merge(question, 1, Integer::sum);
                }
                boolean embeds = exchange.getRequestURI().getPath().endsWith("/embeddings");
                send(exchange, 200, embeds ? vectors(body) : answer(body), null);
            }
        }
    }

    private static String vectors(String body) {
        WordEmbedder embedder = new WordEmbedder(List.of());
        ObjectNode answer = JSON.createObjectNode().put("object", "list").put("model", "meanings-1");
        ArrayNode data = answer.putArray("data");
        for (JsonNode text : JSON.readTree(body).path("input")) {
            ObjectNode one = data.addObject().put("object", "embedding").put("index", data.size() - 1);
            ArrayNode numbers = one.putArray("embedding");
            for (float number : embedder.vector(text.asString())) {
                numbers.add(number);
            }
        }
        answer.putObject("usage").put("prompt_tokens", INPUT).put("total_tokens", INPUT);
        return answer.toString();
    }

    private static String answer(String body) {
        JsonNode request = JSON.readTree(body);
        JsonNode messages = request.path("messages");
        Matcher owner =
                OWNER.matcher(messages.get(messages.size() - 1).path("content").asString());
        ObjectNode said = JSON.createObjectNode();
        JsonNode fields = request.at("/response_format/json_schema/schema/properties");
        for (String field : fields.propertyNames()) {
            ObjectNode leaf = said.putObject(field);
            boolean known = field.equals("Owner") && owner.find();
            if (known) {
                leaf.putArray("lines").add(owner.group(1));
                leaf.put("value", owner.group(2).strip());
            } else {
                leaf.putArray("lines");
                leaf.putNull("value");
            }
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.put("id", "answer")
                .put("object", "chat.completion")
                .put("created", 1)
                .put("model", "slips-1");
        ObjectNode choice = answer.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", said.toString());
        answer.putObject("usage")
                .put("prompt_tokens", INPUT)
                .put("completion_tokens", OUTPUT)
                .put("total_tokens", INPUT + OUTPUT);
        return answer.toString();
    }

    private static void send(HttpExchange exchange, int status, String body, @Nullable String retryAfter)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (retryAfter != null) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
