package dev.tabellio.jobs.eval;

import dev.tabellio.document.ArtifactJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** Evaluations that were kept to be looked at and compared, a folder each: {@code result.json} and {@code report.html}. */
public final class KeptEvaluations {

    private static final String RESULT = "result.json";
    private static final String REPORT = "report.html";

    private final Path folder;

    /** @param folder of all kept evaluations; need not exist */
    public KeptEvaluations(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps an evaluation under a name, in place of an earlier one of that name.
     *
     * @return the page to look at
     * @throws IllegalArgumentException if the name cannot be a folder's
     */
    public Path keep(String name, EvaluationResult result, String page) throws IOException {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*")) {
            throw new IllegalArgumentException(
                    "'%s' cannot name an evaluation: letters, digits, '.', '_' and '-' can".formatted(name));
        }
        Path kept = Files.createDirectories(folder.resolve(name));
        write(kept.resolve(RESULT), ArtifactJson.mapper().writeValueAsString(result));
        write(kept.resolve(REPORT), page);
        return kept.resolve(REPORT);
    }

    private static void write(Path file, String text) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(temporary, text);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * A kept evaluation.
     *
     * @param name of it, or the path of a {@code result.json}
     * @throws IOException if there is none, naming those that there are, or it cannot be read
     */
    public EvaluationResult get(String name) throws IOException {
        Path file = Files.isRegularFile(Path.of(name))
                ? Path.of(name)
                : folder.resolve(name).resolve(RESULT);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException("no evaluation '%s' is kept; there are: %s"
                    .formatted(name, names().isEmpty() ? "none" : String.join(", ", names())));
        }
        try {
            return ArtifactJson.mapper().readValue(Files.readString(file), EvaluationResult.class);
        } catch (JacksonException e) {
            throw new IOException(file + ": not the result of an evaluation: " + e.getOriginalMessage(), e);
        }
    }

    /** The names of all that are kept, in alphabetical order. */
    public List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> kept = Files.list(folder)) {
            return kept.filter(path -> Files.isRegularFile(path.resolve(RESULT)))
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
