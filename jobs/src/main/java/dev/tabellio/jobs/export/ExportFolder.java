package dev.tabellio.jobs.export;

import dev.tabellio.jobs.process.FileBytes;
import java.io.BufferedWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder that a run is exported to. A file appears under its name when it is complete, replacing an older one. */
public final class ExportFolder {

    private static final String TEMPORARY = ".tmp";

    private final Path folder;
    private final TreeMap<String, FileEntry> files = new TreeMap<>();
    private boolean abandoned;

    private ExportFolder(Path folder) {
        this.folder = folder;
    }

    /** A file that was written. */
    public record FileEntry(String name, long bytes, String sha256) {}

    /**
     * Makes the folder and clears what an interrupted export left behind.
     *
     * @param manifest removed first: without it, the other files promise nothing
     */
    static ExportFolder open(Path folder, String manifest) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(manifest));
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file :
                    left.filter(path -> path.toString().endsWith(TEMPORARY)).toList()) {
                Files.delete(file);
            }
        }
        return new ExportFolder(folder);
    }

    /** Starts a file in UTF-8; it takes its name when the writer is closed. */
    public Writer create(String name) throws IOException {
        Path temporary = folder.resolve(name + TEMPORARY);
        FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        Writer writer = new BufferedWriter(
                new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8), 1 << 16);
        return new FilterWriter(writer) {
            @Override
            public void close() throws IOException {
                if (!channel.isOpen()) {
                    return;
                }
                writer.flush();
                channel.force(true);
                writer.close();
                if (!abandoned) {
                    finish(name, temporary);
                }
            }
        };
    }

    /** After a failure: files that are not complete do not get their names. */
    void abandon() {
        abandoned = true;
    }

    /** What has been written, by name. */
    List<FileEntry> files() {
        return new ArrayList<>(files.values());
    }

    private void finish(String name, Path temporary) throws IOException {
        Path target = folder.resolve(name);
        files.put(name, new FileEntry(name, Files.size(temporary), FileBytes.sha256(temporary)));
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes files of an earlier export that this one no longer has. */
    void removeOthers(String manifest) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName());
                if (!files.containsKey(name) && !name.equals(manifest)) {
                    Files.delete(file);
                }
            }
        }
    }
}
