package dev.tabellio.extraction.guard;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A thread for work that may hang, overflow its stack or run out of memory. One task at a time; to be used by one thread.
 *
 * <p>Java cannot end a thread against its will. A task over its limit is interrupted, which also closes the file channels
 * that it reads from; one that goes on regardless is abandoned on its daemon thread and the next task gets a new one.
 */
public final class ContainedWorker implements AutoCloseable {

    /** Deep enough for the nesting of real documents, shallow enough that endless recursion ends within milliseconds. */
    private static final long STACK_BYTES = 4L << 20;

    /** How long an interrupted task may take to notice. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final String name;
    private @Nullable ExecutorService executor;

    /** @param name of the thread, for thread dumps */
    public ContainedWorker(String name) {
        this.name = name;
    }

    /**
     * Runs a task.
     *
     * @return its result
     * @throws ContainedException if it took too long or too much memory, nested too deeply, or failed
     */
    public <T> T call(Callable<T> task, Duration limit) throws ContainedException {
        Future<T> running = worker().submit(task);
        try {
            return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw ContainedException.of(cause == null ? e : cause);
        } catch (TimeoutException e) {
            boolean ended = stop();
            throw new ContainedException("it takes longer than %d s".formatted(limit.toSeconds()), e, !ended);
        } catch (InterruptedException e) {
            boolean ended = stop();
            Thread.currentThread().interrupt();
            throw new ContainedException("interrupted", e, !ended);
        }
    }

    private ExecutorService worker() {
        ExecutorService running = executor;
        if (running == null) {
            running = Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(null, task, name, STACK_BYTES);
                thread.setDaemon(true);
                return thread;
            });
            executor = running;
        }
        return running;
    }

    /** @return whether the thread has ended */
    private boolean stop() {
        ExecutorService running = executor;
        executor = null;
        if (running == null) {
            return true;
        }
        running.shutdownNow();
        try {
            return running.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends the thread; a task that is still running is interrupted. */
    @Override
    public void close() {
        ExecutorService running = executor;
        executor = null;
        if (running != null) {
            running.shutdownNow();
        }
    }
}
