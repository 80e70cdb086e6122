package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Word;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads a table whose rows are printed on the form: what stands on the row of one label in the column of another. */
final class CrossingReader {

    /** Without a ruled cell, in heights of the row's label: values stand a little higher or lower than it. */
    private static final double OFF_ROW = 0.4;

    /** Less sure than a cell with its own label. */
    private static final double WITHOUT_CELL = 0.95;

    private final List<LabelledPage> pages;

    CrossingReader(List<LabelledPage> pages) {
        this.pages = List.copyOf(pages);
    }

    /** The words at a crossing; none if it is empty or one of the labels is missing. */
    List<ValueText> read(FieldRule.Crossing rule) {
        for (LabelledPage page : pages) {
            Optional<PlacedLabel> column = page.labels(rule.column()).stream().findFirst();
            Optional<PlacedLabel> row = column.flatMap(head -> page.labels(rule.row()).stream()
                    .filter(label -> label.box().centerY() > head.box().bottom())
                    .min(Comparator.comparingDouble(label -> label.box().top())));
            if (row.isPresent()) {
                return crossing(page, row.get(), column.get());
            }
        }
        return List.of();
    }

    private static List<ValueText> crossing(LabelledPage page, PlacedLabel row, PlacedLabel column) {
        Optional<BoundingBox> line = ValueArea.cell(page.cells(), row.box());
        Optional<BoundingBox> head = ValueArea.cell(page.cells(), column.box());
        double slack = OFF_ROW * row.box().height();
        double top = line.map(BoundingBox::top).orElse(row.box().top() - slack);
        double bottom = line.map(BoundingBox::bottom).orElse(row.box().bottom() + slack);
        double left = head.map(BoundingBox::left).orElseGet(() -> edge(page, column, false));
        double right = head.map(BoundingBox::right).orElseGet(() -> edge(page, column, true));
        if (right <= left || bottom <= top) {
            return List.of();
        }
        List<List<Word>> rows = page.rowsIn(new BoundingBox(left, top, right, bottom));
        String how = "where %s crosses %s".formatted(BoxReader.name(row), BoxReader.name(column));
        double place = line.isPresent() && head.isPresent() ? 1 : WITHOUT_CELL;
        double quality = Math.min(row.quality(), column.quality()) * place;
        return rows.isEmpty() ? List.of() : List.of(new ValueText(page.number(), rows, how, quality));
    }

    /** Half way to the next heading on the same row, else the edge of the form. */
    private static double edge(LabelledPage page, PlacedLabel column, boolean atRight) {
        BoundingBox box = column.box();
        return atRight
                ? page.labels().stream()
                        .map(PlacedLabel::box)
                        .filter(other -> column.level(other) && other.left() >= box.right())
                        .mapToDouble(other -> (box.right() + other.left()) / 2)
                        .min()
                        .orElse(page.area().right())
                : page.labels().stream()
                        .map(PlacedLabel::box)
                        .filter(other -> column.level(other) && other.right() <= box.left())
                        .mapToDouble(other -> (other.right() + box.left()) / 2)
                        .max()
                        .orElse(page.area().left());
    }
}
