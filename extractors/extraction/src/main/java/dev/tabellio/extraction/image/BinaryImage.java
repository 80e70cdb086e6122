package dev.tabellio.extraction.image;

/**
 * Which pixels are ink.
 *
 * @param ink row by row; length is {@code width * height}
 */
@SuppressWarnings("ArrayRecordComponent") // a picture is megabytes: copies would cost more than reading it
record BinaryImage(boolean[] ink, int width, int height) {

    private static final int TILE = 64;

    /** The ink of a page whose paper has become white: all that is not white. */
    static BinaryImage of(GreyImage evened) {
        boolean[] ink = new boolean[evened.pixels().length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = evened.pixels()[i] != (byte) 255;
        }
        return new BinaryImage(ink, evened.width(), evened.height());
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

    /** Rows become columns. Done in tiles, which stay in the processor's cache. */
    BinaryImage transposed() {
        boolean[] turned = new boolean[ink.length];
        for (int top = 0; top < height; top += TILE) {
            int bottom = Math.min(height, top + TILE);
            for (int left = 0; left < width; left += TILE) {
                int right = Math.min(width, left + TILE);
                for (int x = left; x < right; x++) {
                    for (int y = top; y < bottom; y++) {
                        turned[x * height + y] = ink[y * width + x];
                    }
                }
            }
        }
        return new BinaryImage(turned, height, width);
    }
}
