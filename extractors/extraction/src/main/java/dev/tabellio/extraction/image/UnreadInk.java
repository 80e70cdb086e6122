package dev.tabellio.extraction.image;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what looks like a line of text and was not read. Layout analysis loses short values that stand by themselves or near
 * a line: on IRS forms at 200 dpi about one amount in a hundred (returns, 2026-11-20).
 */
public final class UnreadInk {

    /** Ink this close along a line belongs together, in inches: a wide blank. */
    private static final double REACH = 0.07;

    /** Height of a line of text in inches: 6-point digits to 18-point capitals. */
    private static final double LOWEST = 0.05;

    private static final double HIGHEST = 0.25;

    /** Narrowest and widest text that was overlooked, in inches: one digit to half a line. */
    private static final double NARROWEST = 0.025;

    private static final double WIDEST = 3;

    /** Ink as a share of its box: below are specks, above are bars. */
    private static final double THINNEST = 0.07;

    private static final double THICKEST = 0.6;

    /** The same for what is no wider than high: a bold digit fills 0.75 of its own box (returns at 200 dpi, 2026-11-21). */
    private static final double THICKEST_LETTER = 0.8;

    /** White around an area in inches, which Tesseract needs to find a line. */
    private static final double MARGIN = 0.06;

    /** Areas looked at again; a page with more is a picture. */
    private static final int MOST = 60;

    /**
     * A part of a page.
     *
     * @param left of the part in points of the page
     * @param top of the part in points of the page
     */
    public record Part(GreyImage image, double left, double top) {

        /** A box of the part on the page. */
        public BoundingBox onPage(BoundingBox box) {
            return new BoundingBox(left + box.left(), top + box.top(), left + box.right(), top + box.bottom());
        }
    }

    private UnreadInk() {}

    /**
     * Parts of a page to be read again.
     *
     * @param scan the page whose text was given to OCR
     * @param words what was read, boxes in points of the image
     * @return none if there is too much of it to be overlooked text
     */
    public static List<Part> parts(PageScan scan, List<Word> words) {
        BinaryImage ink = scan.textInk();
        int dpi = scan.dpi();
        BinaryImage unread = new BinaryImage(ink.ink().clone(), ink.width(), ink.height());
        double pixels = dpi / 72.0;
        for (Word word : words) {
            clear(unread, word.box().grow(1), pixels);
        }
        List<int[]> areas = areas(unread, (int) Math.round(REACH * dpi));
        List<Part> parts = new ArrayList<>();
        for (int[] area : areas) {
            if (isLine(area, dpi)) {
                parts.add(cut(scan.text(), area, (int) Math.round(MARGIN * dpi), pixels));
            }
        }
        return parts.size() > MOST ? List.of() : parts;
    }

    private static void clear(BinaryImage ink, BoundingBox box, double pixels) {
        int left = (int) Math.max(0, box.left() * pixels);
        int right = (int) Math.min(ink.width(), Math.ceil(box.right() * pixels));
        int bottom = (int) Math.min(ink.height(), Math.ceil(box.bottom() * pixels));
        for (int y = (int) Math.max(0, box.top() * pixels); y < bottom; y++) {
            Arrays.fill(ink.ink(), y * ink.width() + Math.min(left, right), y * ink.width() + right, false);
        }
    }

    /** Bounds and ink of the groups that reach each other along the rows: {left, top, right, bottom, ink}. */
    private static List<int[]> areas(BinaryImage unread, int reach) {
        boolean[] ink = unread.ink();
        int width = unread.width();
        List<int[]> done = new ArrayList<>();
        List<int[]> open = new ArrayList<>();
        for (int y = 0; y < unread.height(); y++) {
            int row = y * width;
            for (int x = unread.nextInk(0, y); x < width; x = unread.nextInk(x, y)) {
                int start = x;
                int end = x;
                int dark = 0;
                while (x < width && x - end <= reach) {
                    if (ink[row + x]) {
                        end = x;
                        dark++;
                    }
                    x++;
                }
                join(open, new int[] {start, y, end, y, dark}, reach / 4);
            }
            int at = y;
            open.removeIf(area -> at - area[3] > reach / 4 + 1 && done.add(area));
        }
        done.addAll(open);
        return done;
    }

    private static void join(List<int[]> open, int[] run, int reach) {
        int[] joined = run;
        for (int i = open.size() - 1; i >= 0; i--) {
            int[] area = open.get(i);
            if (area[0] <= joined[2] + reach && area[2] >= joined[0] - reach && joined[1] - area[3] <= reach + 1) {
                joined = new int[] {
                    Math.min(area[0], joined[0]),
                    Math.min(area[1], joined[1]),
                    Math.max(area[2], joined[2]),
                    Math.max(area[3], joined[3]),
                    area[4] + joined[4]
                };
                open.remove(i);
            }
        }
        open.add(joined);
    }

    private static boolean isLine(int[] area, int dpi) {
        double width = area[2] - area[0] + 1;
        double height = area[3] - area[1] + 1;
        double share = area[4] / (width * height);
        return height >= LOWEST * dpi
                && height <= HIGHEST * dpi
                && width >= NARROWEST * dpi
                && width <= WIDEST * dpi
                && share >= THINNEST
                && share <= (width <= height ? THICKEST_LETTER : THICKEST);
    }

    private static Part cut(GreyImage image, int[] area, int margin, double pixels) {
        return new Part(
                image.part(area[0], area[1], area[2] + 1, area[3] + 1, margin),
                (area[0] - margin) / pixels,
                (area[1] - margin) / pixels);
    }
}
