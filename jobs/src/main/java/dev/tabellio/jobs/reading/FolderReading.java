package dev.tabellio.jobs.reading;

import dev.tabellio.document.Page;
import dev.tabellio.document.PageNumbers;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.ProcessingFailure.PermanentFailure;
import dev.tabellio.document.ProcessingFailure.StopTheRun;
import dev.tabellio.jobs.process.CpuGate;
import dev.tabellio.jobs.process.Trouble;
import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.register.InboxWalk.Found;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads many files at the same time and writes what was read below one folder.
 *
 * <p>{@code a/b.pdf} becomes {@code a/b.pdf.json}: the whole name stays, so that {@code b.pdf} and {@code b.png} do not meet.
 * A file is written aside and then moved, so that nobody sees half of one; what stood in its place is replaced. A file that
 * cannot be read leaves none behind, an old one neither.
 */
public final class FolderReading {

    private final FileReading reading;
    private final ReadingFormat format;
    private final Path target;
    private final int workers;
    private final CpuGate gate;

    /**
     * @param target is made if it is missing
     * @param workers files at the same time, 1 or more
     */
    public FolderReading(FileReading reading, ReadingFormat format, Path target, int workers) {
        this.reading = reading;
        this.format = format;
        this.target = target.toAbsolutePath().normalize();
        this.workers = workers;
        gate = new CpuGate(workers);
    }

    /**
     * What became of a file.
     *
     * @param path relative to the inbox, with forward slashes
     * @param pages how many were read
     * @param trouble what could not be read and why, a sentence; empty if all of it was
     */
    public record Outcome(String path, int pages, Optional<String> trouble) {}

    /**
     * Reads everything in an inbox but what lies in the target folder.
     *
     * @param each is told of every file, in the order of their paths
     */
    public void read(Inbox inbox, Consumer<Outcome> each) {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<Outcome>> outcomes = inbox.files(List.of(target)).stream()
                    .map(found -> threads.submit(() -> outcome(inbox, found)))
                    .toList();
            for (Future<Outcome> outcome : outcomes) {
                each.accept(outcome.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopTheRun("reading was interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Outcome outcome(Inbox inbox, Found found) {
        Path written = target.resolve(found.path() + "." + format.extension());
        if (found.trouble().isPresent()) {
            return failed(found, written, found.trouble().get());
        }
        try {
            ParsedFile parsed = within(() -> read(inbox.resolve(found.path()), written));
            List<Page> failed = parsed.pages().stream()
                    .filter(page -> page.reading() == PageReading.FAILED)
                    .toList();
            return new Outcome(found.path(), parsed.pages().size() - failed.size(), trouble(failed));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return failed(
                    found, written, Trouble.of(Optional.empty(), "parse", e).cause());
        }
    }

    /** Where several files together need more memory than there is, one by itself may not. */
    private ParsedFile within(Supplier<ParsedFile> work) {
        try {
            return gate.compute(work);
        } catch (OutOfMemoryError e) {
            return gate.computeAlone(work);
        }
    }

    private ParsedFile read(Path file, Path written) {
        ParsedFile parsed = reading.read(file);
        Path aside = written.resolveSibling(".%s.part".formatted(written.getFileName()));
        try {
            Files.createDirectories(written.getParent());
            try {
                try (OutputStream out = Files.newOutputStream(aside)) {
                    format.write(parsed, out);
                }
                Files.move(aside, written, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw new PermanentFailure("%s cannot be written: %s".formatted(written, e), e);
        }
        return parsed;
    }

    private static Optional<String> trouble(List<Page> failed) {
        if (failed.size() < 2) {
            return failed.stream().map(page -> String.valueOf(page.failure())).findFirst();
        }
        return Optional.of("%s cannot be read. %s"
                .formatted(
                        PageNumbers.named(failed.stream().map(Page::number).toList()),
                        failed.get(0).failure()));
    }

    private static Outcome failed(Found found, Path written, String why) {
        try {
            Files.deleteIfExists(written);
        } catch (IOException e) {
            return new Outcome(found.path(), 0, Optional.of("%s (%s cannot be removed)".formatted(why, written)));
        }
        return new Outcome(found.path(), 0, Optional.of(why));
    }
}
