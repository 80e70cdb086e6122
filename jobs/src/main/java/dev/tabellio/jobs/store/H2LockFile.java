package dev.tabellio.jobs.store;

import dev.tabellio.document.ProcessingFailure.StopTheRun;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * The lock file beside an H2 database file, in which the process that opened it first says where others reach it.
 *
 * <p>A process that was killed leaves the file behind, and H2 waits seconds until it trusts that nobody is there. Here
 * the answer is found at once: processes open the database one after the other, under a lock of the operating system
 * (which dies with its process), and a lock file whose server does not answer is removed first.
 */
final class H2LockFile {

    private static final int ANSWER_MILLIS = 500;
    private static final int TRIES = 3;

    private final Path lockFile;
    private final Path opening;

    private H2LockFile(Path database) {
        this.lockFile = database.resolveSibling(database.getFileName() + ".lock.db");
        this.opening = database.resolveSibling(database.getFileName() + ".opening");
    }

    /** The lock file of a database URL; empty if the database is not a local file. */
    static Optional<H2LockFile> of(String url) {
        String location = url.substring("jdbc:h2:".length()).split(";", 2)[0];
        if (location.startsWith("file:")) {
            location = location.substring("file:".length());
        } else if (location.matches("[a-z]{2,}:.*")) {
            return Optional.empty();
        }
        if (location.startsWith("~/")) {
            location = System.getProperty("user.home") + location.substring(1);
        }
        return Optional.of(new H2LockFile(Path.of(location).toAbsolutePath()));
    }

    /** Opens the database while no other process is doing the same. */
    <T> T whileOpening(Supplier<T> open) {
        try {
            Files.createDirectories(opening.getParent());
            try (FileChannel channel = FileChannel.open(opening, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                return openWithin(held, open);
            }
        } catch (IOException e) {
            throw new StopTheRun(
                    "cannot prepare the database folder %s: %s".formatted(opening.getParent(), e.getMessage()), e);
        }
    }

    private <T> T openWithin(FileLock held, Supplier<T> open) throws IOException {
        for (int attempt = 1; ; attempt++) {
            if (!held.isValid()) {
                throw new IOException("the lock on " + opening + " was lost");
            }
            removeIfStale();
            try {
                return open.get();
            } catch (StopTheRun e) {
                // the process that served the database may have ended between our look and our call
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void removeIfStale() throws IOException {
        Properties lock = new Properties();
        try (InputStream in = Files.newInputStream(lockFile)) {
            lock.load(in);
        } catch (NoSuchFileException e) {
            return;
        }
        if (!answers(lock.getProperty("server", ""))) {
            Files.deleteIfExists(lockFile);
        }
    }

    private static boolean answers(String server) {
        int colon = server.lastIndexOf(':');
        if (colon < 0) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            InetAddress.getByName(server.substring(0, colon)),
                            Integer.parseInt(server.substring(colon + 1))),
                    ANSWER_MILLIS);
            return true;
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }
}
