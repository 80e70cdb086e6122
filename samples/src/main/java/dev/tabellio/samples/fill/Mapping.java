package dev.tabellio.samples.fill;

import dev.tabellio.doctype.DocumentType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Which field of a blank form is which leaf of its type's schema. Numbered lines go by number and wording: the description
 * of the field has to say the line that the schema's description says, in much the same words; of several fields that do,
 * the best, and none if two are alike. Rules say the rest.
 *
 * @param entries in the form's order
 * @param unmapped fields that are nothing of the schema, or not clearly
 * @param unfilled leaves of the schema that no field is
 */
record Mapping(List<Entry> entries, List<BlankForm.Widget> unmapped, List<String> unfilled) {

    /** Share of the schema's words that the field's description has, at least. Set by looking at all forms, 2026-11-21. */
    private static final double ALIKE = 0.6;

    /** Added for a line that kept its number. */
    private static final double SAME_NUMBER = 0.1;

    /** The field of the amount, where another one has the line's text and is for something to write. */
    private static final Pattern AMOUNT_ONLY = Pattern.compile("\\d{1,2}[a-z]?\\. (?:and )?[Aa]mount[.:]?\\s*");

    /** A line that moved to another number has to say nearly the same. */
    private static final double SAME = 0.9;

    /** Words of the schema's description that are compared; what follows differs from edition to edition. */
    private static final int WORDS = 12;

    private static final Pattern LEAF = Pattern.compile(
            "(?:Line|Box) (\\d{1,2}[a-z]{0,2})(?: \\([^)]*\\))?: (.*?)(?: US dollars and cents\\.|, in dollars\\.)?");
    private static final Pattern NUMBER = Pattern.compile("(?:^|[.:)] |Row: )(\\d{1,2}[a-z]{0,2})\\. ");
    private static final Pattern LETTERED = Pattern.compile("(?:^|[.:)] )(\\d{1,2})\\. (?:[^.:]*[.:] )+?([a-z])\\. ");

    /** A list of lines to write on: which of them is the amount's is not in the number. */
    private static final Pattern PART_OF_LIST = Pattern.compile("Line \\d+ of \\d+|Column|(?:List|Enter) type|:$");

    Mapping {
        entries = List.copyOf(entries);
        unmapped = List.copyOf(unmapped);
        unfilled = List.copyOf(unfilled);
    }

    /**
     * A field that is known.
     *
     * @param pointer of the value; rows are numbered as on the form
     * @param kind as the schema has it
     */
    record Entry(String pointer, String kind, BlankForm.Widget widget, Optional<FormRules.Rule> rule) {}

    static Mapping of(BlankForm blank, DocumentType type, FormRules rules) {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        collect("", type.schema(), leaves);
        Map<BlankForm.Widget, Entry> found = new LinkedHashMap<>();
        for (BlankForm.Widget widget : blank.widgets()) {
            for (FormRules.Rule rule : rules.fields()) {
                Optional<String> pointer = rule.pointer(widget);
                if (pointer.isPresent() && !found.containsKey(widget)) {
                    JsonNode leaf = leaves.get(pattern(pointer.get()));
                    if (leaf == null) {
                        continue;
                    }
                    found.put(widget, new Entry(pointer.get(), kind(leaf), widget, Optional.of(rule)));
                }
            }
        }
        Set<String> ruled = found.values().stream()
                .map(entry -> pattern(entry.pointer()))
                .collect(Collectors.toCollection(HashSet::new));
        List<Line> lines = new ArrayList<>();
        leaves.forEach((pointer, leaf) -> {
            Matcher matcher = LEAF.matcher(leaf.path("description").asString(""));
            if (!kind(leaf).equals("flag") && !pointer.contains("*") && !ruled.contains(pointer) && matcher.matches()) {
                lines.add(new Line(pointer, kind(leaf), matcher.group(1), matcher.group(2)));
            }
        });
        List<BlankForm.Widget> open = blank.widgets().stream()
                .filter(widget -> !widget.tick() && !found.containsKey(widget))
                .toList();
        numbered(lines, open)
                .forEach((pointer, widget) -> found.putIfAbsent(
                        widget,
                        new Entry(
                                pointer, kind(leaves.getOrDefault(pointer, type.schema())), widget, Optional.empty())));
        Set<String> filled =
                found.values().stream().map(entry -> pattern(entry.pointer())).collect(Collectors.toSet());
        return new Mapping(
                blank.widgets().stream()
                        .filter(found::containsKey)
                        .map(found::get)
                        .toList(),
                blank.widgets().stream()
                        .filter(widget -> !found.containsKey(widget))
                        .toList(),
                leaves.keySet().stream()
                        .filter(pointer -> !filled.contains(pointer))
                        .toList());
    }

    /** A pointer with {@code *} for the numbers of rows. */
    static String pattern(String pointer) {
        return pointer.replaceAll("/\\d+(?=/|$)", "/*");
    }

    /** All leaves of a schema, rows as {@code *}. */
    static List<String> leaves(DocumentType type) {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        collect("", type.schema(), leaves);
        return List.copyOf(leaves.keySet());
    }

    /** Whether a leaf is a box to tick. */
    static boolean isFlag(DocumentType type, String pattern) {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        collect("", type.schema(), leaves);
        JsonNode leaf = leaves.get(pattern);
        return leaf != null && kind(leaf).equals("flag");
    }

    private static Map<String, BlankForm.Widget> numbered(List<Line> lines, List<BlankForm.Widget> open) {
        List<Claim> claims = new ArrayList<>();
        for (Line line : lines) {
            for (BlankForm.Widget widget : open) {
                claim(line, widget).ifPresent(claims::add);
            }
        }
        claims.sort(Comparator.comparingDouble(Claim::likeness).reversed());
        Map<String, BlankForm.Widget> chosen = new LinkedHashMap<>();
        Set<BlankForm.Widget> taken = new HashSet<>();
        for (Claim claim : claims) {
            boolean tie = claims.stream()
                    .anyMatch(other -> other != claim
                            && other.likeness() == claim.likeness()
                            && other.line().equals(claim.line())
                            && !taken.contains(other.widget()));
            if (!tie && !chosen.containsKey(claim.line().pointer()) && taken.add(claim.widget())) {
                chosen.put(claim.line().pointer(), claim.widget());
            }
        }
        return chosen;
    }

    private static Optional<Claim> claim(Line line, BlankForm.Widget widget) {
        boolean amountOnly = AMOUNT_ONLY.matcher(widget.says()).matches();
        if (!amountOnly && PART_OF_LIST.matcher(widget.says()).find()) {
            return Optional.empty();
        }
        double best = 0;
        String says = widget.says();
        Matcher lettered = LETTERED.matcher(says);
        if (lettered.find()) {
            best = likeness(line, lettered.group(1) + lettered.group(2), says.substring(lettered.end()));
        }
        Matcher number = NUMBER.matcher(says);
        for (int from = 0; number.find(from); from = number.start() + 1) {
            best = Math.max(best, likeness(line, number.group(1), says.substring(number.end())));
        }
        return best == 0 ? Optional.empty() : Optional.of(new Claim(line, widget, best));
    }

    /** From 0, which is another line. */
    private static double likeness(Line line, String number, String says) {
        Set<String> own = words(says, Integer.MAX_VALUE);
        List<String> wanted = List.copyOf(words(line.text(), WORDS));
        double share = wanted.isEmpty()
                ? 0
                : (double) wanted.stream().filter(own::contains).count() / wanted.size();
        if (number.equals(line.number())) {
            return AMOUNT_ONLY.matcher(number + ". " + says).matches() ? 2 : share >= ALIKE ? share + SAME_NUMBER : 0;
        }
        return share >= SAME && wanted.size() >= 3 ? share : 0;
    }

    private static Set<String> words(String text, int most) {
        return Arrays.stream(text.toLowerCase(java.util.Locale.ROOT).split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .limit(most)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static void collect(String pointer, JsonNode node, Map<String, JsonNode> leaves) {
        if (node.has("properties")) {
            node.path("properties")
                    .properties()
                    .forEach(property -> collect(pointer + "/" + property.getKey(), property.getValue(), leaves));
        } else if (node.has("items")) {
            collect(pointer + "/*", node.path("items"), leaves);
        } else if (!pointer.isEmpty()) {
            leaves.put(pointer, node);
        }
    }

    private static String kind(JsonNode leaf) {
        return leaf.path("x-tabellio-kind").asString("text");
    }

    private record Line(String pointer, String kind, String number, String text) {}

    private record Claim(Line line, BlankForm.Widget widget, double likeness) {}
}
