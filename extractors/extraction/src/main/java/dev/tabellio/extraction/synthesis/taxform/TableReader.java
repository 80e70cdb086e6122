package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.synthesis.normalise.UsMoney;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rows of a form's small tables. Rows that hold nothing have no entry; the others are numbered from 0. */
final class TableReader {

    /** Shorter digits in an otherwise empty box are specks. */
    private static final int SHORTEST_AMOUNT = 3;

    private final List<LabelledPage> pages;
    private final FormSchema schema;
    private final Map<String, ValueFormat> formats;
    private final FieldMaker maker;

    /** @param formats by pointer in the schema */
    TableReader(List<LabelledPage> pages, FormSchema schema, Map<String, ValueFormat> formats, FieldMaker maker) {
        this.pages = List.copyOf(pages);
        this.schema = schema;
        this.formats = Map.copyOf(formats);
        this.maker = maker;
    }

    Map<String, ExtractedField> read(TableRule rule) {
        return rule instanceof TableRule.Columns columns ? columns(columns) : coded((TableRule.CodedBoxes) rule);
    }

    private Map<String, ExtractedField> columns(TableRule.Columns rule) {
        for (LabelledPage page : pages) {
            Map<String, Column> columns = new LinkedHashMap<>();
            rule.columns()
                    .forEach((leaf, box) -> page.labels(box).stream()
                            .findFirst()
                            .flatMap(label -> ValueArea.of(page, label, false, rule.rows())
                                    .map(area -> new Column(label, rowsBelow(page, label, area, rule.rows()))))
                            .ifPresent(column -> columns.put(leaf, column)));
            Map<String, ExtractedField> fields = fields(rule.pointer(), page, columns);
            if (!fields.isEmpty()) {
                return fields;
            }
        }
        return Map.of();
    }

    /** A ruled table may have a cell for each row; the cells under the label's own one belong to the column. */
    private static ValueArea rowsBelow(LabelledPage page, PlacedLabel label, ValueArea area, int rows) {
        BoundingBox box = area.box();
        if (!area.ruled() || !area.below()) {
            return area;
        }
        double bottom = page.labels().stream()
                .map(PlacedLabel::box)
                .filter(other -> other.top() > label.box().bottom() && other.overlapX(box) > 2)
                .mapToDouble(BoundingBox::top)
                .min()
                .orElse(page.area().bottom());
        double end = box.bottom();
        for (int row = 1; row < rows; row++) {
            double from = end;
            Optional<BoundingBox> next = page.cells().stream()
                    .filter(cell -> Math.abs(cell.top() - from) < 2
                            && cell.bottom() <= bottom + 2
                            && cell.overlapX(box) > 0.8 * box.width()
                            && cell.height() < 2.5 * label.box().height() + box.height())
                    .findFirst();
            if (next.isEmpty()) {
                break;
            }
            end = next.get().bottom();
        }
        return new ValueArea(
                new BoundingBox(box.left(), box.top(), box.right(), Math.max(end, box.bottom())), true, true);
    }

    private Map<String, ExtractedField> fields(String pointer, LabelledPage page, Map<String, Column> columns) {
        Map<String, List<List<Word>>> cells = new LinkedHashMap<>();
        columns.forEach(
                (leaf, column) -> cells.put(leaf, page.rowsIn(column.area().box())));
        List<BoundingBox> rows = rows(cells);
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        int index = 0;
        for (BoundingBox row : rows) {
            Map<String, ExtractedField> read = new LinkedHashMap<>();
            cells.forEach((leaf, lines) -> {
                List<List<Word>> own =
                        lines.stream().filter(line -> level(row, box(line))).toList();
                Column column = columns.get(leaf);
                if (!own.isEmpty() && column != null) {
                    ValueText text = new ValueText(
                            page.number(),
                            own,
                            "in column " + BoxReader.name(column.label()),
                            column.label().quality());
                    String pattern = FormSchema.pattern(pointer) + "/*/" + leaf;
                    read.put(
                            leaf,
                            maker.make(
                                    schema.leaves().getOrDefault(pattern, FormSchema.Kind.TEXT),
                                    formats.getOrDefault(pattern, ValueFormat.ANY),
                                    List.of(text)));
                }
            });
            boolean holds = read.values().stream().anyMatch(ExtractedField.Cited.class::isInstance);
            if (holds) {
                int number = index;
                read.forEach((leaf, field) -> fields.put("%s/%d/%s".formatted(pointer, number, leaf), field));
                index++;
            }
        }
        return fields;
    }

    /** The rows that any column has, top to bottom. */
    private static List<BoundingBox> rows(Map<String, List<List<Word>>> cells) {
        List<BoundingBox> rows = new ArrayList<>();
        cells.values().stream()
                .flatMap(List::stream)
                .map(TableReader::box)
                .sorted(Comparator.comparingDouble(BoundingBox::centerY))
                .forEach(line -> {
                    int last = rows.size() - 1;
                    if (last >= 0 && level(rows.get(last), line)) {
                        rows.set(last, rows.get(last).union(line));
                    } else {
                        rows.add(line);
                    }
                });
        return rows;
    }

    private Map<String, ExtractedField> coded(TableRule.CodedBoxes rule) {
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        BoxReader boxes = new BoxReader(pages);
        int index = 0;
        for (String box : rule.boxes()) {
            Optional<ValueText> text =
                    boxes.read(box, FieldRule.Part.WHOLE).stream().findFirst();
            if (text.isPresent() && code(rule, index, text.get(), fields)) {
                index++;
            }
        }
        return fields;
    }

    /** Code and amount stand on one row. An amount or a code alone was not read as a whole and is no value. */
    private boolean code(TableRule.CodedBoxes rule, int index, ValueText text, Map<String, ExtractedField> fields) {
        String row = "%s/%d/".formatted(rule.pointer(), index);
        List<Word> codes = text.words().stream()
                .filter(word -> rule.codes().contains(word.text()))
                .toList();
        for (List<Word> line : text.rows()) {
            List<Word> amount =
                    line.stream().filter(word -> UsMoney.isPart(word.text())).toList();
            if (codes.size() == 1 && line.contains(codes.get(0)) && !amount.isEmpty()) {
                fields.put(row + rule.codeLeaf(), make(FormSchema.Kind.TEXT, text, codes));
                fields.put(row + rule.amountLeaf(), make(FormSchema.Kind.AMOUNT, text, amount));
                return true;
            }
        }
        Optional<List<Word>> money = text.rows().stream()
                .filter(line -> UsMoney.parse(ValueText.text(line)).isPresent()
                        && ValueText.text(line).length() >= SHORTEST_AMOUNT)
                .findFirst();
        money.ifPresent(line -> fields.put(
                row + rule.amountLeaf(),
                FieldMaker.uncited(text.withRows(List.of(line)), "is an amount without a code")));
        if (codes.size() == 1 && text.origin() != Origin.OCR) {
            fields.put(
                    row + rule.codeLeaf(),
                    FieldMaker.uncited(text.withRows(List.of(codes)), "is a code without an amount"));
        }
        return money.isPresent() || (codes.size() == 1 && text.origin() != Origin.OCR);
    }

    private ExtractedField make(FormSchema.Kind kind, ValueText text, List<Word> words) {
        return maker.make(kind, ValueFormat.ANY, List.of(text.withRows(List.of(words))));
    }

    private static boolean level(BoundingBox a, BoundingBox b) {
        return a.overlapY(b) >= 0.5 * Math.min(a.height(), b.height());
    }

    private static BoundingBox box(List<Word> line) {
        return BoundingBox.around(line.stream().map(Word::box).toList());
    }

    private record Column(PlacedLabel label, ValueArea area) {}
}
