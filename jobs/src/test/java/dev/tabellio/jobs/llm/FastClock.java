package dev.tabellio.jobs.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs faster than others. */
final class FastClock extends Clock {
    private final int times;
    private final Instant start = Instant.now();
    private Duration skipped = Duration.ZERO;

    FastClock(int times) {
        this.times = times;
    }

    synchronized void skip(Duration time) {
        skipped = skipped.plus(time);
    }

    long seconds() {
        return Duration.between(start, instant()).toSeconds();
    }

    @Override
    public synchronized Instant instant() {
        return start.plus(Duration.between(start, Instant.now()).multipliedBy(times))
                .plus(skipped);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
