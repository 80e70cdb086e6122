package dev.tabellio.jobs.process;

import dev.tabellio.document.ProcessingFailure.StopTheRun;
import dev.tabellio.jobs.store.FileRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a file in a process of its own. It ends with its parent: its standard input is a pipe that breaks.
 *
 * <p>A death of that process is the file's doing, since nobody else knows of it. A death of the parent is never held
 * against a file: kill -9 may hit the same one again and again.
 */
public final class ChildTrial implements Trial {

    private static final Logger LOG = LoggerFactory.getLogger(ChildTrial.class);

    /** A hundred scanned pages take three minutes. */
    private static final Duration LIMIT = Duration.ofMinutes(20);

    private static final Duration LOOK = Duration.ofMillis(200);

    /** As shells report a process that a signal ended. */
    private static final int SIGNALS = 128;

    private final List<String> command;

    /** @param command starts {@link #attend} with the arguments that are appended */
    public ChildTrial(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** The command for a main class with the classes, options and memory of this process. */
    public static List<String> javaCommand(Class<?> main, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    @Override
    public Optional<Trouble> attempt(FileRow file, Path path, StopSignal stop) {
        List<String> all = new ArrayList<>(command);
        all.addAll(TrialProcess.arguments(file, path));
        try {
            Process child = new ProcessBuilder(all)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return judged(file, child, await(child, stop));
            } finally {
                child.destroyForcibly();
            }
        } catch (IOException e) {
            throw new StopTheRun("no process can be started to try %s: %s".formatted(file.path(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopTheRun("interrupted", e);
        }
    }

    /** @return whether it ended in time */
    private static boolean await(Process child, StopSignal stop) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            if (child.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            stop.check();
        }
        return false;
    }

    private static Optional<Trouble> judged(FileRow file, Process child, boolean ended) throws IOException {
        if (!ended) {
            return Optional.of(Trouble.of("process", "it does not end within %d minutes".formatted(LIMIT.toMinutes())));
        }
        int exit = child.exitValue();
        boolean begun = child.getInputStream().read() >= 0;
        LOG.info("{} was tried in a process of its own: exit {}", file.path(), exit);
        if (exit == 0) {
            return Optional.empty();
        }
        if (!begun) {
            throw new StopTheRun(
                    "the process to try %s in could not start (exit %d)".formatted(file.path(), exit), null);
        }
        String how = exit > SIGNALS ? "signal " + (exit - SIGNALS) : "exit " + exit;
        return Optional.of(Trouble.of(
                "process", "it took the process down that worked on it, twice; the second time by %s".formatted(how)));
    }
}
