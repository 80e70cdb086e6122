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

    /** Share of rows that may cross a stripe: headings above several columns, and cells that reach over. */
    private static final double CROSSING = 0.12;

    /** Narrowest stripe in points. */
    private static final double NARROWEST = 3;

    static Columns of(List<TextRow> rows) {
        List<TextRow> several =
                rows.stream().filter(row -> row.pieces().size() > 1).toList();
        BoundingBox around =
                BoundingBox.around(several.stream().map(TextRow::box).toList());
        int left = (int) Math.floor(around.left());
        int[] covered = new int[(int) Math.ceil(around.right()) - left + 1];
        for (TextRow row : several) {
            row.pieces().forEach(piece -> {
                for (int x = (int) Math.round(piece.box().left());
                        x < Math.round(piece.box().right());
                        x++) {
                    covered[Math.max(0, x - left)]++;
                }
            });
        }
        int most = (int) Math.floor(CROSSING * several.size());
        List<Double> separators = new ArrayList<>();
        int start = -1;
        for (int x = 0; x < covered.length; x++) {
            if (covered[x] > most) {
                if (start > 0 && x - start >= NARROWEST) {
                    separators.add(left + lowest(covered, start, x));
                }
                start = -1;
            } else if (start < 0) {
                start = x;
            }
        }
        return new Columns(separators);
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
