package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads grids whose rows and columns both have labels: months down and kinds of amounts across, or children across and
 * questions down. A value stands right of its row's label and under its column's.
 */
final class GridReader {

    /** A row that no other row ends is at most this many label heights deep. */
    private static final double DEEPEST = 5;

    /** Height of a line of print in relation to the boxes of its recognised words, which lie close around the ink. */
    private static final double TIGHT_BOXES = 1.4;

    /** A value may begin this share of the label's height over its label. */
    private static final double ABOVE = 0.4;

    /** Heads of neighbouring columns differ in height by at most this many label heights. */
    private static final double SAME_HEAD = 6;

    /** Forms rule a cell for each character or group of these; the column is as wide as its head. */
    private static final Set<ValueFormat> COMBS =
            Set.of(ValueFormat.SSN, ValueFormat.EIN, ValueFormat.TIN, ValueFormat.COMB, ValueFormat.DIGITS);

    private final List<LabelledPage> pages;
    private final FormSchema schema;
    private final Map<String, ValueFormat> formats;
    private final FieldMaker maker;

    GridReader(List<LabelledPage> pages, FormSchema schema, Map<String, ValueFormat> formats, FieldMaker maker) {
        this.pages = List.copyOf(pages);
        this.schema = schema;
        this.formats = Map.copyOf(formats);
        this.maker = maker;
    }

    /** Entries that hold nothing have none; the others are numbered from 0. */
    Map<String, ExtractedField> read(TableRule.Grid rule) {
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        int index = 0;
        for (String entry : rule.entries()) {
            Map<String, ExtractedField> found = new LinkedHashMap<>();
            rule.leaves().forEach((leaf, anchor) -> {
                String pattern = FormSchema.pattern(rule.pointer()) + "/*/" + leaf;
                found.put(
                        leaf,
                        read(
                                rule.across() ? anchor : entry,
                                rule.across() ? entry : anchor,
                                rule.across() ? rule.leaves().values() : rule.entries(),
                                rule.across() ? rule.entries() : rule.leaves().values(),
                                schema.leaves().getOrDefault(pattern, FormSchema.Kind.TEXT),
                                formats.getOrDefault(pattern, ValueFormat.ANY)));
            });
            if (found.values().stream().anyMatch(GridReader::holds)) {
                for (Map.Entry<String, ExtractedField> field : found.entrySet()) {
                    if (!(field.getValue() instanceof ExtractedField.Absent)) {
                        fields.put("%s/%d/%s".formatted(rule.pointer(), index, field.getKey()), field.getValue());
                    }
                }
                index++;
            }
        }
        return fields;
    }

    /** A single cell. Its row ends where any other line of the form begins. */
    ExtractedField read(FieldRule.InCell rule, Collection<String> columns, FormSchema.Kind kind) {
        return read(rule.row(), rule.column(), List.of(), columns, kind, rule.format());
    }

    /** An empty box to tick is no entry. */
    private static boolean holds(ExtractedField field) {
        return field instanceof ExtractedField.Cited cited
                ? !(cited.value() instanceof FieldValue.Flag flag) || flag.value()
                : field instanceof ExtractedField.Uncited;
    }

    private ExtractedField read(
            String row,
            String column,
            Collection<String> rows,
            Collection<String> columns,
            FormSchema.Kind kind,
            ValueFormat format) {
        for (LabelledPage page : pages) {
            for (PlacedLabel label : page.labels(row)) {
                Optional<PlacedLabel> head = page.labels(column).stream()
                        .filter(above -> above.box().centerY() < label.box().bottom()
                                && above.box().centerX() > label.box().left())
                        .max(Comparator.comparingDouble(above -> above.box().bottom()));
                if (head.isPresent()) {
                    BoundingBox cell = cell(page, label, head.get(), rows, columns, COMBS.contains(format));
                    String how = "right of %s, under %s".formatted(BoxReader.name(label), BoxReader.name(head.get()));
                    double quality = Math.min(label.quality(), head.get().quality());
                    return kind == FormSchema.Kind.FLAG
                            ? flag(page, cell, how, quality)
                            : maker.make(
                                    kind,
                                    format,
                                    List.of(new ValueText(
                                            page.number(), withoutNumber(page.rowsIn(cell), label), how, quality)));
                }
            }
        }
        return new ExtractedField.Absent();
    }

    private static ExtractedField flag(LabelledPage page, BoundingBox cell, String how, double quality) {
        List<Checkbox> boxes = page.checkboxes().stream()
                .filter(box -> cell.containsCenterOf(box.box()))
                .sorted(Comparator.comparingDouble(box -> box.box().left()))
                .toList();
        if (boxes.isEmpty() || boxes.size() > 2) {
            return new ExtractedField.Absent();
        }
        Checkbox yes = boxes.get(0);
        if (boxes.size() == 1 || yes.selected()) {
            return FieldMaker.ticked(new FieldValue.Flag(yes.selected()), page.number(), yes, quality, how);
        }
        Checkbox no = boxes.get(1);
        return no.selected()
                ? FieldMaker.ticked(new FieldValue.Flag(false), page.number(), no, quality, how)
                : new ExtractedField.Absent();
    }

    private static BoundingBox cell(
            LabelledPage page,
            PlacedLabel row,
            PlacedLabel column,
            Collection<String> rows,
            Collection<String> columns,
            boolean comb) {
        BoundingBox label = row.box();
        double height = Math.min(label.height(), 12) * (isRecognised(page, row) ? TIGHT_BOXES : 1);
        double top = top(page, row) - ABOVE * Math.min(height, wordHeight(page, row));
        double bottom = page.labels().stream()
                .filter(other -> other.anchor().kind() == Anchor.Kind.LINE
                        || other.anchor().id().equals(row.anchor().id())
                        || rows.contains(other.anchor().id())
                        || Math.abs(other.box().left() - label.left()) < height)
                .map(PlacedLabel::box)
                .filter(other -> other.top() > label.bottom() - ABOVE * height)
                .mapToDouble(BoundingBox::top)
                .map(next -> next - ABOVE * height)
                .min()
                .orElse(label.bottom() + DEEPEST * height);
        bottom = Math.max(label.bottom(), bottom);
        BoundingBox head = column.box();
        BoundingBox band = new BoundingBox(label.left(), top, page.area().right(), bottom);
        Optional<BoundingBox> ruled = page.cells().stream()
                .filter(cell -> cell.overlapX(head) >= 0.5 * Math.min(cell.width(), head.width())
                        && cell.overlapY(band) >= 0.5 * cell.height()
                        && cell.left() >= label.left()
                        && !cell.containsCenterOf(label)
                        && heads(page, columns, column).stream()
                                .noneMatch(other -> cell.left() < other.centerX() && other.centerX() < cell.right()))
                .max(Comparator.comparingDouble(cell -> cell.overlapX(head)));
        if (ruled.isPresent()) {
            BoundingBox across = ValueArea.cell(page.cells(), head)
                    .filter(own -> comb
                            && own.width() > ruled.get().width()
                            && heads(page, columns, column).stream()
                                    .noneMatch(other -> own.left() < other.centerX() && other.centerX() < own.right()))
                    .orElse(ruled.get());
            return new BoundingBox(across.left(), top, across.right(), bottom);
        }
        double left = Math.max(
                Math.min(label.right(), head.left()),
                heads(page, columns, column).stream()
                        .filter(other -> other.centerX() < head.centerX())
                        .mapToDouble(other -> (other.centerX() + head.centerX()) / 2)
                        .max()
                        .orElse(0));
        double right = heads(page, columns, column).stream()
                .filter(other -> other.centerX() > head.centerX())
                .mapToDouble(other -> (other.centerX() + head.centerX()) / 2)
                .min()
                .orElse(page.area().right());
        return new BoundingBox(Math.min(left, right - 1), top, right, bottom);
    }

    /** A row of a form may print its number beside the cell, too; recognised, it may seem to stand in it. */
    private static List<List<Word>> withoutNumber(List<List<Word>> rows, PlacedLabel row) {
        return rows.stream()
                .map(words -> words.stream()
                        .filter(word -> word.origin() != Origin.OCR
                                || !row.anchor().numbers().contains(word.text()))
                        .toList())
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /** The upper edge of most words of a label: a recognised word may reach into the row above. */
    private static double top(LabelledPage page, PlacedLabel label) {
        return isRecognised(page, label)
                ? middle(label.hit().words().stream()
                        .map(word -> page.print().words().get(word).box().top()))
                : label.box().top();
    }

    private static double wordHeight(LabelledPage page, PlacedLabel label) {
        return isRecognised(page, label)
                ? middle(label.hit().words().stream()
                        .map(word -> page.print().words().get(word).box().height()))
                : Double.MAX_VALUE;
    }

    private static double middle(Stream<Double> numbers) {
        List<Double> sorted = numbers.sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static boolean isRecognised(LabelledPage page, PlacedLabel label) {
        return page.print().words().get(label.hit().words().get(0)).origin() == Origin.OCR;
    }

    /** The heads of the other columns, on the height of this one's. */
    private static List<BoundingBox> heads(LabelledPage page, Collection<String> columns, PlacedLabel column) {
        Set<String> others = Set.copyOf(columns);
        return page.labels().stream()
                .filter(other -> (others.contains(other.anchor().id()) || column.level(other.box()))
                        && !other.anchor().id().equals(column.anchor().id())
                        && Math.abs(other.box().centerY() - column.box().centerY())
                                < SAME_HEAD * Math.min(column.hit().box().height(), 12))
                .map(PlacedLabel::box)
                .toList();
    }
}
