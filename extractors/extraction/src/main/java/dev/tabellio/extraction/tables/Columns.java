package dev.tabellio.extraction.tables;

import dev.tabellio.document.BoundingBox;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns between the white stripes that run through some rows.
 *
 * @param separators x of the middle of each stripe, from the left
 */
record Columns(List<Double> separators) {

    /** Share of rows that may cross a stripe: headings above several columns, and cells that reach over. 0.06: -0.018, 0.2: -0.003. */
    private static final double CROSSING = 0.12;

    /** Narrowest stripe in points. 2: the same, 5: +0.001, but columns of 8 pt print stand closer. */
    private static final double NARROWEST = 3;

    /** How many rows have something at each point across the page; rows of one piece do not count. */
    static final class Coverage {
        private final int[] covered;
        private int left;
        private int right;
        private int rows;

        /** @param width of the page in points */
        Coverage(double width) {
            covered = new int[(int) Math.ceil(width) + 1];
            left = covered.length;
        }

        void add(TextRow row) {
            if (row.pieces().size() < 2) {
                return;
            }
            rows++;
            left = Math.min(left, at(row.box().left()));
            right = Math.max(right, at(row.box().right()));
            for (TextRow.Piece piece : row.pieces()) {
                int end = at(piece.box().right());
                for (int x = at(piece.box().left()); x < end; x++) {
                    covered[x]++;
                }
            }
        }

        private int at(double x) {
            return (int) Math.max(0, Math.min(covered.length - 1, Math.round(x)));
        }

        Columns columns() {
            int most = (int) Math.floor(CROSSING * rows);
            List<Double> separators = new ArrayList<>();
            int start = -1;
            for (int x = left; x < right; x++) {
                if (covered[x] > most) {
                    if (start > left && x - start >= NARROWEST) {
                        separators.add(lowest(covered, start, x));
                    }
                    start = -1;
                } else if (start < 0) {
                    start = x;
                }
            }
            return new Columns(separators);
        }
    }

    /** The middle of the least covered part. */
    private static double lowest(int[] covered, int from, int to) {
        int least = Integer.MAX_VALUE;
        for (int x = from; x < to; x++) {
            least = Math.min(least, covered[x]);
        }
        int first = from;
        while (covered[first] > least) {
            first++;
        }
        int last = first;
        while (last + 1 < to && covered[last + 1] == least) {
            last++;
        }
        return (first + last + 1) / 2.0;
    }

    int count() {
        return separators.size() + 1;
    }

    /** The column in which a box begins. */
    int first(BoundingBox box) {
        return of(box.left() + Math.min(2, box.width() / 2));
    }

    /** The column in which the middle of a box is. */
    int middle(BoundingBox box) {
        return of(box.centerX());
    }

    /** The column in which a box ends. */
    int last(BoundingBox box) {
        return of(box.right() - Math.min(2, box.width() / 2));
    }

    private int of(double x) {
        int column = 0;
        while (column < separators.size() && separators.get(column) < x) {
            column++;
        }
        return column;
    }
}
