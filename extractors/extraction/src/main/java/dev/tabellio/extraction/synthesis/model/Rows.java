package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.text.Letters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rows of tables that several readers gave, as the same rows: two rows are one when they share a value in the same column or
 * stand in the same place of the page. Rows that only a model has come behind those of the deterministic reader.
 */
final class Rows {

    private Rows() {}

    /** A leaf of a row as one reader has it. */
    private record Cell(String column, String letters, List<Citation> places) {}

    /** The same answers with the row numbers of the document. */
    static Map<Tier, Answers> aligned(ExtractedDocument read, FieldSet wanted, Map<Tier, Answers> said) {
        Set<String> tables = new LinkedHashSet<>();
        wanted.fields().forEach(field -> field.rows().ifPresent(tables::add));
        Map<Tier, Answers> aligned = new EnumMap<>(Tier.class);
        aligned.putAll(said);
        for (String table : tables) {
            List<List<Cell>> known = new ArrayList<>(rowsOf(table, read).values());
            for (Tier tier : said.keySet()) {
                aligned.computeIfPresent(tier, (same, answers) -> renumbered(table, answers, known));
            }
        }
        return aligned;
    }

    private static Answers renumbered(String table, Answers answers, List<List<Cell>> known) {
        Map<Integer, List<Cell>> rows = rowsOf(table, answers);
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        rows.forEach((row, cells) -> {
            int best = -1;
            int most = 0;
            for (int i = 0; i < known.size(); i++) {
                int likeness = 2 * likeness(known.get(i), cells) - (i == row ? 0 : 1);
                if (likeness > most && !numbers.containsValue(i)) {
                    most = likeness;
                    best = i;
                }
            }
            if (best < 0) {
                best = known.size();
                known.add(cells);
            }
            numbers.put(row, best);
        });
        Map<String, Checked> byPointer = new LinkedHashMap<>();
        answers.byPointer().forEach((pointer, checked) -> {
            if (!pointer.startsWith(table + "/")) {
                byPointer.put(pointer, checked);
            } else if (numbers.containsKey(row(table, pointer))) {
                byPointer.put(table + "/" + numbers.get(row(table, pointer)) + column(table, pointer), checked);
            }
        });
        return new Answers(byPointer, answers.answered());
    }

    private static int likeness(List<Cell> one, List<Cell> other) {
        int same = 0;
        for (Cell a : one) {
            for (Cell b : other) {
                boolean place = a.places().stream()
                        .anyMatch(p -> b.places().stream()
                                .anyMatch(q -> p.page() == q.page() && p.box().intersects(q.box())));
                if (a.column().equals(b.column()) && (place || a.letters().equals(b.letters()))) {
                    same++;
                }
            }
        }
        return same;
    }

    private static Map<Integer, List<Cell>> rowsOf(String table, ExtractedDocument read) {
        Map<Integer, List<Cell>> rows = new TreeMap<>();
        read.fields().forEach((pointer, field) -> {
            if (pointer.startsWith(table + "/") && !(field instanceof ExtractedField.Absent)) {
                Cell cell = field instanceof ExtractedField.Cited cited
                        ? cell(table, pointer, cited.value().asText(), cited.citations())
                        : cell(
                                table,
                                pointer,
                                ((ExtractedField.Uncited) field).text(),
                                ((ExtractedField.Uncited) field).nearby());
                rows.computeIfAbsent(row(table, pointer), row -> new ArrayList<>())
                        .add(cell);
            }
        });
        return rows;
    }

    private static Map<Integer, List<Cell>> rowsOf(String table, Answers answers) {
        Map<Integer, List<Cell>> rows = new TreeMap<>();
        answers.byPointer().forEach((pointer, checked) -> {
            if (pointer.startsWith(table + "/") && !(checked instanceof Checked.NotThere)) {
                Cell cell = checked instanceof Checked.Holds holds
                        ? cell(table, pointer, holds.value().asText(), holds.citations())
                        : cell(table, pointer, ((Checked.Fails) checked).text(), ((Checked.Fails) checked).nearby());
                rows.computeIfAbsent(row(table, pointer), row -> new ArrayList<>())
                        .add(cell);
            }
        });
        return rows;
    }

    private static Cell cell(String table, String pointer, String text, List<Citation> places) {
        return new Cell(column(table, pointer), Letters.compact(text), places);
    }

    private static int row(String table, String pointer) {
        String rest = pointer.substring(table.length() + 1);
        return Integer.parseInt(rest.substring(0, (rest + "/").indexOf('/')));
    }

    /** The rest of the pointer behind the row's number; with its slash. */
    private static String column(String table, String pointer) {
        String rest = pointer.substring(table.length() + 1);
        return rest.substring((rest + "/").indexOf('/'));
    }

    /** The document with the fused fields in the order of the schema, rows by their number. */
    static ExtractedDocument inOrder(ReadingTask task, Map<String, Fusion.Fused> fused) {
        Map<String, ExtractedField> fields = new LinkedHashMap<>(task.read().fields());
        fused.forEach((pointer, result) -> {
            boolean cellOfNoRow = FieldSet.pattern(pointer).contains("/*")
                    && result.field() instanceof ExtractedField.Absent
                    && !task.read().fields().containsKey(pointer);
            if (!cellOfNoRow) {
                fields.put(pointer, result.field());
            }
        });
        List<String> patterns = FieldSet.of(task.type()).patterns();
        Map<String, ExtractedField> ordered = new LinkedHashMap<>();
        fields.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, ExtractedField> entry) -> order(patterns, entry.getKey()), Rows::compare))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return new ExtractedDocument(
                task.read().document(), ordered, task.read().leftovers());
    }

    private static List<Integer> order(List<String> patterns, String pointer) {
        String pattern = FieldSet.pattern(pointer);
        int leaf = patterns.indexOf(pattern);
        int star = pattern.indexOf("/*");
        if (leaf < 0 || star < 0) {
            return List.of(leaf < 0 ? patterns.size() : leaf);
        }
        String table = pattern.substring(0, star);
        int first = patterns.stream()
                .filter(other -> other.startsWith(table + "/*"))
                .findFirst()
                .map(patterns::indexOf)
                .orElse(leaf);
        return List.of(first, row(table, pointer), leaf);
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = Integer.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
