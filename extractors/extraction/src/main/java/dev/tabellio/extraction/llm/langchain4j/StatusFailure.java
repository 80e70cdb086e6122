package dev.tabellio.extraction.llm.langchain4j;

import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelFailure.Kind;
import dev.tabellio.extraction.llm.ProviderSettings;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an HTTP status other than success means. */
final class StatusFailure {

    /** An hour or day that a provider names by mistake must not stop a night. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final ProviderSettings settings;
    private final Clock clock;

    StatusFailure(ProviderSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    static String subject(ProviderSettings settings) {
        return "%s at %s (%s)".formatted(settings.model(), settings.provider().word(), settings.name());
    }

    ModelFailure of(int status, HttpHeaders headers, String body) {
        String words = words(body);
        String message = "%s answered %d%s".formatted(subject(settings), status, words.isEmpty() ? "" : " " + words);
        return new ModelFailure(kind(status, words), message, retryAfter(headers), null);
    }

    /** What an error within a stream means, which has the status of an answer. */
    ModelFailure within(JsonNode event) {
        String words = words(event.toString());
        Kind kind = words.contains("rate_limit")
                ? Kind.RATE_LIMITED
                : words.contains("overloaded") || words.contains("api_error") || words.contains("server_error")
                        ? Kind.OVERLOADED
                        : Kind.PROTOCOL;
        return new ModelFailure(
                kind, "%s broke off its answer %s".formatted(subject(settings), words), Optional.empty(), null);
    }

    /** OpenAI says 429 also when the account is empty, which waiting does not mend. */
    private static Kind kind(int status, String words) {
        return switch (status) {
            case 401, 402, 403, 407 -> Kind.UNAUTHORISED;
            case 408 -> Kind.TIMEOUT;
            case 429 -> words.contains("insufficient_quota") ? Kind.UNAUTHORISED : Kind.RATE_LIMITED;
            default -> status >= 500 ? Kind.OVERLOADED : Kind.BAD_REQUEST;
        };
    }

    /**
     * The short words by which providers name errors. Their sentences are left out, since they may repeat the key or the
     * document.
     */
    private static String words(String body) {
        try {
            JsonNode root = JsonMapper.shared().readTree(body);
            JsonNode error = root.isArray() ? root.path(0).path("error") : root.path("error");
            List<String> words = new ArrayList<>();
            for (String name : List.of("type", "code", "status", "param")) {
                String word = error.path(name).asString("");
                if (word.matches("[A-Za-z_][A-Za-z0-9_.]{0,60}") && !words.contains(word)) {
                    words.add(word);
                }
            }
            return words.isEmpty() ? "" : "(" + String.join(", ", words) + ")";
        } catch (JacksonException e) {
            return "";
        }
    }

    private Optional<Duration> retryAfter(HttpHeaders headers) {
        Optional<Duration> precise = headers.firstValue("retry-after-ms").flatMap(text -> number(text, 1));
        return precise.or(() -> headers.firstValue("Retry-After")
                        .flatMap(text -> number(text, 1000).or(() -> until(text))))
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private static Optional<Duration> number(String text, int millis) {
        String digits = text.strip();
        return digits.matches("\\d{1,9}(\\.\\d{1,6})?")
                ? Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(digits) * millis)))
                : Optional.empty();
    }

    private Optional<Duration> until(String date) {
        try {
            Instant then = ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), then);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
