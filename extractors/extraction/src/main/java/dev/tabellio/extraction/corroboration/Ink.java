package dev.tabellio.extraction.corroboration;

import dev.tabellio.extraction.image.GreyImage;
import java.util.ArrayList;
import java.util.List;

/**
 * The ink of a row, told from the paper by the threshold that divides its shades best (Otsu, A Threshold Selection Method from
 * Gray-Level Histograms, 1979).
 */
record Ink(GreyImage image, int lightest) {

    private static final int SHADES = 256;

    /** Share of the height of the highest run from which a run is a letter or digit; points and dashes are lower. */
    private static final double TALL = 0.6;

    /** Share of the height of the highest letter: letters are higher, dots and accents and the gap below them lower. */
    private static final double LETTER = 0.45;

    private static final double MARK = 0.4;

    /** Share of the height of a row that a ruling line fills. */
    private static final double RULING = 0.95;

    /** Smallest mark as a share of the square of that height: a dot of 2 by 2 pixels where capitals have 20. */
    private static final double SPECK = 0.01;

    static Ink of(GreyImage image) {
        long[] count = new long[SHADES];
        double all = 0;
        for (byte pixel : image.pixels()) {
            count[pixel & 0xff]++;
            all += pixel & 0xff;
        }
        long pixels = image.pixels().length;
        long dark = 0;
        double darkSum = 0;
        double best = -1;
        int threshold = 0;
        for (int shade = 0; shade < SHADES; shade++) {
            dark += count[shade];
            darkSum += (double) shade * count[shade];
            long light = pixels - dark;
            if (dark > 0 && light > 0) {
                double apart = darkSum / dark - (all - darkSum) / light;
                double between = (double) dark * light * apart * apart;
                if (between > best) {
                    best = between;
                    threshold = shade;
                }
            }
        }
        return new Ink(image, threshold);
    }

    GreyImage blackOnWhite() {
        byte[] pixels = new byte[image.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = isInk(i) ? 0 : (byte) 255;
        }
        return new GreyImage(pixels, image.width(), image.height());
    }

    /** Runs of columns with ink, each as high as a letter. */
    int tallRuns() {
        int[] heights = new int[image.width()];
        int highest = 0;
        int run = -1;
        for (int x = 0; x < image.width(); x++) {
            int top = -1;
            int bottom = -1;
            for (int y = 0; y < image.height(); y++) {
                if (isInk(y * image.width() + x)) {
                    top = top < 0 ? y : top;
                    bottom = y;
                }
            }
            if (top < 0) {
                run = -1;
            } else {
                run = run < 0 ? x : run;
                heights[run] = Math.max(heights[run], bottom - top + 1);
                highest = Math.max(highest, heights[run]);
            }
        }
        int runs = 0;
        for (int height : heights) {
            runs += height > 0 && height >= TALL * highest ? 1 : 0;
        }
        return runs;
    }

    /** Behind the last ruling line before column {@code limit}; 0 if there is none. */
    int endOfRuling(int limit) {
        for (int x = Math.min(limit, image.width()) - 1; x >= 0; x--) {
            if (isRuling(x)) {
                return x + 1;
            }
        }
        return 0;
    }

    /** The first ruling line from column {@code limit} on; the width if there is none. */
    int startOfRuling(int limit) {
        for (int x = Math.max(limit, 0); x < image.width(); x++) {
            if (isRuling(x)) {
                return x;
            }
        }
        return image.width();
    }

    /** Letters and digits leave the first and last rows free; a line may waver by a pixel. */
    private boolean isRuling(int x) {
        int next = Math.min(x + 1, image.width() - 1);
        int rows = 0;
        for (int y = 0; y < image.height(); y++) {
            rows += isInk(y * image.width() + x) || isInk(y * image.width() + next) ? 1 : 0;
        }
        return rows >= RULING * image.height();
    }

    /** Specks above a letter: dots and accents. */
    int marksAbove() {
        List<Blob> blobs = blobs();
        int highest = blobs.stream().mapToInt(Blob::height).max().orElse(0);
        List<Blob> letters =
                blobs.stream().filter(blob -> blob.height() >= LETTER * highest).toList();
        return (int) blobs.stream()
                .filter(blob -> blob.height() <= MARK * highest && blob.pixels() >= SPECK * highest * highest)
                .filter(mark -> letters.stream().anyMatch(letter -> isAbove(mark, letter, highest)))
                .count();
    }

    private static boolean isAbove(Blob mark, Blob letter, int highest) {
        int gap = letter.top() - mark.bottom();
        double middle = (mark.left() + mark.right()) / 2.0;
        return gap > 1 && gap <= MARK * highest && middle >= letter.left() && middle <= letter.right();
    }

    /** Pixels of ink that touch each other, and the box around them; the ends are pixels of it. */
    private record Blob(int left, int top, int right, int bottom, int pixels) {
        int height() {
            return bottom - top + 1;
        }
    }

    private List<Blob> blobs() {
        int width = image.width();
        boolean[] seen = new boolean[image.pixels().length];
        int[] open = new int[seen.length];
        List<Blob> blobs = new ArrayList<>();
        for (int start = 0; start < seen.length; start++) {
            if (seen[start] || !isInk(start)) {
                continue;
            }
            seen[start] = true;
            open[0] = start;
            int count = 1;
            int left = width;
            int right = 0;
            int bottom = 0;
            for (int i = 0; i < count; i++) {
                int x = open[i] % width;
                int y = open[i] / width;
                left = Math.min(left, x);
                right = Math.max(right, x);
                bottom = Math.max(bottom, y);
                for (int nextY = Math.max(0, y - 1); nextY <= Math.min(image.height() - 1, y + 1); nextY++) {
                    for (int nextX = Math.max(0, x - 1); nextX <= Math.min(width - 1, x + 1); nextX++) {
                        int next = nextY * width + nextX;
                        if (!seen[next] && isInk(next)) {
                            seen[next] = true;
                            open[count++] = next;
                        }
                    }
                }
            }
            blobs.add(new Blob(left, start / width, right, bottom, count));
        }
        return blobs;
    }

    private boolean isInk(int i) {
        return (image.pixels()[i] & 0xff) <= lightest;
    }
}
