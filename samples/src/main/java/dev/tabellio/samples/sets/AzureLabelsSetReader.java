package dev.tabellio.samples.sets;

import dev.tabellio.document.ArtifactJson;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.PageUse;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads folders of forms that were labelled with the tool of Azure Document Intelligence: a folder for each kind of form,
 * in it {@code FILE.labels.json} beside each file. The labels name fields as their maker liked; {@code forms.yaml} says
 * which of ours they are, by the name of the folder. A document starts on the first page that has a label and is that one
 * page; the pages behind it, which nobody labelled, are instructions. Folders that the mapping does not know are left out.
 */
public final class AzureLabelsSetReader implements LabelledSetReader {

    private static final String LABELS = ".labels.json";

    /** @param folder of the forms of the type */
    private record Mapping(String folder, String type, List<Field> fields) {
        Mapping {
            fields = List.copyOf(fields);
        }
    }

    /**
     * @param from names of labels; their texts are joined with a line break
     * @param as {@code amount}, {@code flag}, {@code ssn} or {@code ein}; text if missing
     * @param value what it means that the box is ticked, where several boxes choose one value
     */
    private record Field(
            String pointer,
            List<String> from,
            @Nullable String as,
            @Nullable String value) {
        Field {
            from = List.copyOf(from);
        }
    }

    @Override
    public boolean recognises(Path folder) throws IOException {
        return !labelFiles(folder).isEmpty();
    }

    @Override
    public LabelledSet read(Path folder) throws IOException {
        Map<String, Mapping> mappings = mappings();
        Map<String, List<String>> scored = new TreeMap<>();
        List<LabelledCase> cases = new ArrayList<>();
        for (Path labels : labelFiles(folder)) {
            Path home = Objects.requireNonNull(labels.getParent());
            Mapping mapping = mappings.get(String.valueOf(home.getFileName()));
            if (mapping == null) {
                continue;
            }
            scored.put(
                    mapping.type(),
                    mapping.fields().stream()
                            .map(field -> LabelledSet.pattern(field.pointer()))
                            .distinct()
                            .toList());
            cases.add(labelledCase(folder, labels, mapping));
        }
        return new LabelledSet("forms", folder, cases, scored);
    }

    private static Map<String, Mapping> mappings() throws IOException {
        try (InputStream yaml = Objects.requireNonNull(AzureLabelsSetReader.class.getResourceAsStream("forms.yaml"))) {
            Map<String, Mapping> byFolder = new TreeMap<>();
            for (Mapping mapping : new YAMLMapper().readValue(yaml, new TypeReference<List<Mapping>>() {})) {
                byFolder.put(mapping.folder(), mapping);
            }
            return byFolder;
        }
    }

    private static List<Path> labelFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.getFileName().toString().endsWith(LABELS))
                    .sorted()
                    .toList();
        }
    }

    private static LabelledCase labelledCase(Path folder, Path labelFile, Mapping mapping) throws IOException {
        AzureLabels labels;
        try (InputStream json = Files.newInputStream(labelFile)) {
            labels = ArtifactJson.mapper().readValue(json, AzureLabels.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("%s: %s".formatted(labelFile, e.getOriginalMessage()), e);
        }
        Path document = labelFile.resolveSibling(labels.document());
        String file = folder.relativize(document).toString().replace('\\', '/');
        PdfPages pages = PdfPages.of(document);
        int page = labels.labels().stream()
                .flatMap(label -> label.value().stream())
                .mapToInt(AzureLabels.Value::page)
                .min()
                .orElse(1);
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        for (Field field : mapping.fields()) {
            List<AzureLabels.Label> present = field.from().stream()
                    .flatMap(name -> labels.label(name).stream())
                    .filter(label -> !label.value().isEmpty())
                    .toList();
            Optional<String> value = present.isEmpty() ? Optional.empty() : value(labelFile, field, present);
            if (value.isPresent()) {
                values.put(field.pointer(), value.get());
                places.put(field.pointer(), place(pages, field, present));
            }
        }
        List<ExpectedPage> others = new ArrayList<>();
        for (int other = page + 1; other <= pages.areas().size(); other++) {
            others.add(new ExpectedPage(file, other, PageUse.Kind.INSTRUCTIONS, mapping.type()));
        }
        return new LabelledCase(
                file,
                "",
                List.of(new LabelledFile(file, null)),
                List.of(new ExpectedDocument(
                        mapping.type(),
                        values,
                        List.of(new Print(file, List.of(pages.area(page)), places)),
                        List.of())),
                others);
    }

    private static Optional<String> value(Path labelFile, Field field, List<AzureLabels.Label> present) {
        Optional<Boolean> ticked = present.get(0).ticked();
        if (field.value() != null) {
            return ticked.filter(Boolean::booleanValue).map(yes -> field.value());
        }
        String text =
                String.join("\n", present.stream().map(AzureLabels.Label::text).toList());
        String kind = field.as() == null ? "text" : field.as();
        return switch (kind) {
            case "text" -> Optional.of(text);
            case "amount" ->
                Optional.of(
                        new BigDecimal(text.replaceAll("[$, ]", "")).setScale(2).toPlainString());
            case "flag" -> ticked.map(String::valueOf);
            case "ssn" -> Optional.of(text.replaceAll("\\D", "").replaceAll("(...)(..)(....)", "$1-$2-$3"));
            case "ein" -> Optional.of(text.replaceAll("\\D", "").replaceAll("(..)(.......)", "$1-$2"));
            default ->
                throw new IllegalArgumentException(
                        "%s: %s: there is no kind '%s'".formatted(labelFile, field.pointer(), kind));
        };
    }

    private static Place place(PdfPages pages, Field field, List<AzureLabels.Label> present) {
        List<AzureLabels.Value> words =
                present.stream().flatMap(label -> label.value().stream()).toList();
        int page = words.get(0).page();
        BoundingBox box = BoundingBox.around(
                words.stream().map(word -> word.on(pages.area(page).area())).toList());
        boolean ticked = field.value() != null || "flag".equals(field.as());
        return new Place(
                page,
                box,
                ticked
                        ? ""
                        : String.join(
                                "\n",
                                present.stream().map(AzureLabels.Label::text).toList()));
    }
}
