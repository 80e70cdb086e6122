package dev.tabellio.extraction.image;

/**
 * Which pixels are ink.
 *
 * @param ink row by row; length is {@code width * height}
 */
@SuppressWarnings("ArrayRecordComponent") // a picture is megabytes: copies would cost more than reading it
record BinaryImage(boolean[] ink, int width, int height) {

    /** Percent of the local mean below which a pixel is ink (Bradley and Roth, Adaptive Thresholding, 2007). */
    private static final int INK_PERCENT = 85;

    /** Where paper is this dark the threshold is held up, or the noise of black margins would be ink and paper. */
    private static final int DARKEST_MEAN = 40;

    /** Side of the window for the local mean as a share of the image's width. */
    private static final int WINDOWS = 24;

    private static final int TILE = 64;

    /** Ink is darker than its surroundings, so that uneven light does no harm. */
    static BinaryImage of(GreyImage image) {
        int width = image.width();
        int height = image.height();
        int half = Math.max(8, width / WINDOWS / 2);
        boolean[] ink = new boolean[width * height];
        int[] columns = new int[width];
        long[] sums = new long[width + 1];
        byte[] pixels = image.pixels();
        int top = 0;
        int bottom = 0;
        for (int y = 0; y < height; y++) {
            while (bottom < Math.min(height, y + half + 1)) {
                add(pixels, bottom++ * width, columns, 1);
            }
            while (top < y - half) {
                add(pixels, top++ * width, columns, -1);
            }
            for (int x = 0; x < width; x++) {
                sums[x + 1] = sums[x] + columns[x];
            }
            row(pixels, sums, half, bottom - top, ink, y * width);
        }
        return new BinaryImage(ink, width, height);
    }

    private static void row(byte[] pixels, long[] sums, int half, int rows, boolean[] ink, int offset) {
        int width = sums.length - 1;
        for (int x = 0; x < width; x++) {
            int left = Math.max(0, x - half);
            int right = Math.min(width, x + half + 1);
            long area = (long) (right - left) * rows;
            long mean = Math.max(sums[right] - sums[left], area * DARKEST_MEAN);
            ink[offset + x] = (pixels[offset + x] & 0xff) * area * 100 < INK_PERCENT * mean;
        }
    }

    private static void add(byte[] pixels, int row, int[] columns, int sign) {
        for (int x = 0; x < columns.length; x++) {
            columns[x] += sign * (pixels[row + x] & 0xff);
        }
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
