package dev.tabellio.extraction.image;

import dev.tabellio.document.BoundingBox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds small frames that stand by themselves and tells whether there is ink inside. Four straight, thin, closed sides that
 * meet in sharp corners, and white around them, tell a frame from a letter.
 *
 * <p>Sides are looked for in two rows (or three columns) at a time: a page that was set straight still slants by a tenth of a
 * degree, and its scanner left edges of uneven thickness. Of 800 framed checkboxes on scanned tax forms at 300, 200 and 150
 * dpi this finds 799, 800 and 799, all with the right state, where single rows gave 787, 787 and 707 (2026-11-21).
 */
final class PixelCheckboxes {

    /** Sides in inches, edges included: IRS checkboxes are 0.11 in, those of the W-2 0.14 in, of Schedule EIC 0.21 in. */
    private static final double SMALLEST = 0.085;

    private static final double LARGEST = 0.25;

    /** Height of a frame as a share of its width: boxes of the 1099 series are 14 by 10 points. */
    private static final double LOWEST = 0.66;

    private static final double HIGHEST = 1.25;

    /** Share of a side that must be ink; a tick that breaks out of the frame, or a scanner, interrupts it. */
    private static final double CLOSED = 0.9;

    /** The same of the ends of a side, up to the corners: the bowls of letters are round. */
    private static final double CORNER = 0.75;

    /** Length of an end, as a share of the side. */
    private static final double END = 0.2;

    /** Pixels that a scanner ate of an edge, in inches; letters of one word are not much further from each other. */
    private static final double GAP = 0.008;

    /** Thickness of the sides as a share of the frame's shorter side; strokes of bold letters are at 0.2 and more. */
    private static final double THICKEST = 0.17;

    /** White beside a frame, in inches. Letters of one word are closer to each other. */
    private static final double BESIDE = 0.016;

    /** White above and below a frame, in inches; the boxes of a list may nearly touch. */
    private static final double ABOVE = 0.008;

    /** Share of ink right above or below a frame: the descenders of its label may reach into it, another line may not. */
    private static final double LABEL = 0.5;

    /** Share of ink in the white around a frame that a tick or dirt may leave. */
    private static final double DIRT = 0.2;

    /**
     * Share of ink inside at which a box is ticked. Empty boxes of the returns at 150 to 300 dpi stay below 0.02, the thinnest
     * ticks are at 0.07 (2026-11-20).
     */
    private static final double TICKED = 0.045;

    /** Share of ink inside of what is black or shaded throughout: a bullet, or a frame that is not to be filled in. */
    private static final double SOLID = 0.85;

    /** Pixels by which the second row of a thick edge may begin further out than its first. */
    private static final int EDGE = 2;

    /**
     * A frame in pixels, edges included.
     *
     * @param ink share of dark pixels inside the frame
     */
    record Box(int left, int top, int right, int bottom, double ink) {
        boolean ticked() {
            return ink >= TICKED;
        }

        boolean solid() {
            return ink >= SOLID;
        }

        /** 0.5 at the threshold, 1 far from it. */
        double confidence() {
            return Math.min(1, 0.5 + Math.abs(ink - TICKED) / TICKED / 2);
        }

        BoundingBox box() {
            return new BoundingBox(left, top, right + 1.0, bottom + 1.0);
        }

        int side() {
            return right - left + 1;
        }

        /** How many pixels of a line lie on a side of the frame. */
        int alongSide(PixelRulings.Line line) {
            int from = line.horizontal() ? left : top;
            int to = line.horizontal() ? right : bottom;
            boolean near =
                    line.horizontal() ? near(line, top) || near(line, bottom) : near(line, left) || near(line, right);
            return near ? Math.max(0, Math.min(to, line.to()) - Math.max(from, line.from()) + 1) : 0;
        }

        private static boolean near(PixelRulings.Line line, int side) {
            return line.first() - EDGE <= side && side <= line.last() + EDGE;
        }

        /** The edge itself and the pixels beside it, where a thick edge begins again. */
        boolean contains(int x, int y) {
            return x >= left - EDGE && x <= right + EDGE && y >= top - EDGE && y <= bottom + EDGE;
        }
    }

    private final BinaryImage image;
    private final int smallest;
    private final int largest;
    private final int gap;
    private final int beside;
    private final int above;
    private final List<Box> found = new ArrayList<>();

    private PixelCheckboxes(BinaryImage image, int dpi) {
        this.image = image;
        smallest = (int) Math.floor(SMALLEST * dpi);
        largest = (int) Math.ceil(LARGEST * dpi);
        gap = Math.max(1, (int) (GAP * dpi));
        beside = Math.max(2, (int) Math.round(BESIDE * dpi));
        above = Math.max(1, (int) Math.round(ABOVE * dpi));
    }

    static List<Box> find(BinaryImage image, int dpi) {
        PixelCheckboxes boxes = new PixelCheckboxes(image, dpi);
        RowRuns runs = new RowRuns(smeared(image));
        for (int y = 0; y < image.height() - boxes.smallest; y++) {
            runs.read(y);
            boxes.row(runs, y);
        }
        return boxes.found;
    }

    /** Each row with the ink of the next one. */
    private static BinaryImage smeared(BinaryImage image) {
        boolean[] ink = image.ink();
        boolean[] smeared = ink.clone();
        for (int i = 0; i + image.width() < ink.length; i++) {
            smeared[i] |= ink[i + image.width()];
        }
        return new BinaryImage(smeared, image.width(), image.height());
    }

    /** A pixel that is missing does not end an edge. */
    private void row(RowRuns runs, int y) {
        int run = 0;
        while (run < runs.count()) {
            int x = runs.first(run);
            int end = runs.last(run);
            for (run++; run < runs.count() && runs.first(run) - end - 1 <= gap; run++) {
                end = runs.last(run);
            }
            int length = end - x + 1;
            if (length >= smallest && length <= largest && !isInside(x, y)) {
                frame(side(x, y, length, 1), y, side(end, y, length, -1));
            }
        }
    }

    private boolean isInside(int x, int y) {
        return found.stream().anyMatch(box -> box.contains(x, y));
    }

    /** The column of a side: outermost from the end of the top edge inwards, since a tick may lengthen that edge. */
    private int side(int end, int top, int length, int inwards) {
        int last = top + (int) (LOWEST * length);
        for (int x = end; Math.abs(x - end) <= length / 4; x += inwards) {
            double closed = column(x, top + 1, last);
            if (closed >= CLOSED) {
                return column(x + inwards, top + 1, last) > closed ? x + inwards : x;
            }
        }
        return end;
    }

    /** Looks for the frame whose top edge is in a row and the next. */
    private void frame(int left, int top, int right) {
        int width = right - left + 1;
        if (width < smallest || dark(left, right, top - above, top - above + 1) > LABEL) {
            return;
        }
        int bottom = bottom(left, top, right);
        if (bottom >= 0
                && isEdge(left, top, bottom)
                && isEdge(right, top, bottom)
                && hasCorners(left, right, top)
                && (hasCorners(left, right, bottom - 1) || hasCorners(left, right, bottom - 2))
                && (inside(left, top, right, bottom) >= SOLID || isThin(left, top, right, bottom))
                && dark(left, right, bottom + above + 1, bottom + above + 2) <= LABEL
                && dark(left - beside, left - 2, top, bottom) <= DIRT
                && dark(right + 2, right + beside, top, bottom) <= DIRT) {
            int first = dark(left, right, top, top) >= LABEL ? top : top + 1;
            found.add(new Box(left, first, right, bottom, inside(left, top, right, bottom)));
        }
    }

    /** Last row of the bottom edge; negative if there is none. */
    private int bottom(int left, int top, int right) {
        int width = right - left + 1;
        for (int y = top + (int) (LOWEST * width); y <= top + (int) Math.ceil(HIGHEST * width); y++) {
            if (row(left + 1, right - 1, y) >= CLOSED) {
                int bottom = y + 1;
                while (dark(left, right, bottom + 1, bottom + 1) >= LABEL) {
                    bottom++;
                }
                return bottom;
            }
        }
        return -1;
    }

    private boolean isEdge(int x, int top, int bottom) {
        int end = Math.max(2, (int) (END * (bottom - top)));
        return column(x, top + 1, bottom - 1) >= CLOSED
                && column(x, top + 1, top + end) >= CORNER
                && column(x, bottom - end, bottom - 1) >= CORNER;
    }

    private boolean hasCorners(int left, int right, int y) {
        int end = Math.max(2, (int) (END * (right - left)));
        return row(left, left + end - 1, y) >= CORNER && row(right - end + 1, right, y) >= CORNER;
    }

    /** Whether all sides are thin; a mark may touch a quarter of each. */
    private boolean isThin(int left, int top, int right, int bottom) {
        int most = (int) Math.round(THICKEST * Math.min(right - left, bottom - top)) + 1;
        return thickness(left, top, 0, 1, right - left) <= most
                && thickness(left, bottom, 0, -1, right - left) <= most
                && thickness(left, top, 1, 0, bottom - top) <= most
                && thickness(right, top, -1, 0, bottom - top) <= most;
    }

    /** Thickness of a side, seen from outside, that three quarters of it do not exceed. */
    private int thickness(int x, int y, int inX, int inY, int length) {
        int[] runs = new int[length * 2 / 3];
        for (int i = 0; i < runs.length; i++) {
            int along = length / 6 + i;
            int atX = inX == 0 ? x + along : x;
            int atY = inY == 0 ? y + along : y;
            int start = 0;
            while (start < EDGE && !image.at(atX + inX * start, atY + inY * start)) {
                start++;
            }
            int end = start;
            while (end < length && image.at(atX + inX * end, atY + inY * end)) {
                end++;
            }
            runs[i] = end - start;
        }
        Arrays.sort(runs);
        return runs[runs.length * 3 / 4];
    }

    /** Share of a row, or the next, that is ink. */
    private double row(int left, int right, int y) {
        int dark = 0;
        for (int x = left; x <= right; x++) {
            dark += image.at(x, y) || image.at(x, y + 1) ? 1 : 0;
        }
        return (double) dark / (right - left + 1);
    }

    /** Share of a column, or those beside it, that is ink. */
    private double column(int x, int top, int bottom) {
        int dark = 0;
        for (int y = top; y <= bottom; y++) {
            dark += image.at(x, y) || image.at(x - 1, y) || image.at(x + 1, y) ? 1 : 0;
        }
        return (double) dark / (bottom - top + 1);
    }

    /** Share of ink in an area, edges included. */
    private double dark(int left, int right, int top, int bottom) {
        int dark = 0;
        int all = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                dark += image.at(x, y) ? 1 : 0;
                all++;
            }
        }
        return all == 0 ? 0 : (double) dark / all;
    }

    private double inside(int left, int top, int right, int bottom) {
        int inset = Math.max(3, (int) Math.round(0.22 * Math.min(right - left, bottom - top)));
        return dark(left + inset, right - inset, top + inset, bottom - inset);
    }
}
