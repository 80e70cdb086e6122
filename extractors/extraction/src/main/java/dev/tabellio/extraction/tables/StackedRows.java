package dev.tabellio.extraction.tables;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows that no line sets apart: many a ruled table frames its heading, its body and its sum only, so that each cell of the
 * body holds a column of values. Cells of text that is wrapped look alike; they have no cell of numbers among them.
 */
final class StackedRows {

    /** Lowest cell in points that is looked at: two lines of the smallest print. */
    private static final double LOWEST = 14;

    /** Share of the height of the lower line that two lines share if they are of one row. */
    private static final double SHARED = 0.5;

    /** Fewest lines of numbers, one below the other, that make rows. 1: -0.001, 4: -0.018, if none were split: -0.119. */
    private static final int FEWEST_NUMBERS = 2;

    private StackedRows() {}

    /** A line of text in a cell. */
    private record CellLine(int cell, TextRow row) {}

    /** Lines at one height. */
    private record Level(BoundingBox box, List<CellLine> lines) {}

    /**
     * The cells of one row of a lattice, split where they hold several rows.
     *
     * @param cells from the left, all of the same height
     * @return the same cells if they hold one row
     */
    static List<BoundingBox> split(Page page, List<BoundingBox> cells) {
        if (cells.size() < 2 || cells.get(0).height() < LOWEST) {
            return cells;
        }
        List<CellLine> lines = lines(page, cells);
        if (!hasColumnOfNumbers(page, lines, cells.size())) {
            return cells;
        }
        List<Level> levels = levels(page, lines);
        List<BoundingBox> split = new ArrayList<>();
        for (BoundingBox cell : cells) {
            double top = cell.top();
            for (int i = 0; i < levels.size(); i++) {
                double bottom = i + 1 == levels.size()
                        ? cell.bottom()
                        : (levels.get(i).box().bottom()
                                        + levels.get(i + 1).box().top())
                                / 2;
                split.add(new BoundingBox(cell.left(), top, cell.right(), bottom));
                top = bottom;
            }
        }
        return split;
    }

    private static List<CellLine> lines(Page page, List<BoundingBox> cells) {
        BoundingBox all = BoundingBox.around(cells);
        List<Integer> inside = IntStream.range(0, page.words().size())
                .filter(i -> all.containsCenterOf(page.words().get(i).box()))
                .boxed()
                .toList();
        List<CellLine> lines = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            BoundingBox box = cells.get(cell);
            List<Integer> words = inside.stream()
                    .filter(i -> box.containsCenterOf(page.words().get(i).box()))
                    .toList();
            for (TextRow row : TextRow.of(page, words)) {
                lines.add(new CellLine(cell, row));
            }
        }
        return lines;
    }

    private static boolean hasColumnOfNumbers(Page page, List<CellLine> lines, int cells) {
        for (int cell = 1; cell < cells; cell++) {
            int at = cell;
            List<CellLine> mine =
                    lines.stream().filter(line -> line.cell() == at).toList();
            if (mine.size() >= FEWEST_NUMBERS
                    && mine.stream()
                            .allMatch(line ->
                                    line.row().pieces().stream().allMatch(piece -> Pieces.isNumber(page, piece)))) {
                return true;
            }
        }
        return false;
    }

    private static List<Level> levels(Page page, List<CellLine> lines) {
        List<Level> levels = new ArrayList<>();
        for (CellLine line : lines.stream()
                .sorted(Comparator.comparingDouble(
                        (CellLine line) -> line.row().box().centerY()))
                .toList()) {
            BoundingBox box = line.row().box();
            Level last = levels.isEmpty() ? null : levels.get(levels.size() - 1);
            if (last != null
                    && (box.overlapY(last.box())
                                    > SHARED * Math.min(box.height(), last.box().height())
                            || goesOn(page, line))) {
                List<CellLine> more = new ArrayList<>(last.lines());
                more.add(line);
                levels.set(levels.size() - 1, new Level(last.box().union(box), more));
            } else {
                levels.add(new Level(box, List.of(line)));
            }
        }
        return levels;
    }

    /** Whether a line is the rest of a wrapped label: no row begins with a small letter. */
    private static boolean goesOn(Page page, CellLine line) {
        String text = Pieces.text(page, line.row().pieces().get(0));
        return line.cell() == 0 && Character.isLowerCase(text.codePointAt(0));
    }
}
