package dev.tabellio.jobs.store;

import dev.tabellio.document.ArtifactJson;
import dev.tabellio.document.ProcessingFailure.StopTheRun;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;

/**
 * Results of stages as gzipped JSON files, {@code <stage>/<first two digits>/<key>.json.gz}.
 *
 * <p>A file is written under a temporary name and renamed: a process that dies leaves it complete or not at all. A machine
 * that dies may damage what was not yet forced to disk, so {@link #force} comes before rows that name artifacts. What is
 * read is checked (gzip's checksum, JSON, the record's own constructor); a damaged artifact counts as missing and is
 * computed anew. Safe for all threads and for several processes on one folder: two that compute the same key write the
 * same bytes.
 */
public final class ArtifactStore {

    private static final Logger LOG = LoggerFactory.getLogger(ArtifactStore.class);
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Queue<Path> unforced = new ConcurrentLinkedQueue<>();

    public ArtifactStore(Path folder) {
        this.folder = folder;
    }

    /**
     * The artifact under a key, computed and stored if it is missing.
     *
     * @throws StopTheRun if it cannot be written
     */
    public <T> T getOrCompute(Stage stage, DerivationKey key, Class<T> type, Supplier<T> compute) {
        Optional<T> known = find(stage, key, type);
        if (known.isPresent()) {
            return known.get();
        }
        T computed = compute.get();
        put(stage, key, computed);
        return computed;
    }

    /** The artifact under a key; empty if it is missing or damaged. */
    public <T> Optional<T> find(Stage stage, DerivationKey key, Class<T> type) {
        return find(stage, key, ArtifactJson.mapper().constructType(type));
    }

    /**
     * The artifact that a row names.
     *
     * @throws StopTheRun if it is missing or damaged: rows move after their artifacts, so somebody removed it
     */
    public <T> T get(Stage stage, String key, Class<T> type) {
        return find(stage, new DerivationKey(key), type)
                .orElseThrow(() -> new StopTheRun(
                        "the %s artifact %s is missing or damaged in %s; 'tabellio rerun --from parse' makes it again"
                                .formatted(stage.label(), key, folder),
                        null));
    }

    /** Whether there is a file under a key; says nothing about its content. */
    public boolean has(Stage stage, DerivationKey key) {
        return Files.isRegularFile(path(stage, key));
    }

    /** Stores an artifact. @throws StopTheRun if it cannot be written */
    public void put(Stage stage, DerivationKey key, Object artifact) {
        Path target = path(stage, key);
        Path temporary = target.resolveSibling(".%s-%s".formatted(key.value().substring(0, 8), UUID.randomUUID()));
        try {
            Files.createDirectories(target.getParent());
            try (OutputStream zip = new FastGzip(new BufferedOutputStream(
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW), BUFFER))) {
                ArtifactJson.mapper().writeValue(zip, artifact);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            unforced.add(target);
        } catch (IOException | JacksonException e) {
            delete(temporary);
            throw new StopTheRun(
                    "cannot write the %s artifact %s: %s".formatted(stage.label(), target, e.getMessage()), e);
        }
    }

    /**
     * Returns when all artifacts that were put before are on disk: those of several threads at once, which is cheaper than
     * each by itself.
     *
     * @throws StopTheRun if they cannot be brought there
     */
    public synchronized void force() {
        for (Path path = unforced.poll(); path != null; path = unforced.poll()) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.force(false);
            } catch (IOException e) {
                throw new StopTheRun("the artifact %s does not get to the disk: %s".formatted(path, e.getMessage()), e);
            }
        }
    }

    private <T> Optional<T> find(Stage stage, DerivationKey key, JavaType type) {
        Path path = path(stage, key);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path), BUFFER)) {
            return Optional.of(ArtifactJson.mapper().readValue(in.readAllBytes(), type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            LOG.warn("the artifact {} is damaged and counts as missing: {}", path, e.getMessage());
            return Optional.empty();
        }
    }

    private Path path(Stage stage, DerivationKey key) {
        String name = key.value();
        return folder.resolve(stage.label()).resolve(name.substring(0, 2)).resolve(name + ".json.gz");
    }

    private static void delete(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            LOG.warn("the temporary file {} stays behind: {}", temporary, e.getMessage());
        }
    }

    /** Gzip at its fastest: artifacts are read back soon and seldom. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
