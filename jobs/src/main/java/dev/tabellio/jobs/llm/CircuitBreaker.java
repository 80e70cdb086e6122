package dev.tabellio.jobs.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Spares a provider that does not answer, and those who wait for it. Closed: everything passes. Open: nothing passes for a
 * while. Half-open: one call passes, and its outcome closes or opens it again. Safe for all threads.
 *
 * <p>Eight failures in a row open it: where one call in five fails by chance, that happens once in 400,000 calls; a
 * provider that is gone makes them in seconds.
 */
final class CircuitBreaker {

    private static final int FAILURES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Clock clock;
    private int failures;
    private Duration pause = FIRST_PAUSE;
    private Instant openUntil = Instant.MIN;
    private String why = "";
    private boolean probing;

    CircuitBreaker(Clock clock) {
        this.clock = clock;
    }

    /** Its state at a moment. */
    enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    synchronized State state() {
        if (openUntil.equals(Instant.MIN)) {
            return State.CLOSED;
        }
        return clock.instant().isBefore(openUntil) || probing ? State.OPEN : State.HALF_OPEN;
    }

    /** Whether a call may pass; who gets through half-open has to tell how it went. */
    synchronized boolean admits() {
        return switch (state()) {
            case CLOSED -> true;
            case OPEN -> false;
            case HALF_OPEN -> {
                probing = true;
                yield true;
            }
        };
    }

    /** The provider answered, whatever it said. */
    synchronized void succeeded() {
        failures = 0;
        probing = false;
        pause = FIRST_PAUSE;
        openUntil = Instant.MIN;
    }

    /** The provider did not answer. */
    synchronized void failed(String says) {
        failures++;
        if (probing || failures >= FAILURES) {
            open(pause, says);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** The call that was let through did not take place. */
    synchronized void notAsked() {
        probing = false;
    }

    /** Nothing can pass for a known time. */
    synchronized void open(Duration time, String says) {
        probing = false;
        openUntil = clock.instant().plus(time);
        why = says;
    }

    synchronized String why() {
        return why;
    }
}
