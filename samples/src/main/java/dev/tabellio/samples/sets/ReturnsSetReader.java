package dev.tabellio.samples.sets;

import dev.tabellio.document.ArtifactJson;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.PageUse;
import dev.tabellio.samples.sets.FormMapping.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads filled tax returns: one folder a return with {@code labels.json}, the fillable forms, the same forms under
 * {@code flat/} with the values as page text, and the whole return as {@code packet.pdf}. Each rendering is a case of its
 * own. What the labels call a field is mapped to pointers in {@code returns.yaml}; the pages of forms that it does not
 * map are pages of no known type.
 */
public final class ReturnsSetReader implements LabelledSetReader {

    private static final String LABELS = "labels.json";
    private static final String PACKET = "packet";
    /** The renderings and the folder of their files inside a return. */
    private static final Map<String, String> RENDERINGS = Map.of("flat", "flat/", "fillable", "", PACKET, "");

    @Override
    public boolean recognises(Path folder) throws IOException {
        return !labelFiles(folder).isEmpty();
    }

    @Override
    public LabelledSet read(Path folder) throws IOException {
        Map<String, FormMapping> mappings = FormMapping.load("returns.yaml");
        Map<String, List<String>> scored = new TreeMap<>();
        for (FormMapping mapping : mappings.values()) {
            scored.put(
                    mapping.type(),
                    mapping.fields().stream()
                            .map(rule -> LabelledSet.pattern(rule.pointer()))
                            .distinct()
                            .sorted()
                            .toList());
        }
        List<LabelledCase> cases = new ArrayList<>();
        for (Path file : labelFiles(folder)) {
            ReturnLabels labels = labels(file);
            Path home = Objects.requireNonNull(file.getParent());
            for (String rendering : List.of("flat", "fillable", PACKET)) {
                cases.add(new Rendering(folder, home, rendering, mappings).read(labels));
            }
        }
        return new LabelledSet("returns", folder, cases, scored);
    }

    private static List<Path> labelFiles(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.resolve(LABELS))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static ReturnLabels labels(Path file) throws IOException {
        try (var json = Files.newInputStream(file)) {
            return ArtifactJson.mapper().readValue(json, ReturnLabels.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("%s: %s".formatted(file, e.getOriginalMessage()), e);
        }
    }

    /** One rendering of one return. */
    private record Rendering(Path folder, Path home, String name, Map<String, FormMapping> mappings) {

        LabelledCase read(ReturnLabels labels) throws IOException {
            Map<String, PdfPages> files = new LinkedHashMap<>();
            List<ExpectedDocument> documents = new ArrayList<>();
            List<ExpectedPage> others = new ArrayList<>();
            for (ReturnLabels.Form form : labels.forms()) {
                Path path = home.resolve(RENDERINGS.get(name) + (name.equals(PACKET) ? labels.packet() : form.file()));
                String file = folder.relativize(path).toString().replace('\\', '/');
                if (!files.containsKey(file)) {
                    files.put(file, PdfPages.of(path));
                }
                PdfPages pages = Objects.requireNonNull(files.get(file));
                int before = name.equals(PACKET) ? form.packetFirstPage() - 1 : 0;
                FormMapping mapping = mappings.get(form.form());
                if (mapping == null) {
                    for (int page = 1; page <= form.pages(); page++) {
                        others.add(new ExpectedPage(file, before + page, PageUse.Kind.UNKNOWN, form.form()));
                    }
                } else {
                    documents.add(document(file, pages, before, form, mapping));
                }
            }
            return new LabelledCase(
                    labels.scenario(),
                    name,
                    files.keySet().stream()
                            .map(file -> new LabelledFile(file, null))
                            .toList(),
                    documents,
                    others);
        }

        private static ExpectedDocument document(
                String file, PdfPages pages, int before, ReturnLabels.Form form, FormMapping mapping) {
            Map<String, String> values = new LinkedHashMap<>();
            Map<String, Place> places = new LinkedHashMap<>();
            for (Rule rule : mapping.fields()) {
                List<ReturnLabels.@Nullable Entry> entries = rule.from().stream()
                        .<ReturnLabels.@Nullable Entry>map(name -> entry(form, name))
                        .toList();
                List<ReturnLabels.Entry> present = new ArrayList<>();
                for (ReturnLabels.@Nullable Entry entry : entries) {
                    if (entry != null && !entry.value().isBlank()) {
                        present.add(entry);
                    }
                }
                String value = present.isEmpty() ? null : rule.valueOf(entries);
                if (value != null && !values.containsKey(rule.pointer())) {
                    values.put(rule.pointer(), value);
                    places.put(rule.pointer(), place(pages, before, rule, present));
                } else if (value == null && rule.as() == FormMapping.Kind.FLAG && hasRow(values, rule.pointer())) {
                    values.put(rule.pointer(), "false");
                }
            }
            List<PageArea> areas = new ArrayList<>();
            for (int page = 1; page <= form.pages(); page++) {
                areas.add(pages.area(before + page));
            }
            Map<String, String> renumbered = Rows.closedUp(values.keySet());
            return new ExpectedDocument(
                    mapping.type(),
                    Rows.renamed(values, renumbered),
                    List.of(new Print(file, areas, Rows.renamed(places, renumbered))),
                    List.of());
        }

        /** A box of a row is unticked only where the row is there; rules name the row's text before its boxes. */
        private static boolean hasRow(Map<String, String> values, String pointer) {
            int leaf = pointer.lastIndexOf('/');
            return !pointer.substring(0, leaf).matches(".*/\\d+")
                    || values.keySet().stream().anyMatch(key -> key.startsWith(pointer.substring(0, leaf + 1)));
        }

        private static Place place(PdfPages pages, int before, Rule rule, List<ReturnLabels.Entry> present) {
            int page = before + present.get(0).page();
            List<BoundingBox> boxes = present.stream()
                    .map(entry -> pages.box(before + entry.page(), entry.rect()))
                    .toList();
            boolean ticked = rule.value() != null || rule.as() == FormMapping.Kind.FLAG;
            String text = ticked
                    ? ""
                    : String.join(
                            "\n",
                            present.stream().map(ReturnLabels.Entry::value).toList());
            return new Place(page, BoundingBox.around(boxes), text);
        }

        /** The entry with that meaning (its n-th with {@code #n}) or that AcroForm name, or null if it is not filled. */
        private static ReturnLabels.@Nullable Entry entry(ReturnLabels.Form form, String name) {
            if (name.startsWith("/") || name.startsWith("~")) {
                int hash = name.indexOf('#');
                String meaning = hash < 0 ? name : name.substring(0, hash);
                return form.fields().stream()
                        .filter(entry -> entry.meaning().equals(meaning))
                        .skip(hash < 0 ? 0 : Integer.parseInt(name.substring(hash + 1)) - 1)
                        .findFirst()
                        .orElse(null);
            }
            int colon = name.indexOf(':');
            if (colon >= 0 && !name.substring(0, colon).equals(form.form())) {
                return null;
            }
            String lastPart = "." + name.substring(colon + 1);
            return form.fields().stream()
                    .filter(entry ->
                            ("." + entry.field()).replaceAll("\\[\\d+]", "").endsWith(lastPart))
                    .findFirst()
                    .orElse(null);
        }
    }
}
