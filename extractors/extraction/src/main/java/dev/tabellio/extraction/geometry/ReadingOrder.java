package dev.tabellio.extraction.geometry;

import dev.tabellio.document.BoundingBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Orders lines by recursive cuts through white space (the X-Y cut of Nagy and Seth, 1984): columns left to right where a
 * gutter runs through, else upper part before lower part at the widest gap.
 */
final class ReadingOrder {

    /** Narrowest gutter between columns in points; below it ragged table columns are taken for text columns. */
    private static final double GUTTER = 11;

    /** A column has at least this many lines, or side-by-side fragments of one line would be columns. */
    private static final int COLUMN_LINES = 3;

    /** A column of text is at least this wide in points; clause numbers and bullets are not a column. */
    private static final double COLUMN_WIDTH = 70;

    private static final int DEEPEST = 300;

    private static final Comparator<BoundingBox> BY_ROW =
            Comparator.comparingDouble(BoundingBox::top).thenComparingDouble(BoundingBox::left);

    private final List<BoundingBox> boxes;
    private final List<Integer> order = new ArrayList<>();

    private ReadingOrder(List<BoundingBox> boxes) {
        this.boxes = boxes;
    }

    /** The positions of the boxes in reading order, each once. */
    static List<Integer> of(List<BoundingBox> boxes) {
        ReadingOrder reading = new ReadingOrder(boxes);
        reading.visit(
                IntStream.range(0, boxes.size())
                        .boxed()
                        .sorted(Comparator.comparing(boxes::get, BY_ROW))
                        .toList(),
                0);
        return reading.order;
    }

    private void visit(List<Integer> part, int depth) {
        if (part.size() < 2 || depth > DEEPEST) {
            rows(part);
            return;
        }
        double gutter = part.size() >= 2 * COLUMN_LINES ? gutter(part) : Double.NaN;
        if (!Double.isNaN(gutter)) {
            visit(part.stream().filter(i -> boxes.get(i).right() <= gutter).toList(), depth + 1);
            visit(part.stream().filter(i -> boxes.get(i).right() > gutter).toList(), depth + 1);
            return;
        }
        int cut = widestGap(part);
        if (cut > 0) {
            visit(part.subList(0, cut), depth + 1);
            visit(part.subList(cut, part.size()), depth + 1);
        } else {
            rows(part);
        }
    }

    /** Lines of one row from left to right, though their tops differ by fractions of a line. */
    private void rows(List<Integer> part) {
        List<Integer> row = new ArrayList<>();
        double center = 0;
        for (int i : part) {
            BoundingBox box = boxes.get(i);
            if (!row.isEmpty() && box.top() > center) {
                flush(row);
            }
            if (row.isEmpty()) {
                center = box.centerY();
            }
            row.add(i);
        }
        flush(row);
    }

    private void flush(List<Integer> row) {
        row.sort(Comparator.comparingDouble(i -> boxes.get(i).left()));
        order.addAll(row);
        row.clear();
    }

    /** Where two columns part, or NaN. */
    private double gutter(List<Integer> part) {
        List<BoundingBox> byLeft = part.stream()
                .map(boxes::get)
                .sorted(Comparator.comparingDouble(BoundingBox::left))
                .toList();
        double widest = GUTTER;
        double found = Double.NaN;
        double right = byLeft.get(0).right();
        for (int i = 1; i < byLeft.size(); i++) {
            BoundingBox box = byLeft.get(i);
            if (box.left() - right >= widest
                    && isColumn(byLeft.subList(0, i))
                    && isColumn(byLeft.subList(i, byLeft.size()))) {
                widest = box.left() - right;
                found = (right + box.left()) / 2;
            }
            right = Math.max(right, box.right());
        }
        return found;
    }

    private static boolean isColumn(List<BoundingBox> lines) {
        BoundingBox around = BoundingBox.around(lines);
        return lines.size() >= COLUMN_LINES && around.width() >= COLUMN_WIDTH;
    }

    /** How many of the lines stand above the widest horizontal gap; 0 if no gap runs through. */
    private int widestGap(List<Integer> part) {
        double bottom = boxes.get(part.get(0)).bottom();
        double widest = 0;
        int cut = 0;
        for (int i = 1; i < part.size(); i++) {
            BoundingBox box = boxes.get(part.get(i));
            if (box.top() - bottom > widest) {
                widest = box.top() - bottom;
                cut = i;
            }
            bottom = Math.max(bottom, box.bottom());
        }
        return cut;
    }
}
