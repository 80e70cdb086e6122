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

    /**
     * The columns of a table. Its body makes them; a heading may stand over several, or beside what is below it. One that stands
     * between two columns is of the nearer one that has no heading, or of a column without values.
     *
     * @param rows of the table, from the top
     * @param body index of the first row that is no heading
     */
    static Columns of(double width, List<TextRow> rows, int body) {
        Coverage coverage = new Coverage(width);
        rows.subList(body, rows.size()).forEach(coverage::add);
        if (coverage.rows < FEWEST_ROWS) {
            rows.subList(0, body).forEach(coverage::add);
            return coverage.columns();
        }
        coverage.addHeadings(rows.subList(0, body));
        return coverage.columns();
    }

    /** Rows of the body from which on columns can be told without the headings. */
    private static final int FEWEST_ROWS = 3;

    /** How many rows have something at each point across the page; rows of one piece do not count. */
    static final class Coverage {
        private final int[] covered;
        private final int[] headed;
        private int left;
        private int right;
        private int rows;

        /** @param width of the page in points */
        Coverage(double width) {
            covered = new int[(int) Math.ceil(width) + 1];
            headed = new int[covered.length];
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

        void addHeadings(List<TextRow> rows) {
            Columns body = columns();
            List<BoundingBox> headings = rows.stream()
                    .flatMap(row -> row.pieces().stream())
                    .map(TextRow.Piece::box)
                    .toList();
            double lowest = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).box().top();
            for (BoundingBox heading : headings) {
                if (isFree(heading)) {
                    addBeside(heading, headings, heading.bottom() > lowest);
                } else if (body.first(heading) == body.last(heading) || isOverOne(heading)) {
                    for (int x = at(heading.left()); x < at(heading.right()); x++) {
                        headed[x]++;
                    }
                    left = Math.min(left, at(heading.left()));
                    right = Math.max(right, at(heading.right()));
                }
            }
        }

        private boolean isFree(BoundingBox box) {
            int end = at(box.right());
            for (int x = at(box.left()); x < end; x++) {
                if (covered[x] > 0) {
                    return false;
                }
            }
            return true;
        }

        /** Whether what stands below a heading is one column: no stripe begins and ends below it. */
        private boolean isOverOne(BoundingBox heading) {
            int most = most();
            boolean text = false;
            boolean white = false;
            int end = at(heading.right());
            for (int x = at(heading.left()); x < end; x++) {
                boolean filled = covered[x] > most;
                if (filled && text && white) {
                    return false;
                }
                text |= filled;
                white = text && !filled;
            }
            return true;
        }

        /** Joins a heading with the column next to it that has none, or makes the lowest one a column. */
        private void addBeside(BoundingBox heading, List<BoundingBox> headings, boolean lowest) {
            int start = at(heading.left());
            int end = at(heading.right());
            int before = start;
            while (before > left && covered[before - 1] == 0) {
                before--;
            }
            int behind = end;
            while (behind < right && covered[behind] == 0) {
                behind++;
            }
            boolean joinsLeft = before > left && isWithout(headings, heading, before - 1);
            boolean joinsRight = behind < right && isWithout(headings, heading, behind);
            if (!joinsLeft && !joinsRight && !lowest) {
                return;
            }
            int[] into = joinsLeft || joinsRight ? headed : covered;
            if (joinsRight && !(joinsLeft && start - before < behind - end)) {
                end = behind;
            } else if (joinsLeft) {
                start = before;
            }
            for (int x = start; x < end; x++) {
                into[x] += rows;
            }
            left = Math.min(left, start);
            right = Math.max(right, end);
        }

        /** Whether no other heading stands over the column at x. */
        private boolean isWithout(List<BoundingBox> headings, BoundingBox heading, int x) {
            int from = x;
            while (from > left && covered[from - 1] > 0) {
                from--;
            }
            int to = x;
            while (to < right && covered[to] > 0) {
                to++;
            }
            int start = from;
            int end = to;
            return headings.stream()
                    .noneMatch(other -> !other.equals(heading) && at(other.left()) < end && at(other.right()) > start);
        }

        private int at(double x) {
            return (int) Math.max(0, Math.min(covered.length - 1, Math.round(x)));
        }

        private int most() {
            return (int) Math.floor(CROSSING * rows);
        }

        Columns columns() {
            int most = most();
            List<Double> separators = new ArrayList<>();
            int start = -1;
            for (int x = left; x < right; x++) {
                if (covered[x] > most) {
                    if (start > left && x - start >= NARROWEST) {
                        separators.add(lowest(start, x));
                    }
                    start = -1;
                } else if (start < 0) {
                    start = x;
                }
            }
            return new Columns(separators);
        }

        /** The middle of the part over which the fewest rows and headings stand. */
        private double lowest(int from, int to) {
            int least = Integer.MAX_VALUE;
            for (int x = from; x < to; x++) {
                least = Math.min(least, covered[x] + headed[x]);
            }
            int first = from;
            while (covered[first] + headed[first] > least) {
                first++;
            }
            int last = first;
            while (last + 1 < to && covered[last + 1] + headed[last + 1] == least) {
                last++;
            }
            return (first + last + 1) / 2.0;
        }
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
