package dev.tabellio.samples.generate;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tabellio.samples.degrade.Degradation;
import dev.tabellio.samples.sets.LabelledCase;
import dev.tabellio.samples.sets.LabelledFile;
import java.io.IOException;
import java.io.InputStream;
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

        SampleWish wish() throws IOException {
            SampleWish named = SampleWish.named(
                    Objects.requireNonNull(kind), flawed, degrade == null ? List.of() : Degradation.parseAll(degrade));
            return new SampleWish(
                    named.kind(), named.type(), year, stateRows, corrected, flawed, named.degradations(), null);
        }
    }

    /** The cases in the order of the list. */
    public List<String> ids() throws IOException {
        return entries().stream().map(Entry::id).toList();
    }

    /** Makes a case. @throws IllegalArgumentException if it is not on the list */
    public Sample make(String id) throws IOException {
        Entry entry = entry(id);
        return entry.duplicateOf() == null
                ? generator.generate(id, entry.wish(), entry.seed())
                : duplicate(id, make(entry.duplicateOf()));
    }

    /** A sentence on what a case is there for. */
    public String purpose(String id) throws IOException {
        return entry(id).says();
    }

    /** Whether the files of a case are pictures of pages. */
    public boolean scanned(String id) throws IOException {
        return entry(id).degrade() != null;
    }

    private static Entry entry(String id) throws IOException {
        return entries().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such case: " + id));
    }

    /** The one file of a case once more; what it says is already expected from the original, which sorts first. */
    private static Sample duplicate(String id, Sample original) {
        Map.Entry<String, byte[]> file = original.files().entrySet().iterator().next();
        String path = id + file.getKey().substring(file.getKey().lastIndexOf('/'));
        if (path.compareTo(file.getKey()) < 0) {
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
