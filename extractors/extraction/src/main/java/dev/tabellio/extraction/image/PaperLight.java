package dev.tabellio.extraction.image;

/**
 * How light the paper of a page is, place by place: the brightness that most of a small square of the page reaches. What is
 * drawn keeps all of its shades, of which {@link Paper} leaves those of ink.
 */
final class PaperLight {

    /** Squares over the width of an image: wider than the capitals of a title, narrower than a fall of light. */
    private static final int SQUARES = 30;

    /** Share of the pixels of a square, from the darkest, that may be ink or its edge. */
    private static final double INK = 0.7;

    /** Paper is no darker than this, as a share of the lightest of the page: darker squares are pictures and bars. */
    private static final double DARKEST = 0.4;

    private final GreyImage image;
    private final int side;
    private final int columns;
    private final int rows;
    private final double[] light;

    private PaperLight(GreyImage image) {
        this.image = image;
        side = Math.max(8, image.width() / SQUARES);
        columns = Math.max(1, image.width() / side);
        rows = Math.max(1, image.height() / side);
        light = new double[columns * rows];
    }

    /** The page as it would be on white paper in even light, with all shades of its strokes. */
    static GreyImage evened(GreyImage image) {
        PaperLight paper = new PaperLight(image);
        paper.measure();
        return paper.divided();
    }

    private void measure() {
        double lightest = 1;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                light[row * columns + column] = light(column, row);
                lightest = Math.max(lightest, light[row * columns + column]);
            }
        }
        for (int i = 0; i < light.length; i++) {
            light[i] = Math.max(light[i], DARKEST * lightest);
        }
    }

    private double light(int column, int row) {
        int[] counts = new int[256];
        int right = column == columns - 1 ? image.width() : (column + 1) * side;
        int bottom = row == rows - 1 ? image.height() : (row + 1) * side;
        int all = 0;
        for (int y = row * side; y < bottom; y++) {
            for (int x = column * side; x < right; x++) {
                counts[image.at(x, y)]++;
                all++;
            }
        }
        int level = 0;
        for (int below = counts[0]; below <= INK * all && level < 255; below += counts[level]) {
            level++;
        }
        return level;
    }

    private GreyImage divided() {
        int width = image.width();
        byte[] pixels = image.pixels();
        byte[] even = new byte[pixels.length];
        int[] left = new int[width];
        double[] share = new double[width];
        for (int x = 0; x < width; x++) {
            double at = Math.max(0, Math.min(columns - 1.0, (x + 0.5) / side - 0.5));
            left[x] = Math.min((int) at, Math.max(0, columns - 2));
            share[x] = at - left[x];
        }
        double[] between = new double[columns + 1];
        for (int y = 0; y < image.height(); y++) {
            double at = Math.max(0, Math.min(rows - 1.0, (y + 0.5) / side - 0.5));
            int row = Math.min((int) at, Math.max(0, rows - 2));
            int next = Math.min(rows - 1, row + 1);
            for (int column = 0; column < columns; column++) {
                between[column] =
                        light[row * columns + column] * (1 - (at - row)) + light[next * columns + column] * (at - row);
            }
            between[columns] = between[columns - 1];
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                double paper = between[left[x]] + (between[left[x] + 1] - between[left[x]]) * share[x];
                even[i] = (byte) Math.min(255, (int) ((pixels[i] & 0xff) * 255 / paper));
            }
        }
        return new GreyImage(even, width, image.height());
    }
}
