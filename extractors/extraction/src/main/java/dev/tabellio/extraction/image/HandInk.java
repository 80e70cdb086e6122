package dev.tabellio.extraction.image;

import dev.tabellio.document.BoundingBox;
import java.util.List;

/** Tells strokes of a pen from specks and the remains of lines. */
final class HandInk {

    /** Width and height in points of the least that a signature spans; initials are wider, remains of a line lower. */
    private static final double LEAST_WIDTH = 14;

    private static final double LEAST_HEIGHT = 7;

    /** Ink in square points of the least signature: a stroke of half a point that is 24 long. */
    private static final double LEAST_INK = 12;

    private HandInk() {}

    /**
     * @param ink of a page without ruling lines and checkboxes
     * @param area in points
     * @param words whose ink does not count, in points
     */
    static boolean in(BinaryImage ink, int dpi, BoundingBox area, List<BoundingBox> words) {
        double pixels = dpi / 72.0;
        List<BoundingBox> near = words.stream()
                .filter(area::intersects)
                .map(word -> word.grow(1))
                .toList();
        int left = (int) Math.max(0, area.left() * pixels);
        int right = (int) Math.min(ink.width() - 1.0, area.right() * pixels);
        int top = (int) Math.max(0, area.top() * pixels);
        int bottom = (int) Math.min(ink.height() - 1.0, area.bottom() * pixels);
        int dark = 0;
        int first = right;
        int last = left;
        int highest = bottom;
        int lowest = top;
        for (int y = top; y <= bottom; y++) {
            for (int x = ink.nextInk(left, y); x <= right; x = ink.nextInk(x + 1, y)) {
                if (!isPrint(near, (x + 0.5) / pixels, (y + 0.5) / pixels)) {
                    dark++;
                    first = Math.min(first, x);
                    last = Math.max(last, x);
                    highest = Math.min(highest, y);
                    lowest = Math.max(lowest, y);
                }
            }
        }
        return dark >= LEAST_INK * pixels * pixels
                && last - first >= LEAST_WIDTH * pixels
                && lowest - highest >= LEAST_HEIGHT * pixels;
    }

    private static boolean isPrint(List<BoundingBox> words, double x, double y) {
        for (BoundingBox word : words) {
            if (word.containsPoint(x, y)) {
                return true;
            }
        }
        return false;
    }
}
