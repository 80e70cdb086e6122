package dev.tabellio.jobs.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Turns Ctrl-C and SIGTERM into a graceful stop; a second Ctrl-C ends the process at once, which is safe too.
 *
 * <p>A shutdown hook would not do: the JVM runs all hooks at the same time, and H2's would close the database under the
 * run; and the process would exit with 130 or 143 whatever the run made of the signal.
 */
final class StopOnSignal implements AutoCloseable {

    /** As a shell reports a process ended by Ctrl-C. */
    private static final int INTERRUPTED = 130;

    private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();
    private final AtomicBoolean stopping = new AtomicBoolean();

    private StopOnSignal() {}

    /** @param stop is told, once, in words, from a thread of the JVM */
    static StopOnSignal install(Consumer<String> stop) {
        StopOnSignal handler = new StopOnSignal();
        handler.handle("INT", "stopped by Ctrl-C", stop);
        handler.handle("TERM", "stopped by SIGTERM", stop);
        return handler;
    }

    @Override
    public void close() {
        before.forEach(Signal::handle);
    }

    private void handle(String name, String says, Consumer<String> stop) {
        Signal signal = new Signal(name);
        before.put(signal, Signal.handle(signal, received -> {
            if (stopping.compareAndSet(false, true)) {
                stop.accept(says);
            } else if (name.equals("INT")) {
                Runtime.getRuntime().halt(INTERRUPTED);
            }
        }));
    }
}
