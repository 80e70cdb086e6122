package dev.tabellio.extraction.image;

import java.util.ArrayList;
import java.util.List;

/** Finds small square frames and tells whether there is ink inside. */
final class PixelCheckboxes {

    /** Sides in inches: IRS checkboxes are 0.11 in. */
    private static final double SMALLEST = 0.07;

    private static final double LARGEST = 0.22;

    /** Share of a side that must be ink; a tick that breaks out of the frame interrupts it. */
    private static final double CLOSED = 0.82;

    /**
     * Share of ink inside at which a box is ticked. Empty boxes of the returns at 200 dpi with noise stay below 0.02, the
     * thinnest ticks are at 0.07 (2026-11-20).
     */
    private static final double TICKED = 0.045;

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
            double distance = ticked() ? (ink - TICKED) / TICKED : (TICKED - ink) / TICKED;
            return Math.min(1, 0.5 + distance / 2);
        }

        int side() {
            return right - left + 1;
        }

        boolean overlaps(Box other) {
            return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
        }
    }

    private final BinaryImage image;
    private final int smallest;
    private final int largest;
    private final int slack;
    private final List<Box> found = new ArrayList<>();

    private PixelCheckboxes(BinaryImage image, int dpi) {
        this.image = image;
        smallest = (int) Math.floor(SMALLEST * dpi);
        largest = (int) Math.ceil(LARGEST * dpi);
        slack = Math.max(1, dpi / 100);
    }

    static List<Box> find(BinaryImage image, int dpi) {
        PixelCheckboxes boxes = new PixelCheckboxes(image, dpi);
        for (int y = 0; y < image.height() - boxes.smallest; y++) {
            boxes.row(y);
        }
        return boxes.separate();
    }

    private void row(int y) {
        int x = 0;
        while (x < image.width()) {
            if (!image.at(x, y)) {
                x++;
                continue;
            }
            int end = x;
            while (end + 1 < image.width() && (image.at(end + 1, y) || image.at(end + 2, y))) {
                end++;
            }
            int length = end - x + 1;
            if (length >= smallest && length <= largest) {
                frame(x, y, end);
            }
            x = end + 1;
        }
    }

    /** Looks for the frame whose top edge is the run. */
    private void frame(int left, int top, int right) {
        int side = right - left + 1;
        for (Box box : found) {
            if (box.left <= right && left <= box.right && box.top <= top && top <= box.bottom) {
                return;
            }
        }
        for (int height = (int) (0.85 * side); height <= 1.15 * side + 1; height++) {
            int bottom = top + height;
            if (bottom < image.height()
                    && horizontal(left, right, bottom) >= CLOSED
                    && vertical(left, top, bottom) >= CLOSED
                    && vertical(right, top, bottom) >= CLOSED
                    && corners(left, top, right, bottom)) {
                bottom = lastOfEdge(left, right, bottom);
                found.add(new Box(left, top, right, bottom, inside(left, top, right, bottom)));
                return;
            }
        }
    }

    private int lastOfEdge(int left, int right, int bottom) {
        int last = bottom;
        while (last - bottom < 2 * slack && last + 1 < image.height() && exact(left, right, last + 1) >= CLOSED) {
            last++;
        }
        return last;
    }

    private double exact(int left, int right, int y) {
        int dark = 0;
        for (int x = left; x <= right; x++) {
            dark += image.at(x, y) ? 1 : 0;
        }
        return (double) dark / (right - left + 1);
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
            boolean hit = false;
            for (int dx = -slack; dx <= slack && !hit; dx++) {
                hit = image.at(x + dx, y);
            }
            dark += hit ? 1 : 0;
        }
        return (double) dark / (bottom - top + 1);
    }

    /** Corners tell a frame from a round letter. */
    private boolean corners(int left, int top, int right, int bottom) {
        return corner(left, top) && corner(right, top) && corner(left, bottom) && corner(right, bottom);
    }

    private boolean corner(int x, int y) {
        for (int dy = -slack; dy <= slack; dy++) {
            for (int dx = -slack; dx <= slack; dx++) {
                if (image.at(x + dx, y + dy)) {
                    return true;
                }
            }
        }
        return false;
    }

    private double inside(int left, int top, int right, int bottom) {
        int inset = Math.max(slack + 1, (int) Math.round(0.2 * (right - left)));
        int dark = 0;
        int all = 0;
        for (int y = top + inset; y <= bottom - inset; y++) {
            for (int x = left + inset; x <= right - inset; x++) {
                dark += image.at(x, y) ? 1 : 0;
                all++;
            }
        }
        return all == 0 ? 0 : (double) dark / all;
    }

    /** Without solid blocks and without frames that stand in an unbroken row: a comb for digits. */
    private List<Box> separate() {
        return found.stream()
                .filter(box -> box.ink < 0.85)
                .filter(box ->
                        found.stream().filter(other -> touches(box, other)).count() < 2)
                .toList();
    }

    private boolean touches(Box a, Box b) {
        int gap = Math.max(b.left - a.right, a.left - b.right);
        return a != b && Math.abs(a.top - b.top) <= 2 * slack && gap >= -3 * slack && gap <= 2 * slack;
    }
}
