package dev.tabellio.samples.sets;

import dev.tabellio.document.ArtifactJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * Reads Tabellio's own layout: {@code documents/} holds nothing but documents, so that it can be given to a run as it is;
 * {@code truth/} beside it has the same folders with a {@code truth.json} each, and {@code set.json} with the pointers
 * that the truth covers.
 */
public final class TruthSetReader implements LabelledSetReader {

    /** Name of the file with the truth of one case. */
    public static final String TRUTH = "truth.json";
    /** Name of the file that describes the set. */
    public static final String SET = "set.json";

    private static final String TRUTHS = "truth";

    /** {@code set.json}. @param scored by document type, the pointers that every truth of the set covers */
    public record SetDescription(String name, Map<String, List<String>> scored) {}

    @Override
    public boolean recognises(Path folder) {
        return Files.isRegularFile(folder.resolve(TRUTHS).resolve(SET));
    }

    @Override
    public LabelledSet read(Path folder) throws IOException {
        Path truths = folder.resolve(TRUTHS);
        SetDescription description = json(truths.resolve(SET), SetDescription.class);
        List<LabelledCase> cases = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(truths)) {
            for (Path file : walk.filter(path -> path.endsWith(TRUTH)).sorted().toList()) {
                cases.add(json(file, LabelledCase.class));
            }
        }
        return new LabelledSet(description.name(), folder.resolve("documents"), cases, description.scored());
    }

    private static <T> T json(Path file, Class<T> type) throws IOException {
        try (var json = Files.newInputStream(file)) {
            return ArtifactJson.mapper().readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("%s: %s".formatted(file, e.getOriginalMessage()), e);
        }
    }
}
