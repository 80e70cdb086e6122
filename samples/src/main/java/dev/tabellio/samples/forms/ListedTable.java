package dev.tabellio.samples.forms;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.samples.content.BoxedForm;
import dev.tabellio.samples.draw.DocumentPen;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The state boxes of a statement: columns with heads, a row for each place in the list. */
final class ListedTable {

    private static final double ROW = 13;
    private static final double SIZE = 7;

    private final DocumentPen pen;
    private final Look look;
    private final double left;
    private final double width;

    /** @param left and width of the table, in points */
    ListedTable(DocumentPen pen, Look look, double left, double width) {
        this.pen = pen;
        this.look = look;
        this.left = left;
        this.width = width;
    }

    /** Draws the heads on a baseline and the rows below; returns the baseline of the last row. */
    double draw(List<BoxedForm.Cell> cells, double y) throws IOException {
        List<BoxedForm.Cell> heads =
                cells.stream().filter(cell -> !cell.label().isBlank()).toList();
        double column = width / heads.size();
        Map<String, Double> columns = new LinkedHashMap<>();
        for (BoxedForm.Cell head : heads) {
            double x = left + columns.size() * column;
            String title = head.n() == null ? head.label() : head.n() + " " + head.label();
            pen.canvas().text(x + 4, y, new Ink(Face.SANS, SIZE), title);
            columns.put(leaf(head), x);
        }
        pen.canvas().line(left, y + 3, left + width, y + 3, 0.5);
        Map<String, Double> rows = new LinkedHashMap<>();
        for (BoxedForm.Cell cell : cells) {
            String to = Objects.requireNonNull(cell.to());
            double baseline =
                    rows.computeIfAbsent(to.substring(0, to.lastIndexOf('/')), row -> y + (rows.size() + 1) * ROW);
            double x = columns.getOrDefault(leaf(cell), left);
            BoundingBox area = new BoundingBox(x + 4, baseline - 9, x + column - 30, baseline + 3);
            pen.line(to, area, cell.kind() == BoxedForm.Kind.AMOUNT ? look.amount() : look.text());
        }
        return y + rows.size() * ROW;
    }

    private static String leaf(BoxedForm.Cell cell) {
        String to = Objects.requireNonNull(cell.to());
        return to.substring(to.lastIndexOf('/') + 1);
    }
}
