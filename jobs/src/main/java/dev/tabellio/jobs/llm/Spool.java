package dev.tabellio.jobs.llm;

import dev.tabellio.document.ArtifactJson;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelFailure.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The folder in which a courier process leaves what it did, for a run that may be gone: {@code <call>.sent} from just
 * before a request goes over the wire, {@code <call>.json} with what came back, {@code <pid>.courier} for each courier, locked
 * while it lives and naming the process that it works for.
 */
final class Spool {

    /** Milliseconds by which the start of a process may seem to move: it is computed from that of the machine. */
    private static final long CLOCK_SHIFT = 5_000;

    private final Path folder;

    Spool(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came of a call. @param failure null if there is an answer, and the other way round */
    record Delivery(@Nullable ModelAnswer answer, @Nullable Lost failure) {

        /** A {@link ModelFailure} as it is written down. */
        record Lost(Kind kind, String says, @Nullable Duration retryAfter, boolean unconnected) {}

        static Delivery of(ModelAnswer answer) {
            return new Delivery(answer, null);
        }

        static Delivery of(ModelFailure failure) {
            return new Delivery(
                    null,
                    new Lost(
                            failure.kind(),
                            String.valueOf(failure.getMessage()),
                            failure.retryAfter().orElse(null),
                            Provider.unconnected(failure)));
        }

        /** @throws ModelFailure if the call failed */
        ModelAnswer orThrow() {
            if (answer != null) {
                return answer;
            }
            Lost lost = failure == null ? new Lost(Kind.PROTOCOL, "nothing came back", null, false) : failure;
            throw new ModelFailure(
                    lost.kind(),
                    lost.says(),
                    Optional.ofNullable(lost.retryAfter()),
                    lost.unconnected() ? new ConnectException(lost.says()) : null);
        }
    }

    void sending(long call) {
        write(folder.resolve(call + ".sent"), new byte[0]);
    }

    void deliver(long call, Delivery delivery) {
        Path target = folder.resolve(call + ".json");
        Path temporary = folder.resolve(call + ".part");
        write(temporary, ArtifactJson.mapper().writeValueAsBytes(delivery));
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Delivery> delivered(long call) {
        try {
            Path file = folder.resolve(call + ".json");
            return Files.exists(file)
                    ? Optional.of(ArtifactJson.mapper().readValue(Files.readAllBytes(file), Delivery.class))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    boolean sent(long call) {
        return Files.exists(folder.resolve(call + ".sent"));
    }

    /** Forgets a call that is settled in the ledger. */
    void forget(long call) {
        for (String end : List.of(".sent", ".json")) {
            try {
                Files.deleteIfExists(folder.resolve(call + end));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Says that this process is a courier, as long as it lives. @param master as {@link #self} names it */
    FileLock enlist(String master) throws IOException {
        Path mine = folder.resolve(ProcessHandle.current().pid() + ".courier");
        FileChannel channel = FileChannel.open(mine, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(master.getBytes(StandardCharsets.US_ASCII)));
        return lock;
    }

    /** Whether a courier is still at work whose master is gone. Removes the traces of couriers that are gone themselves. */
    boolean orphansAtWork() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".courier")).toList()) {
                if (orphanAtWork(file)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean orphanAtWork(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(file);
                return false;
            }
        } catch (NoSuchFileException | OverlappingFileLockException e) {
            return false;
        }
        String master = Files.readString(file).strip();
        return !alive(master);
    }

    /** This process, as couriers know their master: number and start, because numbers are given again. */
    static String self() {
        ProcessHandle self = ProcessHandle.current();
        return "%d-%d".formatted(self.pid(), started(self));
    }

    private static boolean alive(String master) {
        int dash = master.indexOf('-');
        if (!master.matches("\\d+-\\d+")) {
            return false;
        }
        return ProcessHandle.of(Long.parseLong(master.substring(0, dash)))
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        Math.abs(started(process) - Long.parseLong(master.substring(dash + 1))) < CLOCK_SHIFT)
                .isPresent();
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static void write(Path file, byte[] bytes) {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
