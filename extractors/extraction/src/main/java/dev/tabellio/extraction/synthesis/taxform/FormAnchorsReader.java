package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.extraction.synthesis.normalise.Conventions;
import dev.tabellio.extraction.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads and checks {@code anchors.yaml}; see {@link FormAnchors} for the format. Used once, by one thread. */
final class FormAnchorsReader {

    private static final String FILE = "anchors.yaml";
    private static final YAMLMapper YAML = new YAMLMapper();

    private final DocumentType type;
    private final Map<String, Anchor> anchors = new LinkedHashMap<>();
    private final Map<String, ValueFormat> formats = new LinkedHashMap<>();

    private FormAnchorsReader(DocumentType type) {
        this.type = type;
    }

    /** @throws IllegalArgumentException naming type, place and cause */
    static FormAnchors read(DocumentType type, FormSchema schema) {
        return new FormAnchorsReader(type).read(schema);
    }

    private FormAnchors read(FormSchema schema) {
        JsonNode root;
        try {
            root = YAML.readTree(
                    type.file(FILE).orElseThrow(() -> new IllegalArgumentException(where("the file is missing"))));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(where(e.getOriginalMessage()), e);
        }
        places(root, "boxes", Anchor.Kind.BOX);
        places(root, "lines", Anchor.Kind.LINE);
        places(root, "checkboxes", Anchor.Kind.CHECKBOX);
        if (!root.path("print").isEmpty()) {
            add(new Anchor(
                    "print",
                    Anchor.Kind.PRINT,
                    List.of(),
                    wordings("print", root.path("print")),
                    Optional.empty(),
                    Optional.empty(),
                    false));
        }
        for (Anchor anchor : anchors.values()) {
            anchor.row().ifPresent(row -> known("boxes." + anchor.id() + ".row", row));
            anchor.under().ifPresent(under -> known("boxes." + anchor.id() + ".under", under));
        }
        Map<String, FieldRule> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : root.path("fields").properties()) {
            fields.put(field.getKey(), field("fields." + field.getKey(), field.getValue()));
        }
        List<TableRule> tables = new ArrayList<>();
        for (Map.Entry<String, JsonNode> table : root.path("tables").properties()) {
            String where = "tables." + table.getKey();
            if (table.getValue().isArray()) {
                table.getValue()
                        .valueStream()
                        .map(rule -> table(where, table.getKey(), rule))
                        .forEach(tables::add);
            } else {
                tables.add(table(where, table.getKey(), table.getValue()));
            }
        }
        FormAnchors all = new FormAnchors(
                anchors,
                fields,
                tables,
                formats,
                choice("country", Conventions.class, root.path("country").asString("us")));
        compare(schema, all);
        return all;
    }

    private void places(JsonNode root, String section, Anchor.Kind kind) {
        for (Map.Entry<String, JsonNode> place : root.path(section).properties()) {
            String where = section + "." + place.getKey();
            JsonNode node = place.getValue();
            List<Wording> labels = wordings(where + ".labels", node.path("labels"));
            if (labels.isEmpty()) {
                throw new IllegalArgumentException(where(where + ": has no labels"));
            }
            String row = node.path("row").asString("");
            String under = node.path("under").asString("");
            String value = node.path("value").asString("");
            if (!value.isEmpty() && !value.equals("beside")) {
                throw new IllegalArgumentException(where("%s.value: there is no '%s'".formatted(where, value)));
            }
            add(new Anchor(
                    place.getKey(),
                    kind,
                    texts(node.path("number")),
                    labels,
                    row.isEmpty() ? Optional.empty() : Optional.of(row),
                    under.isEmpty() ? Optional.empty() : Optional.of(under),
                    value.equals("beside")));
        }
    }

    private void add(Anchor anchor) {
        if (anchors.put(anchor.id(), anchor) != null) {
            throw new IllegalArgumentException(where("'%s' is declared twice".formatted(anchor.id())));
        }
    }

    private FieldRule field(String where, JsonNode node) {
        if (node.has("first")) {
            return new FieldRule.First(node.path("first")
                    .valueStream()
                    .map(rule -> field(where + ".first", rule))
                    .toList());
        }
        if (node.has("box")) {
            List<String> boxes = texts(node.path("box"));
            boxes.forEach(box -> known(where + ".box", box));
            return new FieldRule.InBox(
                    boxes,
                    choice(
                            where + ".part",
                            FieldRule.Part.class,
                            node.path("part").asString("whole")),
                    choice(where + ".as", ValueFormat.class, node.path("as").asString("any")));
        }
        if (node.has("join")) {
            List<List<String>> rows =
                    node.path("join").valueStream().map(this::texts).toList();
            rows.stream().flatMap(List::stream).forEach(box -> known(where + ".join", box));
            return new FieldRule.Joined(rows);
        }
        if (node.has("line")) {
            return new FieldRule.OnLine(known(where + ".line", node.path("line").asString()));
        }
        if (node.has("cell")) {
            return new FieldRule.InCell(
                    known(where + ".cell", node.path("cell").path(0).asString("")),
                    known(where + ".cell", node.path("cell").path(1).asString("")),
                    choice(where + ".as", ValueFormat.class, node.path("as").asString("any")));
        }
        if (node.has("yes")) {
            return new FieldRule.YesNo(
                    known(where + ".yes", node.path("yes").asString()),
                    known(where + ".no", node.path("no").asString("")));
        }
        if (node.has("checkbox")) {
            return new FieldRule.Ticked(
                    known(where + ".checkbox", node.path("checkbox").asString()));
        }
        if (node.has("one-of")) {
            Map<String, String> values = new LinkedHashMap<>();
            node.path("one-of")
                    .properties()
                    .forEach(e -> values.put(
                            known(where + ".one-of", e.getKey()), e.getValue().asString()));
            return new FieldRule.OneOf(values);
        }
        if (node.has("printed")) {
            try {
                return new FieldRule.Printed(
                        wordings(where + ".printed", node.path("printed")),
                        Pattern.compile(node.path("pattern").asString("")));
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(where(where + ".pattern: " + e.getMessage()), e);
            }
        }
        throw new IllegalArgumentException(where(where
                + ": needs one of 'first', 'box', 'join', 'line', 'cell', 'yes', 'checkbox', 'one-of' and 'printed'"));
    }

    private TableRule table(String where, String pointer, JsonNode node) {
        node.path("as")
                .properties()
                .forEach(e -> formats.put(
                        FormSchema.pattern(pointer) + "/*/" + e.getKey(),
                        choice(where + ".as", ValueFormat.class, e.getValue().asString())));
        if (node.has("columns")) {
            String until = node.path("until").asString("");
            return new TableRule.Columns(
                    pointer,
                    anchorsByLeaf(where + ".columns", node.path("columns")),
                    node.path("rows").asInt(TableRule.Columns.FEW),
                    until.isEmpty() ? Optional.empty() : Optional.of(known(where + ".until", until)),
                    Optional.of(node.path("key").asString("")).filter(key -> !key.isEmpty()));
        }
        if (node.has("entries")) {
            List<String> entries = texts(node.path("entries"));
            entries.forEach(entry -> known(where + ".entries", entry));
            return new TableRule.Grid(
                    pointer,
                    entries,
                    anchorsByLeaf(where + ".leaves", node.path("leaves")),
                    node.path("across").asBoolean(false));
        }
        List<String> boxes = texts(node.path("boxes"));
        boxes.forEach(box -> known(where + ".boxes", box));
        return new TableRule.CodedBoxes(
                pointer,
                boxes,
                node.path("code").asString(""),
                node.path("amount").asString(""),
                texts(node.path("codes")));
    }

    private Map<String, String> anchorsByLeaf(String where, JsonNode node) {
        Map<String, String> anchorsByLeaf = new LinkedHashMap<>();
        node.properties()
                .forEach(leaf -> anchorsByLeaf.put(
                        leaf.getKey(), known(where, leaf.getValue().asString())));
        return anchorsByLeaf;
    }

    private void compare(FormSchema schema, FormAnchors all) {
        Set<String> read = new TreeSet<>();
        all.fields().keySet().stream().map(FormSchema::pattern).forEach(read::add);
        all.tables().stream()
                .flatMap(table -> leaves(table).map(leaf -> FormSchema.pattern(table.pointer()) + "/*/" + leaf))
                .forEach(read::add);
        for (String pointer : schema.leaves().keySet()) {
            if (!read.remove(pointer)) {
                throw new IllegalArgumentException(where("no field or table reads " + pointer + " of schema.json"));
            }
        }
        if (!read.isEmpty()) {
            throw new IllegalArgumentException(where("schema.json has no " + String.join(", ", read)));
        }
    }

    private static Stream<String> leaves(TableRule table) {
        if (table instanceof TableRule.Columns columns) {
            return columns.columns().keySet().stream();
        }
        if (table instanceof TableRule.Grid grid) {
            return grid.leaves().keySet().stream();
        }
        TableRule.CodedBoxes coded = (TableRule.CodedBoxes) table;
        return Stream.of(coded.codeLeaf(), coded.amountLeaf());
    }

    private String known(String where, String id) {
        if (!anchors.containsKey(id)) {
            throw new IllegalArgumentException(where("%s: there is no '%s'".formatted(where, id)));
        }
        return id;
    }

    private <E extends Enum<E>> E choice(String where, Class<E> kind, String name) {
        try {
            return Enum.valueOf(kind, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where("%s: there is no '%s'".formatted(where, name)), e);
        }
    }

    private List<Wording> wordings(String where, JsonNode node) {
        try {
            return texts(node).stream().map(Wording::of).toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where(where + ": " + e.getMessage()), e);
        }
    }

    private List<String> texts(JsonNode node) {
        if (node.isMissingNode()) {
            return List.of();
        }
        return node.isArray() ? node.valueStream().map(JsonNode::asString).toList() : List.of(node.asString());
    }

    private String where(String says) {
        return "document type %s: %s: %s".formatted(type.id(), FILE, says);
    }
}
