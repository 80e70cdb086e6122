package dev.tabellio.extraction.pdf;

import java.io.IOException;
import java.time.Duration;

/** The moment at which work on a page has to end, asked for in the loops that a hostile page can make long. */
final class Deadline {

    private final long nanos;
    private final Duration limit;

    private Deadline(Duration limit) {
        this.limit = limit;
        nanos = System.nanoTime() + limit.toNanos();
    }

    static Deadline in(Duration limit) {
        return new Deadline(limit);
    }

    /** For callers that watch the time themselves and interrupt. */
    static Deadline ofCaller() {
        return new Deadline(Duration.ofDays(1));
    }

    boolean isOver() {
        return System.nanoTime() - nanos > 0;
    }

    /** @throws IOException if the time is over or the thread was interrupted */
    void check() throws IOException {
        if (isOver()) {
            throw new IOException("the page takes longer than %d s".formatted(limit.toSeconds()));
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new IOException("interrupted");
        }
    }
}
