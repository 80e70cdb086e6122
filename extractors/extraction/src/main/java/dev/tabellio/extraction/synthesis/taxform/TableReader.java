package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the rows of a form's small tables. Rows that hold nothing have no entry; the others are numbered from 0. Beside the
 * fields it tells what stands in the rows, so that a row that became no field is noticed.
 */
final class TableReader {

    /** In label heights: a cell that is higher holds more than a row. */
    private static final double ROW = 4;

    /** Heads of one table differ by at most so many lines. */
    private static final int WRAPPED = 3;

    /** In lines: values of a column without ruling may begin so much before its label. */
    private static final double BESIDE_LABEL = 2;

    /** So many words in small letters that run on from one column into the next are no row. */
    private static final int SENTENCE = 4;

    private static final double WORD_GAP = 4;

    private static final Pattern SMALL_WORD = Pattern.compile("\\p{Ll}+");

    private final List<LabelledPage> pages;
    private final FormSchema schema;
    private final Map<String, ValueFormat> formats;
    private final FieldMaker maker;
    private final CodedBoxReader codedBoxes;

    /** @param formats by pointer in the schema */
    TableReader(List<LabelledPage> pages, FormSchema schema, Map<String, ValueFormat> formats, FieldMaker maker) {
        this.pages = List.copyOf(pages);
        this.schema = schema;
        this.formats = Map.copyOf(formats);
        this.maker = maker;
        this.codedBoxes = new CodedBoxReader(pages, maker);
    }

    TableReading read(TableRule rule) {
        return rule instanceof TableRule.Columns columns
                ? columns(columns)
                : codedBoxes.read((TableRule.CodedBoxes) rule);
    }

    private TableReading columns(TableRule.Columns rule) {
        for (LabelledPage page : pages) {
            Map<String, Column> columns = new LinkedHashMap<>();
            rule.columns()
                    .forEach((leaf, box) -> page.labels(box).stream()
                            .findFirst()
                            .flatMap(label -> ValueArea.of(page, label, false, lines(page, rule, label), false)
                                    .map(area -> fromLabel(label, area))
                                    .or(() -> cellUnder(page, label).map(cell -> new ValueArea(cell, true, true)))
                                    .map(area -> rowsBelow(page, label, area, rule.rows()))
                                    .flatMap(area -> until(page, rule, area))
                                    .map(area -> new Column(label, area)))
                            .ifPresent(column -> columns.put(leaf, column)));
            columns.replaceAll((leaf, column) -> clipped(page, column, columns.values()));
            TableReading reading = reading(rule, page, columns);
            if (!reading.fields().isEmpty()) {
                return reading;
            }
        }
        return TableReading.NONE;
    }

    /** The first row of a numbered line's list may stand right of the line's wording. */
    private static ValueArea fromLabel(PlacedLabel label, ValueArea area) {
        BoundingBox box = area.box();
        return label.numbered() && area.below() && !area.ruled()
                ? new ValueArea(new BoundingBox(box.left(), label.box().top(), box.right(), box.bottom()), false, true)
                : area;
    }

    /** Rows, and the lines by which another head of the table stands lower than this one. */
    private static int lines(LabelledPage page, TableRule.Columns rule, PlacedLabel label) {
        double lowest = rule.columns().values().stream()
                .flatMap(box -> page.labels(box).stream().limit(1))
                .mapToDouble(head -> head.box().bottom())
                .max()
                .orElse(0);
        double lines = Math.floor((lowest - label.box().bottom()) / page.lineHeight(label));
        return rule.rows() + (int) Math.max(0, Math.min(WRAPPED, lines));
    }

    /** A ruled table may have a cell for each row; the cells under the label's own one belong to the column. */
    private static ValueArea rowsBelow(LabelledPage page, PlacedLabel label, ValueArea area, int rows) {
        BoundingBox box = area.box();
        if (!area.ruled() && area.below()) {
            box = cellUnder(page, label).orElse(box);
        } else if (!area.below()) {
            return area;
        }
        if (box.equals(area.box()) && !area.ruled()) {
            return area;
        }
        BoundingBox first = box;
        double bottom = page.labels().stream()
                .map(PlacedLabel::box)
                .filter(other -> other.top() > label.box().bottom() && other.overlapX(first) > 2)
                .mapToDouble(BoundingBox::top)
                .min()
                .orElse(page.area().bottom());
        double end = box.bottom();
        for (int row = 0; row < rows; row++) {
            double from = end;
            // A comb has a cell for each character.
            List<BoundingBox> next = page.cells().stream()
                    .filter(cell -> Math.abs(cell.top() - from) < 2
                            && cell.bottom() <= bottom + 2
                            && cell.overlapX(first) > 0.8 * Math.min(cell.width(), first.width())
                            && cell.height() < 2.5 * label.box().height() + first.height())
                    .toList();
            if (next.stream().mapToDouble(cell -> cell.overlapX(first)).sum() < 0.8 * first.width()) {
                break;
            }
            end = next.get(0).bottom();
        }
        return new ValueArea(
                new BoundingBox(box.left(), box.top(), box.right(), Math.max(end, box.bottom())), true, true);
    }

    /**
     * A column without ruling lines of its own begins half way from the one before and ends where the next one begins; the
     * first one begins near its label if that is the text of a numbered line.
     */
    private static Column clipped(LabelledPage page, Column column, Collection<Column> columns) {
        if (column.area().ruled()) {
            return column;
        }
        BoundingBox box = column.area().box();
        BoundingBox label = column.label().box();
        double slack = BESIDE_LABEL * page.lineHeight(column.label());
        double right = columns.stream()
                .filter(other -> other.label().box().left() > label.right())
                .mapToDouble(other -> other.area().ruled()
                        ? other.area().box().left()
                        : other.label().box().left() - slack)
                .filter(edge -> edge > label.right())
                .min()
                .orElse(box.right());
        double left = columns.stream()
                .filter(other -> other.label().box().right() < label.left())
                .mapToDouble(other -> (other.label().box().right() + label.left()) / 2)
                .max()
                .orElse(column.label().numbered() ? label.left() - slack : box.left());
        BoundingBox own = new BoundingBox(
                Math.max(box.left(), Math.min(left, label.left())),
                box.top(),
                Math.min(box.right(), right),
                box.bottom());
        return new Column(
                column.label(), new ValueArea(own, false, column.area().below()));
    }

    /** The first cell of a column whose head has none: the rows of some forms are ruled, their heads are not. */
    private static Optional<BoundingBox> cellUnder(LabelledPage page, PlacedLabel label) {
        BoundingBox text = label.box();
        double height = label.hit().box().height();
        return page.cells().stream()
                .filter(cell -> cell.left() < text.centerX()
                        && text.centerX() < cell.right()
                        && cell.top() > text.centerY()
                        && cell.top() < text.bottom() + 2 * height
                        && cell.height() < ROW * Math.min(height, 12))
                .min(Comparator.comparingDouble(BoundingBox::top));
    }

    /** The rows end where the anchor that the rule names begins. */
    private static Optional<ValueArea> until(LabelledPage page, TableRule.Columns rule, ValueArea area) {
        BoundingBox box = area.box();
        double end = rule.until().stream()
                .flatMap(anchor -> page.labels(anchor).stream())
                .mapToDouble(label -> label.box().top())
                .filter(top -> top > box.top())
                .min()
                .orElse(Double.MAX_VALUE);
        return end <= box.top() + 1
                ? Optional.empty()
                : Optional.of(new ValueArea(
                        new BoundingBox(box.left(), box.top(), box.right(), Math.min(box.bottom(), end)),
                        area.ruled(),
                        area.below()));
    }

    private TableReading reading(TableRule.Columns rule, LabelledPage page, Map<String, Column> columns) {
        String pointer = rule.pointer();
        Map<String, List<List<Word>>> cells = new LinkedHashMap<>();
        columns.forEach((leaf, column) -> cells.put(
                leaf,
                isFlag(pointer, leaf) ? List.of() : page.rowsIn(column.area().box())));
        List<BoundingBox> rows = rows(cells);
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        List<Citation> ink = new ArrayList<>();
        int index = 0;
        for (BoundingBox row : rows) {
            if (isSentence(row, cells.values())) {
                break;
            }
            cells.values().stream()
                    .flatMap(List::stream)
                    .filter(line -> level(row, box(line)))
                    .forEach(line -> ink.addAll(TableReading.numbers(page.number(), line)));
            Map<String, ExtractedField> read = new LinkedHashMap<>();
            cells.forEach((leaf, lines) -> {
                if (isFlag(pointer, leaf)) {
                    return;
                }
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
            boolean holds = read.values().stream().anyMatch(ExtractedField.Cited.class::isInstance)
                    && rule.key().map(read::containsKey).orElse(true);
            if (holds) {
                columns.forEach((leaf, column) -> {
                    if (isFlag(pointer, leaf)) {
                        ticked(page, column, row).ifPresent(flag -> read.put(leaf, flag));
                    }
                });
                int number = index;
                read.forEach((leaf, field) -> fields.put("%s/%d/%s".formatted(pointer, number, leaf), field));
                index++;
            }
        }
        return new TableReading(fields, ink);
    }

    /** Whether running text stands on a row, which does not keep to the columns: the table has ended. */
    private static boolean isSentence(BoundingBox row, Collection<List<List<Word>>> cells) {
        List<List<Word>> parts = cells.stream()
                .flatMap(List::stream)
                .filter(line -> level(row, box(line)))
                .sorted(Comparator.comparingDouble(line -> box(line).left()))
                .toList();
        for (int i = 1; i < parts.size(); i++) {
            BoundingBox before = box(parts.get(i - 1));
            if (box(parts.get(i)).left() - before.right() < WORD_GAP * before.height()
                    && Stream.concat(parts.get(i - 1).stream(), parts.get(i).stream())
                                    .filter(word ->
                                            SMALL_WORD.matcher(word.text()).matches())
                                    .count()
                            >= SENTENCE) {
                return true;
            }
        }
        return false;
    }

    private boolean isFlag(String pointer, String leaf) {
        return schema.leaves().get(FormSchema.pattern(pointer) + "/*/" + leaf) == FormSchema.Kind.FLAG;
    }

    private static Optional<ExtractedField> ticked(LabelledPage page, Column column, BoundingBox row) {
        BoundingBox area = column.area().box();
        return page.checkboxes().stream()
                .filter(box -> area.left() < box.box().centerX()
                        && box.box().centerX() < area.right()
                        && level(row, box.box()))
                .findFirst()
                .map(box -> FieldMaker.ticked(
                        new FieldValue.Flag(box.selected()),
                        page.number(),
                        box,
                        column.label().quality(),
                        "in column " + BoxReader.name(column.label())));
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

    private static boolean level(BoundingBox a, BoundingBox b) {
        return a.overlapY(b) >= 0.5 * Math.min(a.height(), b.height());
    }

    private static BoundingBox box(List<Word> line) {
        return BoundingBox.around(line.stream().map(Word::box).toList());
    }

    private record Column(PlacedLabel label, ValueArea area) {}
}
