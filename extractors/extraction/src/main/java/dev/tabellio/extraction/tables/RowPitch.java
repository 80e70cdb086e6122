package dev.tabellio.extraction.tables;

import dev.tabellio.document.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells rows of several lines by the distances of the lines: those of one cell follow each other more closely than rows do. It
 * holds only if no row would have two numbers in one column.
 */
final class RowPitch {

    /** The distance of rows is at least so many times that of the lines in a cell. */
    private static final double WIDER = 1.2;

    /** Lines of one row on average at most: rows in blocks are more. */
    private static final double MOST_LINES = 2.5;

    private RowPitch() {}

    /**
     * The largest distance, top to top, of two lines in one row.
     *
     * @param lines of the body of a table, from the top
     * @return empty if distances do not tell
     */
    static OptionalDouble ofLines(Page page, List<TextRow> lines, Columns columns) {
        double[] sorted = IntStream.range(1, lines.size())
                .mapToDouble(i -> distance(lines, i))
                .sorted()
                .toArray();
        int split = 0;
        double widest = WIDER;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] >= widest * sorted[i - 1]) {
                widest = sorted[i] / sorted[i - 1];
                split = i;
            }
        }
        if (split == 0) {
            return OptionalDouble.empty();
        }
        double within = sorted[split - 1];
        List<List<TextRow>> rows = rows(lines, within);
        return lines.size() <= MOST_LINES * rows.size() && rows.stream().allMatch(row -> isRow(page, row, columns))
                ? OptionalDouble.of(within)
                : OptionalDouble.empty();
    }

    static double distance(List<TextRow> lines, int i) {
        return lines.get(i).box().top() - lines.get(i - 1).box().top();
    }

    private static List<List<TextRow>> rows(List<TextRow> lines, double within) {
        List<List<TextRow>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i == 0 || distance(lines, i) > within) {
                rows.add(new ArrayList<>());
            }
            rows.get(rows.size() - 1).add(lines.get(i));
        }
        return rows;
    }

    /** Whether lines can be one row: none of its columns has two numbers, and not all of its lines fill all of the same columns. */
    private static boolean isRow(Page page, List<TextRow> lines, Columns columns) {
        Set<Integer> numbers = new HashSet<>();
        for (TextRow line : lines) {
            for (TextRow.Piece piece : line.pieces()) {
                if (Pieces.isNumber(page, piece) && !numbers.add(columns.middle(piece.box()))) {
                    return false;
                }
            }
        }
        return lines.size() == 1
                || lines.stream().anyMatch(line -> line.pieces().size() < columns.count());
    }
}
