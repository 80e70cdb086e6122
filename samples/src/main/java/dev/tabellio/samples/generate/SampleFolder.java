package dev.tabellio.samples.generate;

import dev.tabellio.document.ArtifactJson;
import dev.tabellio.samples.content.BoxedForm;
import dev.tabellio.samples.sets.LabelledCase;
import dev.tabellio.samples.sets.TruthSetReader;
import dev.tabellio.samples.sets.TruthSetReader.SetDescription;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A folder of samples: {@code documents/} and, beside it, {@code truth/}. */
public final class SampleFolder {

    private final Path folder;

    public SampleFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes {@code truth/set.json}. @param name of the set, for reports */
    public void describe(String name) throws IOException {
        json(folder.resolve("truth").resolve(TruthSetReader.SET), new SetDescription(name, scored()));
    }

    /**
     * Adds what the truth covers to {@code truth/set.json}, which is made if it is missing.
     *
     * @param name of a new set, for reports
     * @param scored by document type, the pointers that are covered; types that the set has already are replaced
     */
    public void cover(String name, Map<String, List<String>> scored) throws IOException {
        Path description = folder.resolve("truth").resolve(TruthSetReader.SET);
        SetDescription before = Files.exists(description)
                ? ArtifactJson.mapper().readValue(Files.readString(description), SetDescription.class)
                : new SetDescription(name, Map.of());
        Map<String, List<String>> all = new TreeMap<>(before.scored());
        all.putAll(scored);
        json(description, new SetDescription(before.name(), all));
    }

    /** Writes the files of a case and its truth. */
    public void write(Sample sample) throws IOException {
        for (Map.Entry<String, byte[]> file : sample.files().entrySet()) {
            Path target = folder.resolve("documents").resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.write(target, file.getValue());
        }
        truth(sample.truth());
    }

    /** Writes a sentence on what a case is there for beside its truth. */
    public void note(String id, String sentence) throws IOException {
        Files.writeString(folder.resolve("truth").resolve(id).resolve("README.md"), sentence + "\n");
    }

    private void truth(LabelledCase truth) throws IOException {
        json(folder.resolve("truth").resolve(truth.id()).resolve(TruthSetReader.TRUTH), truth);
    }

    /** The pointers that every truth of ours covers, by document type. */
    static Map<String, List<String>> scored() throws IOException {
        try (InputStream yaml = SampleFolder.class.getResourceAsStream("scored.yaml")) {
            Map<String, List<String>> scored = new TreeMap<>(new YAMLMapper()
                    .readValue(Objects.requireNonNull(yaml), new TypeReference<Map<String, List<String>>>() {}));
            for (String type : BoxedForm.TYPES) {
                scored.put(type, BoxedForm.of(type).pointers());
            }
            return scored;
        }
    }

    private static void json(Path file, Object value) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        String text = ArtifactJson.mapper()
                .writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(indenter))
                .writeValueAsString(value);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
    }
}
