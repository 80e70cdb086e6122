package dev.tabellio.extraction.image;

import java.util.Arrays;

/**
 * How the lines of a page lie.
 *
 * @param degrees by which the image has to be turned clockwise to lie straight, from -10 to 10
 * @param sideways whether its lines seem to run from top to bottom
 */
public record Skew(double degrees, boolean sideways) {

    /** Resolution at which skew is measured: text lines stay apart, letters run together. */
    private static final int DPI = 100;

    private static final double LARGEST = 10;

    /** Rows of the profile: a page of 120 in, turned, still fits. */
    private static final int PROFILE = 1 << 14;

    /** Fewest dark points that tell anything. */
    private static final int FEWEST_POINTS = 200;

    /**
     * How much sharper the profile across must be before a page is thought to lie on its side. Upright forms with many
     * vertical lines reach 1.2, pages on their side begin at 1.6 (returns at 300 dpi turned by 90 degrees, 2026-11-20).
     */
    private static final double SIDEWAYS = 1.4;

    /**
     * Measures skew by the sharpness of the projection profile (Postl, 1986) of the lower edges of the ink.
     *
     * @param dpi resolution of the image
     */
    public static Skew of(GreyImage image, int dpi) {
        double scale = Math.min(1, (double) DPI / dpi);
        GreyImage small =
                image.scaled(Math.max(1, (int) (image.width() * scale)), Math.max(1, (int) (image.height() * scale)));
        BinaryImage ink = BinaryImage.of(Paper.evened(small));
        int[] points = lowerEdges(ink);
        if (points.length / 2 < FEWEST_POINTS) {
            return new Skew(0, false);
        }
        double best = sharpest(points, 0, LARGEST, 0.5);
        best = sharpest(points, best, 0.5, 0.1);
        best = sharpest(points, best, 0.1, 0.02);
        int[] across = lowerEdges(ink.transposed());
        boolean sideways = across.length / 2 >= FEWEST_POINTS
                && concentration(across, -best, small.width()) > SIDEWAYS * concentration(points, best, small.height());
        return new Skew(Math.round(best * 100) / 100.0, sideways);
    }

    private static int[] lowerEdges(BinaryImage image) {
        int[] points = new int[1024];
        int count = 0;
        int margin = Math.max(2, image.height() / 100);
        for (int y = margin; y < image.height() - margin; y++) {
            for (int x = margin; x < image.width() - margin; x++) {
                if (image.at(x, y) && !image.at(x, y + 1)) {
                    if (count + 2 > points.length) {
                        points = Arrays.copyOf(points, 2 * points.length);
                    }
                    points[count++] = x;
                    points[count++] = y;
                }
            }
        }
        return Arrays.copyOf(points, count);
    }

    private static double sharpest(int[] points, double around, double range, double step) {
        double best = around;
        double most = -1;
        int steps = (int) Math.round(range / step);
        for (int i = -steps; i <= steps; i++) {
            double degrees = around + i * step;
            double sharpness = sharpness(points, degrees);
            if (sharpness > most) {
                most = sharpness;
                best = degrees;
            }
        }
        return best;
    }

    /** Sharpness in relation to ink that is spread evenly over the rows. */
    private static double concentration(int[] points, double degrees, int rows) {
        double count = points.length / 2.0;
        return sharpness(points, degrees) * rows / (count * count);
    }

    /** Sum of squares of the profile along lines that lie at the angle: large when they fall together. */
    private static double sharpness(int[] points, double degrees) {
        double sin = Math.sin(Math.toRadians(degrees));
        double cos = Math.cos(Math.toRadians(degrees));
        int offset = PROFILE / 4;
        int[] profile = new int[PROFILE];
        for (int i = 0; i < points.length; i += 2) {
            int at = (int) Math.round(points[i] * sin + points[i + 1] * cos) + offset;
            if (at >= 0 && at < profile.length) {
                profile[at]++;
            }
        }
        double sum = 0;
        for (int count : profile) {
            sum += (double) count * count;
        }
        return sum;
    }
}
