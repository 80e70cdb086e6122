package dev.tabellio.extraction.tables;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cells that lines across the table alone set apart: many a table boxes its headings, and draws but lines between the rows
 * below. What stands in them under different headings is in different columns.
 */
final class UndividedCells {

    /** Points that a piece may reach over the edge of its column. */
    private static final double OVER = 1.5;

    private UndividedCells() {}

    /**
     * Divides cells where columns of other rows end, if nothing stands across.
     *
     * @param xs edges of columns, from the left
     * @return the same cells if none holds text of two columns
     */
    static List<BoundingBox> divided(Page page, List<BoundingBox> cells, double[] xs, double snap) {
        Map<String, List<BoundingBox>> alike = cells.stream()
                .collect(Collectors.groupingBy(
                        cell -> Math.round(cell.left() / snap) + " " + Math.round(cell.right() / snap),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<BoundingBox> divided = new ArrayList<>();
        for (List<BoundingBox> stacked : alike.values()) {
            divided.addAll(divided(page, stacked, inner(xs, stacked.get(0), snap)));
        }
        return divided;
    }

    private static double[] inner(double[] xs, BoundingBox cell, double snap) {
        return Arrays.stream(xs)
                .filter(x -> x > cell.left() + snap && x < cell.right() - snap)
                .toArray();
    }

    /** Cells of the same left and right edge; if most hold text of several columns, a heading of rows among them is divided, too. */
    private static List<BoundingBox> divided(Page page, List<BoundingBox> cells, double[] edges) {
        if (edges.length == 0) {
            return cells;
        }
        List<Parts> parts = cells.stream().map(cell -> parts(page, cell, edges)).toList();
        long several = parts.stream().filter(part -> part.occupied() > 1).count();
        List<BoundingBox> divided = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            boolean divides = parts.get(i).occupied() > 1 || 2 * several > cells.size();
            divided.addAll(divides ? parts.get(i).boxes() : List.of(cells.get(i)));
        }
        return divided;
    }

    /** @param occupied how many of the parts have text */
    private record Parts(List<BoundingBox> boxes, long occupied) {}

    private static Parts parts(Page page, BoundingBox cell, double[] edges) {
        List<BoundingBox> pieces = TextRow.of(
                        page,
                        IntStream.range(0, page.words().size())
                                .filter(i -> cell.containsCenterOf(
                                        page.words().get(i).box()))
                                .boxed()
                                .toList())
                .stream()
                .flatMap(row -> row.pieces().stream())
                .map(TextRow.Piece::box)
                .toList();
        double[] free = Arrays.stream(edges)
                .filter(x -> pieces.stream().noneMatch(piece -> piece.left() < x - OVER && piece.right() > x + OVER))
                .toArray();
        long occupied = pieces.stream()
                .mapToLong(piece ->
                        Arrays.stream(free).filter(x -> x < piece.centerX()).count())
                .distinct()
                .count();
        List<BoundingBox> parts = new ArrayList<>();
        double left = cell.left();
        for (double x : free) {
            parts.add(new BoundingBox(left, cell.top(), x, cell.bottom()));
            left = x;
        }
        parts.add(new BoundingBox(left, cell.top(), cell.right(), cell.bottom()));
        return new Parts(parts, occupied);
    }
}
