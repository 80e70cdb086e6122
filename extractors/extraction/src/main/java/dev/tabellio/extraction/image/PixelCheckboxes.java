package dev.tabellio.extraction.image;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds small square frames that stand by themselves and tells whether there is ink inside. Four straight, closed sides and
 * white around them tell a frame from a letter.
 */
final class PixelCheckboxes {

    /** Sides in inches: IRS checkboxes are 0.11 in, those of the W-2 0.14 in. */
    private static final double SMALLEST = 0.085;

    private static final double LARGEST = 0.22;

    /** Share of a side that must be ink; a tick that breaks out of the frame, or a scanner, interrupts it. */
    private static final double CLOSED = 0.9;

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

        /** 0.5 at the threshold, 1 far from it. */
        double confidence() {
            return Math.min(1, 0.5 + Math.abs(ink - TICKED) / TICKED / 2);
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
    private final int beside;
    private final int above;
    private final List<Box> found = new ArrayList<>();

    private PixelCheckboxes(BinaryImage image, int dpi) {
        this.image = image;
        smallest = (int) Math.floor(SMALLEST * dpi);
        largest = (int) Math.ceil(LARGEST * dpi);
        beside = Math.max(2, (int) Math.round(BESIDE * dpi));
        above = Math.max(1, (int) Math.round(ABOVE * dpi));
    }

    static List<Box> find(BinaryImage image, int dpi) {
        PixelCheckboxes boxes = new PixelCheckboxes(image, dpi);
        RowRuns runs = new RowRuns(image);
        for (int y = 0; y < image.height() - boxes.smallest; y++) {
            runs.read(y);
            boxes.row(runs, y);
        }
        return boxes.found.stream().filter(box -> box.ink < 0.85).toList();
    }

    /** A pixel that is missing does not end an edge. */
    private void row(RowRuns runs, int y) {
        int run = 0;
        while (run < runs.count()) {
            int x = runs.first(run);
            int end = runs.last(run);
            for (run++; run < runs.count() && runs.first(run) - end <= 2; run++) {
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
        for (int i = 0; i <= length / 4; i++) {
            if (vertical(end + inwards * i, top, top + (int) (0.7 * length)) >= CLOSED) {
                return end + inwards * i;
            }
        }
        return end;
    }

    /** Looks for the frame whose top edge is the run. */
    private void frame(int left, int top, int right) {
        int side = right - left + 1;
        if (side < smallest || dark(left, right, top - above - 1, top - above) > LABEL) {
            return;
        }
        int bottom = -1;
        for (int at = top + (int) (0.85 * side); at <= top + (int) (1.15 * side) + 1; at++) {
            if (horizontal(left, right, at) >= CLOSED) {
                bottom = at;
            } else if (bottom >= 0) {
                break;
            }
        }
        if (bottom >= 0
                && corner(left, top, 1, 1)
                && corner(right, top, -1, 1)
                && corner(left, bottom, 1, -1)
                && corner(right, bottom, -1, -1)
                && vertical(left, top, bottom) >= CLOSED
                && vertical(right, top, bottom) >= CLOSED
                && dark(left, right, bottom + above + 1, bottom + above + 2) <= LABEL
                && dark(left - beside, left - 2, top, bottom) <= DIRT
                && dark(right + 2, right + beside, top, bottom) <= DIRT) {
            found.add(new Box(left, top, right, bottom, inside(left, top, right, bottom)));
        }
    }

    /** Whether the corner is sharp: the bowls of letters are round. */
    private boolean corner(int x, int y, int inX, int inY) {
        return image.at(x, y) || image.at(x + inX, y) || image.at(x, y + inY) || image.at(x + inX, y + inY);
    }

    private double horizontal(int left, int right, int y) {
        int dark = 0;
        for (int x = left; x <= right; x++) {
            dark += image.at(x, y) || image.at(x, y - 1) ? 1 : 0;
        }
        return (double) dark / (right - left + 1);
    }

    private double vertical(int x, int top, int bottom) {
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
        int inset = Math.max(3, (int) Math.round(0.22 * (right - left)));
        return dark(left + inset, right - inset, top + inset, bottom - inset);
    }
}
