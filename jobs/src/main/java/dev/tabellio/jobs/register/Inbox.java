package dev.tabellio.jobs.register;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run was given: a folder, or files and folders with a common parent.
 *
 * @param root absolute; paths of files are relative to it
 * @param entries what was given, absolute, sorted
 */
public record Inbox(Path root, List<Path> entries) {

    public Inbox {
        entries = List.copyOf(entries);
    }

    /** @throws IllegalArgumentException if nothing was given or something does not exist */
    public static Inbox of(List<Path> given) {
        List<Path> entries = given.stream()
                .map(path -> path.toAbsolutePath().normalize())
                .distinct()
                .sorted()
                .toList();
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("no inbox given: name a folder or files");
        }
        for (Path entry : entries) {
            if (!Files.exists(entry)) {
                throw new IllegalArgumentException("%s does not exist".formatted(entry));
            }
        }
        if (entries.size() == 1 && Files.isDirectory(entries.get(0))) {
            return new Inbox(entries.get(0), entries);
        }
        Path root = parent(entries.get(0));
        for (Path entry : entries) {
            while (!entry.startsWith(root) || entry.equals(root)) {
                root = parent(root);
            }
        }
        return new Inbox(root, entries);
    }

    /** The inbox that {@link #toString()} wrote. */
    public static Inbox parse(String text) {
        List<Path> lines = text.lines().map(Path::of).toList();
        return lines.size() == 1
                ? new Inbox(lines.get(0), lines)
                : new Inbox(lines.get(0), lines.subList(1, lines.size()));
    }

    /** Where the bytes of a file are. @param path relative to the root */
    public Path resolve(String path) {
        return root.resolve(path);
    }

    /** Everything that is there, by path. @param except folders of our own that may lie inside */
    public List<InboxWalk.Found> files(List<Path> except) {
        List<InboxWalk.Found> found = new ArrayList<>();
        entries.forEach(entry -> found.addAll(InboxWalk.walk(root, entry, except)));
        return found.stream().distinct().sorted().toList();
    }

    /** The paths of everything that is there. @param except folders of our own that may lie inside */
    public Set<String> paths(List<Path> except) {
        return files(except).stream().map(InboxWalk.Found::path).collect(Collectors.toSet());
    }

    /** The same for the same things given, whatever their order. */
    @Override
    public String toString() {
        return entries.size() == 1 && entries.get(0).equals(root)
                ? root.toString()
                : Stream.concat(Stream.of(root), entries.stream())
                        .map(Path::toString)
                        .collect(Collectors.joining("\n"));
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }
}
