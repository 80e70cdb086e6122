package dev.tabellio.extraction.image;

import java.util.Arrays;

/** Takes lines and boxes out of a picture of a page and out of its ink. */
final class Eraser {

    private final BinaryImage ink;
    private final byte[] pixels;
    private final boolean[] left;

    /**
     * @param ink of the page as it was
     * @param text the picture that is changed
     * @param textInk its ink, which is changed alike
     */
    Eraser(BinaryImage ink, GreyImage text, BinaryImage textInk) {
        this.ink = ink;
        pixels = text.pixels();
        left = textInk.ink();
    }

    /** An eraser for ink alone. */
    static Eraser of(BinaryImage ink, BinaryImage textInk) {
        return new Eraser(ink, new GreyImage(new byte[ink.ink().length], ink.width(), ink.height()), textInk);
    }

    /** Strokes of letters that cross the line stay; what ends a pixel before it, such as a box of a list, does not cross it. */
    void line(PixelRulings.Line line) {
        int across = line.horizontal() ? ink.height() : ink.width();
        int first = Math.max(0, line.first() - 1);
        int last = Math.min(across - 1, line.last() + 1);
        for (int i = line.from(); i <= line.to(); i++) {
            boolean crossed = isInk(line, i, first)
                    && isInk(line, i, first - 1)
                    && isInk(line, i, last)
                    && isInk(line, i, last + 1);
            if (!crossed) {
                for (int j = first; j <= last; j++) {
                    int at = line.horizontal() ? j * ink.width() + i : i * ink.width() + j;
                    pixels[at] = (byte) 255;
                    left[at] = false;
                }
            }
        }
    }

    private boolean isInk(PixelRulings.Line line, int along, int across) {
        return line.horizontal() ? ink.at(along, across) : ink.at(across, along);
    }

    /** A checkbox with its mark. */
    void box(PixelCheckboxes.Box box) {
        int margin = margin(box);
        area(box.left() - margin, box.top() - margin, box.right() + margin, box.bottom() + margin);
    }

    /** The sides of a frame; what is written in it stays. */
    void frame(PixelCheckboxes.Box box) {
        int margin = margin(box);
        area(box.left() - margin, box.top() - margin, box.right() + margin, box.top() + margin);
        area(box.left() - margin, box.bottom() - margin, box.right() + margin, box.bottom() + margin);
        area(box.left() - margin, box.top() - margin, box.left() + margin, box.bottom() + margin);
        area(box.right() - margin, box.top() - margin, box.right() + margin, box.bottom() + margin);
    }

    private static int margin(PixelCheckboxes.Box box) {
        return 1 + box.side() / 10;
    }

    /** Edges included. */
    private void area(int left, int top, int right, int bottom) {
        int from = Math.max(0, left);
        int to = Math.min(ink.width(), right + 1);
        for (int y = Math.max(0, top); y < Math.min(ink.height(), bottom + 1); y++) {
            Arrays.fill(pixels, y * ink.width() + from, y * ink.width() + to, (byte) 255);
            Arrays.fill(this.left, y * ink.width() + from, y * ink.width() + to, false);
        }
    }
}
