package dev.tabellio.extraction.image;

import java.util.ArrayList;
import java.util.List;

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

    /** Blurred letters run together to a line that is no longer than their word, in inches. */
    private static final double LONGEST_WORD = 1.5;

    /**
     * Most of a short line that may be touched by ink. On text pages scanned at 150 and 200 dpi or photographed this leaves 226
     * of 865 lines, mostly underlines; on form pages it takes strokes of bold letters only (2026-11-21).
     */
    private static final double TOUCHED_WORD = 0.5;

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
        Growth solid = new Growth(horizontal);
        Growth dashes = new Growth(horizontal);
        RowRuns runs = new RowRuns(image);
        for (int y = 0; y < image.height(); y++) {
            runs.read(y);
            solid.add(y, solid(runs, shortest, gap));
            dashes.add(y, Dashes.in(runs, dpi));
        }
        List<Line> lines = solid.lines();
        lines.removeIf(line -> line.thickness() > Math.max(3, Math.round(THICKEST * dpi))
                || (line.length() < LONGEST_WORD * dpi && touched(image, line) > TOUCHED_WORD));
        List<Line> dashed = dashes.lines();
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

    /** Runs of neighbouring rows that touch are one line. */
    private static final class Growth {
        private final boolean horizontal;
        private final List<Line> done = new ArrayList<>();
        private List<Line> growing = new ArrayList<>();

        Growth(boolean horizontal) {
            this.horizontal = horizontal;
        }

        void add(int y, List<int[]> runs) {
            List<Line> next = new ArrayList<>();
            boolean[] continued = new boolean[growing.size()];
            for (int[] run : runs) {
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

        List<Line> lines() {
            List<Line> lines = new ArrayList<>(done);
            lines.addAll(growing);
            return lines;
        }
    }

    private static List<int[]> solid(RowRuns runs, int shortest, int gap) {
        List<int[]> solid = new ArrayList<>();
        int start = -1;
        int end = -1;
        int dark = 0;
        for (int run = 0; run < runs.count(); run++) {
            if (start < 0 || runs.first(run) - end > gap + 1) {
                keep(solid, start, end, dark, shortest);
                start = runs.first(run);
                dark = 0;
            }
            end = runs.last(run);
            dark += end - runs.first(run) + 1;
        }
        keep(solid, start, end, dark, shortest);
        return solid;
    }

    private static void keep(List<int[]> runs, int start, int end, int dark, int shortest) {
        int length = end - start + 1;
        if (start >= 0 && length >= shortest && dark >= 0.85 * length) {
            runs.add(new int[] {start, end});
        }
    }
}
