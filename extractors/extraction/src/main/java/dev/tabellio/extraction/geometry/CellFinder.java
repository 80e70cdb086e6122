package dev.tabellio.extraction.geometry;

import dev.tabellio.document.BoundingBox;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Finds the cells between ruling lines.
 *
 * <p>The coordinates of all lines divide the page into a grid of elementary rectangles. Two neighbours belong together
 * unless a line covers most of the edge between them; what belongs together and fills its bounding box is a cell. Small
 * gaps, overhanging ends, double lines and ticks that end inside a cell therefore do no harm, and an area that is open to
 * the margin is no cell.
 */
public final class CellFinder {

    /** Coordinates this close in points are one: IRS forms frame cells with two strokes up to 1.5 pt apart. */
    private static final double SNAP = 1.6;

    /** Share of an elementary edge that a line must cover to close it. */
    private static final double COVERED = 0.75;

    /** Share of its bounding box that a cell fills; the rest are corners that other boxes cut out. */
    private static final double FILLED = 0.93;

    /** Cells smaller than this in either direction (points) are gaps between double lines. */
    private static final double SMALLEST = 4.0;

    /** Lines shorter than this (points) close no cell. */
    private static final double SHORTEST = 4.0;

    /** Distinct coordinates on one axis beyond which a page is a drawing, not a form. */
    private static final int MOST_COORDINATES = 700;

    private CellFinder() {}

    /**
     * Finds the smallest closed rectangles.
     *
     * @param pieces lines as drawn, in any order
     * @param page everything outside of it is ignored
     * @return cells in reading order: by row from the top, then from the left
     */
    public static List<BoundingBox> cells(List<Ruling> pieces, BoundingBox page) {
        List<Ruling> lines = Rulings.joined(pieces, SNAP).stream()
                .filter(line -> line.length() >= SHORTEST)
                .toList();
        double[] xs = coordinates(lines, false, page.right());
        double[] ys = coordinates(lines, true, page.bottom());
        if (xs.length < 2 || ys.length < 2 || xs.length > MOST_COORDINATES || ys.length > MOST_COORDINATES) {
            return List.of();
        }
        return new Grid(xs, ys, lines).cells();
    }

    private static double[] coordinates(List<Ruling> lines, boolean horizontal, double limit) {
        double[] sorted = lines.stream()
                .filter(line -> line.horizontal() == horizontal)
                .mapToDouble(Ruling::position)
                .filter(position -> position >= -SNAP && position <= limit + SNAP)
                .sorted()
                .toArray();
        double[] distinct = new double[sorted.length];
        int count = 0;
        for (double value : sorted) {
            if (count == 0 || value - distinct[count - 1] > SNAP) {
                distinct[count++] = value;
            }
        }
        return Arrays.copyOf(distinct, count);
    }

    /** The elementary rectangles: column i spans xs[i] to xs[i + 1], row j spans ys[j] to ys[j + 1]. */
    private static final class Grid {
        private final double[] xs;
        private final double[] ys;
        private final int columns;
        private final int rows;
        /** Covered length of the left edge of each rectangle, by row * (columns + 1) + column. */
        private final double[] leftCovered;
        /** Covered length of the top edge of each rectangle, by row * columns + column; one row more than there are. */
        private final double[] topCovered;

        Grid(double[] xs, double[] ys, List<Ruling> lines) {
            this.xs = xs;
            this.ys = ys;
            columns = xs.length - 1;
            rows = ys.length - 1;
            leftCovered = new double[rows * (columns + 1)];
            topCovered = new double[(rows + 1) * columns];
            for (Ruling line : lines) {
                int track = nearest(line.horizontal() ? ys : xs, line.position());
                if (track >= 0) {
                    cover(line, track);
                }
            }
        }

        private void cover(Ruling line, int track) {
            double[] along = line.horizontal() ? xs : ys;
            double from = line.from() - SNAP;
            double to = line.to() + SNAP;
            int i = Math.max(0, firstAtOrAfter(along, from) - 1);
            for (; i + 1 < along.length && along[i] < to; i++) {
                double covered = Math.min(to, along[i + 1]) - Math.max(from, along[i]);
                if (covered > 0) {
                    if (line.horizontal()) {
                        topCovered[track * columns + i] += covered;
                    } else {
                        leftCovered[i * (columns + 1) + track] += covered;
                    }
                }
            }
        }

        private static int firstAtOrAfter(double[] values, double value) {
            int found = Arrays.binarySearch(values, value);
            return found >= 0 ? found : -found - 1;
        }

        private static int nearest(double[] values, double value) {
            int after = firstAtOrAfter(values, value);
            int best = -1;
            for (int i = Math.max(0, after - 1); i <= Math.min(values.length - 1, after); i++) {
                if (Math.abs(values[i] - value) <= 1.5 * SNAP
                        && (best < 0 || Math.abs(values[i] - value) < Math.abs(values[best] - value))) {
                    best = i;
                }
            }
            return best;
        }

        private boolean closedLeft(int row, int column) {
            return leftCovered[row * (columns + 1) + column] >= COVERED * (ys[row + 1] - ys[row]);
        }

        private boolean closedTop(int row, int column) {
            return topCovered[row * columns + column] >= COVERED * (xs[column + 1] - xs[column]);
        }

        List<BoundingBox> cells() {
            boolean[] seen = new boolean[rows * columns];
            List<BoundingBox> cells = new ArrayList<>();
            for (int start = 0; start < seen.length; start++) {
                if (!seen[start]) {
                    fill(start, seen, cells);
                }
            }
            cells.sort(Comparator.comparingDouble(BoundingBox::top).thenComparingDouble(BoundingBox::left));
            return cells;
        }

        private void fill(int start, boolean[] seen, List<BoundingBox> cells) {
            Deque<Integer> open = new ArrayDeque<>();
            open.push(start);
            seen[start] = true;
            boolean closed = true;
            double area = 0;
            int left = columns;
            int right = -1;
            int top = rows;
            int bottom = -1;
            while (!open.isEmpty()) {
                int at = open.pop();
                int row = at / columns;
                int column = at % columns;
                area += (xs[column + 1] - xs[column]) * (ys[row + 1] - ys[row]);
                left = Math.min(left, column);
                right = Math.max(right, column);
                top = Math.min(top, row);
                bottom = Math.max(bottom, row);
                if (!closedLeft(row, column)) {
                    closed &= visit(column > 0, at - 1, seen, open);
                }
                if (!closedLeft(row, column + 1)) {
                    closed &= visit(column + 1 < columns, at + 1, seen, open);
                }
                if (!closedTop(row, column)) {
                    closed &= visit(row > 0, at - columns, seen, open);
                }
                if (!closedTop(row + 1, column)) {
                    closed &= visit(row + 1 < rows, at + columns, seen, open);
                }
            }
            BoundingBox box = new BoundingBox(xs[left], ys[top], xs[right + 1], ys[bottom + 1]);
            if (closed && box.width() >= SMALLEST && box.height() >= SMALLEST && area >= FILLED * box.area()) {
                cells.add(box);
            }
        }

        /** @return false if there is nothing on that side: the area is open to the margin */
        private static boolean visit(boolean inside, int at, boolean[] seen, Deque<Integer> open) {
            if (inside && !seen[at]) {
                seen[at] = true;
                open.push(at);
            }
            return inside;
        }
    }
}
