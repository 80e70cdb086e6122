package dev.tabellio.jobs.llm;

import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelUnavailable;
import dev.tabellio.jobs.config.LlmConfig.Model;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How one model at one provider is doing, as this process sees it, and when it may be asked. Safe for all threads. */
final class Provider {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    /** A provider that wants a longer pause gets it, but documents do not wait for that. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration AFTER_REFUSED_KEY = Duration.ofMinutes(5);

    private final Model model;
    private final Semaphore slots;
    private final CircuitBreaker breaker;
    private final Clock clock;
    private volatile Instant notBefore = Instant.MIN;

    Provider(Model model, Clock clock) {
        this.model = model;
        this.slots = new Semaphore(model.pace().concurrency(), true);
        this.breaker = new CircuitBreaker(clock);
        this.clock = clock;
    }

    Model model() {
        return model;
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    Semaphore slots() {
        return slots;
    }

    /** When the provider wants to be asked again. */
    Instant notBefore() {
        return notBefore;
    }

    /** @throws ModelUnavailable if it is spared for now */
    void requireAdmitted() {
        if (!breaker.admits()) {
            throw new ModelUnavailable(
                    ModelUnavailable.Reason.PROVIDER,
                    "%s of %s is not asked for a while: %s".formatted(model.model(), model.provider(), breaker.why()),
                    null);
        }
    }

    /**
     * Learns from a failure.
     *
     * @param attempt from 1
     * @return how long to wait before the next attempt
     * @throws ModelUnavailable if another attempt makes no sense for now
     */
    Duration pauseAfter(ModelFailure failure, int attempt) {
        switch (failure.kind()) {
            case BAD_REQUEST -> breaker.succeeded();
            case UNAUTHORISED -> breaker.open(AFTER_REFUSED_KEY, says(failure));
            case RATE_LIMITED -> {
                breaker.succeeded();
                failure.retryAfter().ifPresent(this::waitAll);
            }
            default -> breaker.failed(says(failure));
        }
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        if (asked.compareTo(PATIENCE) > 0) {
            breaker.open(asked, says(failure));
        }
        if (!failure.kind().passing() || asked.compareTo(PATIENCE) > 0) {
            throw unavailable(failure);
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
        Duration limited = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        long jitter = ThreadLocalRandom.current().nextLong(limited.toMillis() / 2 + 1);
        Duration scattered = limited.minusMillis(limited.toMillis() / 4).plusMillis(jitter);
        return asked.compareTo(scattered) > 0 ? asked : scattered;
    }

    ModelUnavailable unavailable(ModelFailure failure) {
        return new ModelUnavailable(ModelUnavailable.Reason.PROVIDER, says(failure), failure);
    }

    private synchronized void waitAll(Duration asked) {
        Instant until = clock.instant().plus(asked);
        if (until.isAfter(notBefore) && asked.compareTo(PATIENCE) <= 0) {
            notBefore = until;
        }
    }

    private String says(ModelFailure failure) {
        return "%s of %s: %s".formatted(model.model(), model.provider(), failure.getMessage());
    }

    /** Whether the provider may charge for a call that failed so: it may have worked on it. */
    static boolean mayBill(ModelFailure failure) {
        return switch (failure.kind()) {
            case BAD_REQUEST, UNAUTHORISED, RATE_LIMITED, OVERLOADED -> false;
            case TIMEOUT, CONNECTION, PROTOCOL -> !unconnected(failure);
        };
    }

    /** Whether there was not even a connection. */
    static boolean unconnected(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof HttpConnectTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
