package dev.tabellio.jobs.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists what is in a folder: links are followed, and whatever cannot be read is listed with the reason. */
public final class InboxWalk implements FileVisitor<Path> {

    private final Path root;
    private final List<Path> except;
    private final List<Found> found = new ArrayList<>();

    private InboxWalk(Path root, List<Path> except) {
        this.root = root;
        this.except = except;
    }

    /**
     * Something in the inbox.
     *
     * @param path relative to the inbox, with forward slashes
     * @param trouble why its bytes cannot be read, a sentence
     */
    public record Found(String path, Optional<String> trouble) implements Comparable<Found> {
        @Override
        public int compareTo(Found other) {
            return path.compareTo(other.path);
        }
    }

    static List<Found> walk(Path root, Path start, List<Path> except) {
        InboxWalk walk = new InboxWalk(root, except);
        try {
            Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return walk.found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return except.contains(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            add(file, "a link that leads nowhere");
        } else if (!attributes.isRegularFile()) {
            add(file, "not a regular file");
        } else {
            add(file, null);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        if (failure instanceof FileSystemLoopException) {
            add(file, "a link to a folder that contains it");
        } else if (failure instanceof AccessDeniedException) {
            add(file, "no permission to read it");
        } else {
            add(file, "cannot be read: " + failure.getMessage());
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
        if (failure != null) {
            add(folder, "the folder cannot be listed: " + failure.getMessage());
        }
        return FileVisitResult.CONTINUE;
    }

    private void add(Path file, @Nullable String trouble) {
        found.add(new Found(
                root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/"),
                Optional.ofNullable(trouble)));
    }
}
