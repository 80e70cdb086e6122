package dev.tabellio.jobs.doctypes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of a new type, made from a JSON Schema: each field is looked for under the words of its description, so a
 * schema whose descriptions are worded as the form is often reads it right away. What the schema can not say (which page
 * is the form, what is the same document) gets a first answer to be looked over.
 */
public final class DoctypeSkeleton {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String MONEY = "^-?[0-9]+\\.[0-9]{2}$";

    /** {@code Box 12a: Wages.} or {@code Line 3 (2 before 2020): Name.}: the number and the words. */
    private static final Pattern NUMBERED = Pattern.compile(
            "(?i)^(?:box|line|field|nr\\.?|no\\.?|zeile)\\s+(\\w{1,4})\\b[^:]{0,60}:\\s*(.+)$", Pattern.DOTALL);

    /** A label ends where its description goes on to explain. */
    private static final Pattern LABEL_END = Pattern.compile("[.;]\\s+(?=\\p{Lu}|\\d)|[:;]\\s|,\\sas printed|\\.$");

    private static final int RECOGNISING_LABELS = 8;

    /** Shorter labels ("State") stand on many forms. */
    private static final int TELLING = 8;

    private final String id;
    private final ObjectNode schema;

    /**
     * @param id name of the new folder: small letters, digits and dashes
     * @param schema an object with properties
     * @throws IllegalArgumentException if the id is none or the schema declares no fields
     */
    public DoctypeSkeleton(String id, JsonNode schema) {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("'%s': an id has small letters, digits and single dashes".formatted(id));
        }
        if (!(schema instanceof ObjectNode object) || schema.path("properties").isEmpty()) {
            throw new IllegalArgumentException("the schema is no object with properties");
        }
        this.id = id;
        this.schema = object.deepCopy();
    }

    /** Text of each file by its name. */
    public Map<String, String> files() {
        complete(schema);
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        List<SchemaLeaf> leaves = SchemaLeaf.of(schema);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("schema.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n");
        files.put("doctype.yaml", definition(leaves));
        files.put("anchors.yaml", anchors(leaves));
        files.put(
                "rules.yaml",
                "# What must hold within one document; the rules of the shipped types show how.\nrules: []\n");
        files.put("README.md", readme());
        return files;
    }

    /** Fields get the kind and type that this product's schemas need, as far as they do not state them. */
    private static void complete(JsonNode node) {
        if (!(node instanceof ObjectNode declared)) {
            return;
        }
        if (declared.has("properties")) {
            declared.path("properties").forEach(DoctypeSkeleton::complete);
        } else if (declared.has("items")) {
            complete(declared.path("items"));
        } else {
            String type = declared.path("type").asString("string");
            String kind = declared.path("x-tabellio-kind").asString(kind(type, declared));
            declared.put("x-tabellio-kind", kind);
            declared.put("type", kind.equals("flag") ? "boolean" : "string");
            if (kind.equals("amount")) {
                declared.put("pattern", MONEY);
            }
        }
    }

    private static String kind(String type, JsonNode declared) {
        return switch (type) {
            case "boolean" -> "flag";
            case "number" -> "amount";
            default -> declared.path("format").asString("").equals("date") ? "date" : "text";
        };
    }

    private String title() {
        return schema.path("title").asString(id);
    }

    private String definition(List<SchemaLeaf> leaves) {
        List<String> single = leaves.stream()
                .map(SchemaLeaf::pattern)
                .filter(pattern -> !pattern.contains("*"))
                .toList();
        List<String> labels = leaves.stream()
                .map(Label::of)
                .sorted(Comparator.comparing(label -> label.number().isEmpty()))
                .map(Label::words)
                .filter(words -> words.length() >= TELLING)
                .distinct()
                .limit(RECOGNISING_LABELS)
                .toList();
        StringBuilder yaml =
                new StringBuilder("title: %s\nversion: \"1\"\nfamily: tax-form\n".formatted(quoted(title())));
        yaml.append("# What makes two documents the same: whose it is, from whom, for which time.\n");
        yaml.append("identity:\n  key: [%s]\n  optional: []\n  varies: []\n"
                .formatted(single.isEmpty() ? "" : single.get(0)));
        yaml.append("# What has to be read before a document can be posted.\n");
        yaml.append("required: [%s]\n".formatted(single.isEmpty() ? "" : single.get(0)));
        yaml.append("# Weights of what is printed on the first page; a page with a sum of 1 is recognised.\n");
        yaml.append("recognise:\n  start:\n    - {phrase: %s, weight: 0.4}\n".formatted(quoted(title())));
        double weight = labels.isEmpty() ? 1 : Math.ceil(120.0 / labels.size()) / 100;
        labels.forEach(label ->
                yaml.append(String.format(Locale.ROOT, "    - {phrase: %s, weight: %.2f}\n", quoted(label), weight)));
        return yaml.toString();
    }

    private static String anchors(List<SchemaLeaf> leaves) {
        StringBuilder boxes = new StringBuilder();
        StringBuilder checkboxes = new StringBuilder();
        StringBuilder fields = new StringBuilder();
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (SchemaLeaf leaf : leaves) {
            Label label = Label.of(leaf);
            String place = place(leaf.pattern());
            boolean flag = leaf.kind().equals("flag");
            (flag ? checkboxes : boxes)
                    .append("  %s: {%slabels: [%s]}\n".formatted(place, label.number(), quoted(label.words())));
            int row = leaf.pattern().lastIndexOf("/*/");
            if (row >= 0 && !flag) {
                columns.computeIfAbsent(
                                leaf.pattern().substring(0, row).replace("/*", "/0"), table -> new ArrayList<>())
                        .add("%s: %s".formatted(leaf.pattern().substring(row + 3), place));
            } else {
                fields.append("  %s: {%s: %s}\n"
                        .formatted(leaf.pattern().replace("/*", "/0"), flag ? "checkbox" : "box", place));
            }
        }
        StringBuilder yaml = new StringBuilder(
                "# Where the fields stand: the words that the form prints over, under or beside each value.\n");
        yaml.append(boxes.isEmpty() ? "" : "boxes:\n" + boxes);
        yaml.append(checkboxes.isEmpty() ? "" : "checkboxes:\n" + checkboxes);
        yaml.append("# Other print of the form, which must not be taken for a value.\nprint: []\n");
        yaml.append(fields.isEmpty() ? "" : "fields:\n" + fields);
        if (!columns.isEmpty()) {
            yaml.append("tables:\n");
            columns.forEach((table, leafs) ->
                    yaml.append("  %s:\n    columns: {%s}\n".formatted(table, String.join(", ", leafs))));
        }
        return yaml.toString();
    }

    private String readme() {
        return """
                # %s: %s

                What the document is, and from where.

                **Fields.** What is read, and what is not.

                **Identity.** What makes two of them the same document.

                **Required.** What has to be read before one can be posted.

                **Known limits.** What is known not to work.
                """.formatted(id, title());
    }

    private static String place(String pattern) {
        return pattern.substring(1)
                .replace("/*", "")
                .replace('/', '-')
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    /**
     * @param number as YAML, empty if the description states none
     * @param words of the label
     */
    private record Label(String number, String words) {

        static Label of(SchemaLeaf leaf) {
            String description = leaf.description().strip();
            Matcher numbered = NUMBERED.matcher(description);
            Optional<String> number = Optional.empty();
            if (numbered.matches()) {
                number = Optional.of(numbered.group(1));
                description = numbered.group(2);
            }
            String words = LABEL_END.split(description, 2)[0].strip();
            String name = leaf.pattern().substring(leaf.pattern().lastIndexOf('/') + 1);
            boolean says = words.codePoints().anyMatch(Character::isLetterOrDigit);
            return new Label(
                    number.map(digits -> "number: %s, ".formatted(quoted(digits)))
                            .orElse(""),
                    says ? words : name.replaceAll("([a-z0-9])([A-Z])", "$1 $2"));
        }
    }
}
