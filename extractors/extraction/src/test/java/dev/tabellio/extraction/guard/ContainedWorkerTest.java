package dev.tabellio.extraction.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContainedWorkerTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final ContainedWorker worker = new ContainedWorker("test");

    @AfterEach
    void close() {
        worker.close();
    }

    private static int endless(int depth) {
        return depth < 0 ? depth : endless(depth + 1) + 1;
    }

    @Test
    void aResultComesBack() throws ContainedException {
        assertThat(worker.call(() -> 42, LONG)).isEqualTo(42);
    }

    @Test
    void endlessRecursionCostsOneTask() throws ContainedException {
        ContainedException thrown =
                catchThrowableOfType(ContainedException.class, () -> worker.call(() -> endless(0), LONG));
        assertThat(thrown).hasMessage("it is nested without end");
        assertThat(worker.call(() -> "next", LONG)).isEqualTo("next");
    }

    @Test
    void missingMemoryCostsOneTask() throws ContainedException {
        ContainedException thrown = catchThrowableOfType(
                ContainedException.class,
                () -> worker.call(() -> new long[Integer.MAX_VALUE][Integer.MAX_VALUE], LONG));
        assertThat(thrown).hasMessage("it needs more memory than there is");
        assertThat(worker.call(() -> "next", LONG)).isEqualTo("next");
    }

    @Test
    void aTaskOverItsLimitIsInterrupted() throws ContainedException {
        CountDownLatch never = new CountDownLatch(1);
        ContainedException thrown = catchThrowableOfType(
                ContainedException.class,
                () -> worker.call(
                        () -> {
                            never.await();
                            return 0;
                        },
                        SHORT));
        assertThat(thrown.stillRunning()).isFalse();
        assertThat(worker.call(() -> "next", LONG)).isEqualTo("next");
    }

    @Test
    void aTaskThatDoesNotListenIsAbandoned() throws ContainedException {
        AtomicBoolean released = new AtomicBoolean();
        ContainedException thrown = catchThrowableOfType(
                ContainedException.class,
                () -> worker.call(
                        () -> {
                            while (!released.get()) {
                                Thread.onSpinWait();
                            }
                            return 0;
                        },
                        SHORT));
        assertThat(thrown.stillRunning()).isTrue();
        assertThat(worker.call(() -> "next", LONG)).isEqualTo("next");
        released.set(true);
    }

    @Test
    void aFailureIsTold() {
        ContainedException thrown = catchThrowableOfType(
                ContainedException.class,
                () -> worker.call(
                        () -> {
                            throw new IOException("Missing root object");
                        },
                        LONG));
        assertThat(thrown).hasMessage("it is damaged (Missing root object)");
    }

    @Test
    void whatIsTooLargeIsNotCalledDamaged() {
        ContainedException thrown = catchThrowableOfType(
                ContainedException.class,
                () -> worker.call(
                        () -> {
                            throw new TooLargeException("its images have 7 pixels; at most 5 are decoded");
                        },
                        LONG));
        assertThat(thrown).hasMessage("it is too large (its images have 7 pixels; at most 5 are decoded)");
    }
}
