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

    /** Strokes of letters that cross the line stay. */
    void line(PixelRulings.Line line) {
        int across = line.horizontal() ? ink.height() : ink.width();
        int first = Math.max(0, line.first() - 1);
        int last = Math.min(across - 1, line.last() + 1);
        for (int i = line.from(); i <= line.to(); i++) {
            boolean crossed = line.horizontal()
                    ? ink.at(i, first - 1) && ink.at(i, last + 1)
                    : ink.at(first - 1, i) && ink.at(last + 1, i);
            if (!crossed) {
                for (int j = first; j <= last; j++) {
                    int at = line.horizontal() ? j * ink.width() + i : i * ink.width() + j;
                    pixels[at] = (byte) 255;
                    left[at] = false;
                }
            }
        }
    }

    void box(PixelCheckboxes.Box box) {
        int margin = 1 + box.side() / 10;
        int from = Math.max(0, box.left() - margin);
        int to = Math.min(ink.width(), box.right() + 1 + margin);
        for (int y = Math.max(0, box.top() - margin); y < Math.min(ink.height(), box.bottom() + 1 + margin); y++) {
            Arrays.fill(pixels, y * ink.width() + from, y * ink.width() + to, (byte) 255);
            Arrays.fill(left, y * ink.width() + from, y * ink.width() + to, false);
        }
    }
}
