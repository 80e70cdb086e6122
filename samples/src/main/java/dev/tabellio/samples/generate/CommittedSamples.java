package dev.tabellio.samples.generate;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tabellio.samples.degrade.Degradation;
import dev.tabellio.samples.sets.LabelledCase;
import dev.tabellio.samples.sets.LabelledFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The samples of the repository, as {@code committed.yaml} lists them. */
public final class CommittedSamples {

    /** Name of the set. */
    public static final String NAME = "samples";

    private final SampleGenerator generator = new SampleGenerator();

    /** A line of {@code committed.yaml}. */
    private record Entry(
            @JsonProperty("case") String id,
            @Nullable String kind,
            long seed,
            @Nullable Integer year,
            @Nullable Integer stateRows,
            boolean corrected,
            boolean flawed,
            @Nullable String degrade,
            @Nullable String duplicateOf,
            String says) {

        SampleWish wish() {
            return new SampleWish(
                    SampleKind.of(Objects.requireNonNull(kind)),
                    year,
                    stateRows,
                    corrected,
                    flawed,
                    degrade == null ? List.of() : Degradation.parseAll(degrade));
        }
    }

    /** Makes all of them, in the order of the list. */
    public List<Sample> make() throws IOException {
        Map<String, Sample> made = new LinkedHashMap<>();
        for (Entry entry : entries()) {
            Sample original = entry.duplicateOf() == null ? null : made.get(entry.duplicateOf());
            made.put(
                    entry.id(),
                    original == null
                            ? generator.generate(entry.id(), entry.wish(), entry.seed())
                            : duplicate(entry.id(), original));
        }
        return new ArrayList<>(made.values());
    }

    /** What each case is there for, by its id. */
    public Map<String, String> purposes() throws IOException {
        Map<String, String> purposes = new LinkedHashMap<>();
        entries().forEach(entry -> purposes.put(entry.id(), entry.says()));
        return purposes;
    }

    /** The one file of a case under another name; what it says is already expected from the original. */
    private static Sample duplicate(String id, Sample original) {
        Map.Entry<String, byte[]> file = original.files().entrySet().iterator().next();
        String extension = file.getKey().substring(file.getKey().lastIndexOf('.'));
        String path = id + "/document" + extension;
        // The inbox is walked in the order of paths, so the first of two equal files is the one that sorts first.
        boolean first = path.compareTo(file.getKey()) < 0;
        if (first) {
            throw new IllegalArgumentException("%s sorts before its original %s".formatted(path, file.getKey()));
        }
        return new Sample(
                new LabelledCase(id, "", List.of(new LabelledFile(path, file.getKey())), List.of(), List.of()),
                Map.of(path, file.getValue()));
    }

    private static List<Entry> entries() throws IOException {
        try (InputStream yaml = CommittedSamples.class.getResourceAsStream("committed.yaml")) {
            return YAMLMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(Objects.requireNonNull(yaml), new TypeReference<List<Entry>>() {});
        }
    }
}
