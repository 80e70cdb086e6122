package dev.tabellio.document;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rows and columns of cells on one page.
 *
 * @param rows how many there are; headings count
 * @param columns how many there are
 * @param continues whether it goes on with the last table of the page before
 * @param cells by row, then by column; places without words have no cell
 */
public record Table(BoundingBox box, int rows, int columns, boolean continues, List<TableCell> cells) {

    /** @throws IllegalArgumentException if a cell reaches outside of rows and columns */
    public Table {
        cells = List.copyOf(cells);
        for (TableCell cell : cells) {
            if (cell.row() + cell.rowSpan() > rows || cell.column() + cell.columnSpan() > columns) {
                throw new IllegalArgumentException(
                        "%s is outside of %d rows and %d columns".formatted(cell, rows, columns));
            }
        }
    }

    /** The same table on a page that is turned. */
    public Table moved(UnaryOperator<BoundingBox> turn) {
        return new Table(
                turn.apply(box),
                rows,
                columns,
                continues,
                cells.stream()
                        .map(cell -> new TableCell(
                                cell.row(),
                                cell.column(),
                                cell.rowSpan(),
                                cell.columnSpan(),
                                turn.apply(cell.box()),
                                cell.words()))
                        .toList());
    }

    /** The same table as a continuation of the page before, or not. */
    public Table continuing(boolean continuation) {
        return new Table(box, rows, columns, continuation, cells);
    }
}
