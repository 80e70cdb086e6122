package dev.tabellio.jobs.release;

import dev.tabellio.jobs.store.ShadowStore.ShadowDocument;
import dev.tabellio.jobs.store.ShadowStore.ShadowField;
import dev.tabellio.reconciliation.Disposition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What two releases made of the same documents.
 *
 * @param first release of the run; "none" for the installation as it was
 * @param second release beside it
 * @param documents that both had the chance to read
 * @param types a line for each type, by id
 * @param fields the fields that differ anywhere, by type and field
 */
public record ReleaseComparison(
        String run, String first, String second, int documents, List<TypeLine> types, List<FieldLine> fields) {

    private static final int EXAMPLES = 3;

    public ReleaseComparison {
        types = List.copyOf(types);
        fields = List.copyOf(fields);
    }

    /**
     * The documents of a type.
     *
     * @param alike documents without any difference
     * @param same fields that are the same for both
     * @param different facts that differ
     * @param onlyFirst facts that the second release does not have
     * @param onlySecond facts that the first release does not have
     * @param dispositions how often what becomes of a document changes, such as {@code POST -> REVIEW}
     */
    public record TypeLine(
            String type,
            int documents,
            int alike,
            int same,
            int different,
            int onlyFirst,
            int onlySecond,
            Map<String, Integer> dispositions) {
        public TypeLine {
            dispositions = Collections.unmodifiableMap(new TreeMap<>(dispositions));
        }
    }

    /** A field, with {@code *} for the index of a row, and how often it differs; some examples. */
    public record FieldLine(
            String type, String field, int different, int onlyFirst, int onlySecond, List<Example> examples) {
        public FieldLine {
            examples = List.copyOf(examples);
        }
    }

    /** What one document says. */
    public record Example(String path, String document, Optional<String> first, Optional<String> second) {}

    /** Adds the comparisons of a run's documents up. @param first release of the run */
    public static ReleaseComparison of(
            String run, Optional<String> first, String second, List<ShadowDocument> documents) {
        Map<String, List<ShadowDocument>> byType = new TreeMap<>();
        documents.forEach(document -> byType.computeIfAbsent(document.type(), type -> new ArrayList<>())
                .add(document));
        List<TypeLine> types = new ArrayList<>();
        List<FieldLine> fields = new ArrayList<>();
        byType.forEach((type, group) -> {
            types.add(line(type, group));
            fields.addAll(fields(type, group));
        });
        return new ReleaseComparison(run, first.orElse("none"), second, documents.size(), types, fields);
    }

    private static TypeLine line(String type, List<ShadowDocument> group) {
        List<ShadowField> differing = group.stream()
                .flatMap(document -> document.differing().stream())
                .toList();
        Map<String, Integer> dispositions = new TreeMap<>();
        for (ShadowDocument document : group) {
            if (!document.first().equals(document.second())) {
                dispositions.merge(word(document.first()) + " -> " + word(document.second()), 1, Integer::sum);
            }
        }
        return new TypeLine(
                type,
                group.size(),
                (int) group.stream()
                        .filter(document -> document.differing().isEmpty()
                                && document.first().equals(document.second()))
                        .count(),
                group.stream().mapToInt(ShadowDocument::same).sum(),
                count(differing, true, true),
                count(differing, true, false),
                count(differing, false, true),
                dispositions);
    }

    private static List<FieldLine> fields(String type, List<ShadowDocument> group) {
        Map<String, List<Example>> examples = new TreeMap<>();
        Map<String, List<ShadowField>> byField = new TreeMap<>();
        for (ShadowDocument document : group) {
            for (ShadowField field : document.differing()) {
                String name = field.pointer().replaceAll("/\\d+(?=/|$)", "/*");
                byField.computeIfAbsent(name, key -> new ArrayList<>()).add(field);
                examples.computeIfAbsent(name, key -> new ArrayList<>())
                        .add(new Example(document.path(), document.document(), field.first(), field.second()));
            }
        }
        List<FieldLine> lines = new ArrayList<>();
        byField.forEach((name, differing) -> lines.add(new FieldLine(
                type,
                name,
                count(differing, true, true),
                count(differing, true, false),
                count(differing, false, true),
                examples.getOrDefault(name, List.of()).stream().limit(EXAMPLES).toList())));
        return lines;
    }

    private static int count(List<ShadowField> differing, boolean first, boolean second) {
        return (int) differing.stream()
                .filter(field ->
                        field.first().isPresent() == first && field.second().isPresent() == second)
                .count();
    }

    private static String word(Optional<Disposition> disposition) {
        return disposition.map(Enum::name).orElse("none");
    }
}
