package dev.tabellio.extraction.image;

import java.util.Arrays;

/**
 * Which pixels are ink.
 *
 * @param ink row by row; length is {@code width * height}
 */
@SuppressWarnings("ArrayRecordComponent") // a picture is megabytes: copies would cost more than reading it
record BinaryImage(boolean[] ink, int width, int height) {

    private static final boolean[] WHITE = new boolean[512];

    /** The ink of a page whose paper has become white: all that is not white. */
    static BinaryImage of(GreyImage evened) {
        boolean[] ink = new boolean[evened.pixels().length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = evened.pixels()[i] != (byte) 255;
        }
        return new BinaryImage(ink, evened.width(), evened.height());
    }

    BinaryImage copy() {
        return new BinaryImage(ink.clone(), width, height);
    }

    boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && ink[y * width + x];
    }

    /** Share of the pixels that are ink. */
    double share() {
        int dark = 0;
        for (boolean pixel : ink) {
            dark += pixel ? 1 : 0;
        }
        return (double) dark / ink.length;
    }

    /** The first ink of a row at {@code x} or right of it; the width if there is none. */
    int nextInk(int x, int y) {
        int row = y * width;
        for (int from = x; from < width; from += WHITE.length) {
            int length = Math.min(WHITE.length, width - from);
            int found = Arrays.mismatch(ink, row + from, row + from + length, WHITE, 0, length);
            if (found >= 0) {
                return from + found;
            }
        }
        return width;
    }

    /** Rows become columns. */
    BinaryImage transposed() {
        boolean[] turned = new boolean[ink.length];
        RowRuns runs = new RowRuns(this);
        for (int y = 0; y < height; y++) {
            runs.read(y);
            for (int run = 0; run < runs.count(); run++) {
                for (int x = runs.first(run); x <= runs.last(run); x++) {
                    turned[x * height + y] = true;
                }
            }
        }
        return new BinaryImage(turned, height, width);
    }
}
