package dev.tabellio.extraction.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Finds the straight lines in a picture of a page that lies straight. */
final class PixelRulings {

    /** Shortest line in inches. Stems of 20-point capitals are 0.2 in high. */
    private static final double SHORTEST = 0.24;

    /** Thickest line in inches; thicker areas are bars or shadows. */
    private static final double THICKEST = 0.05;

    /** Thickest dashed line in inches. */
    private static final double THICKEST_DASHED = 0.022;

    /** Most of a dashed line that may be touched by text. */
    private static final double TOUCHED = 0.12;

    /** Pixels missing inside a run that a scanner or JPEG ate, at 300 dpi. */
    private static final double GAP = 3.0 / 300;

    /**
     * A line in pixels.
     *
     * @param from first pixel along it
     * @param to last pixel along it
     * @param first its first row (or column, if it is vertical)
     * @param last its last row or column
     */
    record Line(boolean horizontal, int from, int to, int first, int last) {
        int length() {
            return to - from + 1;
        }

        int thickness() {
            return last - first + 1;
        }
    }

    private PixelRulings() {}

    static List<Line> find(BinaryImage image, int dpi) {
        List<Line> lines = new ArrayList<>(along(image, dpi, true));
        lines.addAll(along(image.transposed(), dpi, false));
        return lines;
    }

    private static List<Line> along(BinaryImage image, int dpi, boolean horizontal) {
        int shortest = (int) (SHORTEST * dpi);
        int gap = Math.max(1, (int) Math.round(GAP * dpi));
        List<Line> lines = grown(image, horizontal, y -> runs(image, y, shortest, gap));
        lines.removeIf(line -> line.thickness() > Math.max(3, Math.round(THICKEST * dpi)));
        List<Line> dashed = grown(image, horizontal, y -> Dashes.in(image, y, dpi));
        dashed.removeIf(line ->
                line.thickness() > Math.max(2, Math.round(THICKEST_DASHED * dpi)) || touched(image, line) > TOUCHED);
        lines.addAll(dashed);
        return lines;
    }

    /** Share of a line along which ink goes on above or below: strokes of a row of letters are cut from taller ones. */
    private static double touched(BinaryImage image, Line line) {
        int touched = 0;
        for (int x = line.from(); x <= line.to(); x++) {
            touched += image.at(x, line.first() - 2) || image.at(x, line.last() + 2) ? 1 : 0;
        }
        return (double) touched / line.length();
    }

    private static List<Line> grown(BinaryImage image, boolean horizontal, IntFunction<List<int[]>> runs) {
        List<Line> growing = new ArrayList<>();
        List<Line> done = new ArrayList<>();
        for (int y = 0; y < image.height(); y++) {
            List<Line> next = new ArrayList<>();
            boolean[] continued = new boolean[growing.size()];
            for (int[] run : runs.apply(y)) {
                Line line = new Line(horizontal, run[0], run[1], y, y);
                for (int i = 0; i < growing.size(); i++) {
                    Line above = growing.get(i);
                    if (above.from() <= run[1] + 1 && above.to() >= run[0] - 1) {
                        continued[i] = true;
                        line = new Line(
                                horizontal,
                                Math.min(line.from(), above.from()),
                                Math.max(line.to(), above.to()),
                                Math.min(line.first(), above.first()),
                                y);
                    }
                }
                next.add(line);
            }
            for (int i = 0; i < growing.size(); i++) {
                if (!continued[i]) {
                    done.add(growing.get(i));
                }
            }
            growing = next;
        }
        done.addAll(growing);
        return done;
    }

    private static List<int[]> runs(BinaryImage image, int y, int shortest, int gap) {
        List<int[]> runs = new ArrayList<>();
        boolean[] ink = image.ink();
        int row = y * image.width();
        int start = -1;
        int end = -1;
        int dark = 0;
        for (int x = 0; x < image.width(); x++) {
            if (ink[row + x]) {
                if (start < 0 || x - end > gap + 1) {
                    keep(runs, start, end, dark, shortest);
                    start = x;
                    dark = 0;
                }
                end = x;
                dark++;
            }
        }
        keep(runs, start, end, dark, shortest);
        return runs;
    }

    private static void keep(List<int[]> runs, int start, int end, int dark, int shortest) {
        int length = end - start + 1;
        if (start >= 0 && length >= shortest && dark >= 0.85 * length) {
            runs.add(new int[] {start, end});
        }
    }
}
