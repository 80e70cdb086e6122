package dev.tabellio.samples.degrade;

import dev.tabellio.samples.content.Dice;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * The pixels of a page and where its points went.
 *
 * @param pixels grey levels from 0 (black) to 255, row by row
 * @param dpi of the pixels
 * @param fromPage from points of the drawn page to points of this one
 */
record GreyPage(int width, int height, byte[] pixels, int dpi, AffineTransform fromPage) {

    private static final int WHITE = 255;

    static GreyPage of(BufferedImage image, int dpi) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] pixels = (byte[]) image.getRaster().getDataElements(0, 0, width, height, null);
        return new GreyPage(width, height, pixels, dpi, new AffineTransform());
    }

    double widthInPoints() {
        return width * 72.0 / dpi;
    }

    double heightInPoints() {
        return height * 72.0 / dpi;
    }

    /** The mirrored image of another page shines through. @param percent of its blackness */
    GreyPage bleed(GreyPage back, double percent) {
        byte[] result = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                int mirrored = back.at(back.width - 1 - x, y);
                result[i] = (byte) Math.max(0, level(i) - (int) Math.round((WHITE - mirrored) * percent / 100));
            }
        }
        return with(result);
    }

    /** Turned around the middle, clockwise, the corners filled with paper. */
    GreyPage skew(double degrees) {
        double angle = Math.toRadians(degrees);
        double sin = StrictMath.sin(angle);
        double cos = StrictMath.cos(angle);
        double middleX = width / 2.0;
        double middleY = height / 2.0;
        byte[] result = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            double dy = y + 0.5 - middleY;
            for (int x = 0; x < width; x++) {
                double dx = x + 0.5 - middleX;
                result[y * width + x] =
                        (byte) between(middleX + dx * cos + dy * sin - 0.5, middleY - dx * sin + dy * cos - 0.5);
            }
        }
        AffineTransform turned = AffineTransform.getTranslateInstance(widthInPoints() / 2, heightInPoints() / 2);
        turned.concatenate(new AffineTransform(cos, sin, -sin, cos, 0, 0));
        turned.translate(-widthInPoints() / 2, -heightInPoints() / 2);
        turned.concatenate(fromPage);
        return new GreyPage(width, height, result, dpi, turned);
    }

    /** Darker towards an edge. @param edge 0 to 3 for left, top, right, bottom */
    GreyPage light(double percent, int edge) {
        boolean across = edge == 0 || edge == 2;
        double[] left = new double[across ? width : height];
        for (int i = 0; i < left.length; i++) {
            double along = edge < 2 ? 1 - (double) i / left.length : (double) i / left.length;
            left[i] = 1 - percent / 100 * along * along;
        }
        byte[] result = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                result[i] = (byte) Math.round(level(i) * left[across ? x : y]);
            }
        }
        return with(result);
    }

    /** Gaussian blur. @param points standard deviation */
    GreyPage blur(double points) {
        double sigma = points * dpi / 72;
        int radius = Math.max(1, (int) Math.ceil(sigma * 2.5));
        double[] kernel = new double[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = StrictMath.exp(-i * i / (2 * sigma * sigma));
            sum += kernel[i + radius];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return blurred(kernel, true).blurred(kernel, false);
    }

    private GreyPage blurred(double[] kernel, boolean across) {
        int radius = kernel.length / 2;
        int length = across ? width : height;
        byte[] result = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = across ? x : y;
                int start = across ? y * width : x;
                int step = across ? 1 : width;
                double value = 0;
                for (int i = -radius; i <= radius; i++) {
                    value += kernel[i + radius] * level(start + Math.max(0, Math.min(length - 1, at + i)) * step);
                }
                result[y * width + x] = (byte) Math.round(value);
            }
        }
        return with(result);
    }

    /** Grain everywhere and a few dark specks. @param deviation in grey levels */
    GreyPage noise(double deviation, Dice dice) {
        byte[] result = new byte[pixels.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) clamp(level(i) + (int) Math.round(dice.gaussian() * deviation));
        }
        int specks = (int) Math.round(deviation * pixels.length / 400_000);
        for (int n = 0; n < specks; n++) {
            int x = dice.between(1, width - 2);
            int y = dice.between(1, height - 2);
            int size = dice.between(1, 2);
            for (int dy = 0; dy < size; dy++) {
                for (int dx = 0; dx < size; dx++) {
                    result[(y + dy) * width + x + dx] = (byte) dice.between(0, 120);
                }
            }
        }
        return with(result);
    }

    GreyPage bilevel(double threshold) {
        byte[] result = new byte[pixels.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) (level(i) < threshold ? 0 : WHITE);
        }
        return with(result);
    }

    /** Turned clockwise. @param quarters 1 to 3 */
    GreyPage rotate(int quarters) {
        GreyPage page = this;
        for (int i = 0; i < quarters; i++) {
            page = page.quarterTurn();
        }
        return page;
    }

    private GreyPage quarterTurn() {
        byte[] result = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                result[x * height + (height - 1 - y)] = pixels[y * width + x];
            }
        }
        AffineTransform turned = new AffineTransform(0, 1, -1, 0, heightInPoints(), 0);
        turned.concatenate(fromPage);
        return new GreyPage(height, width, result, dpi, turned);
    }

    /** @param type one of {@link BufferedImage}'s grey or binary types */
    BufferedImage image(int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        if (type == BufferedImage.TYPE_BYTE_GRAY) {
            byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            System.arraycopy(pixels, 0, data, 0, data.length);
        } else {
            int[] bits = new int[pixels.length];
            for (int i = 0; i < bits.length; i++) {
                bits[i] = level(i) < 128 ? 0 : 1;
            }
            image.getRaster().setSamples(0, 0, width, height, 0, bits);
        }
        return image;
    }

    private int level(int i) {
        return pixels[i] & 0xff;
    }

    private int at(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? WHITE : level(y * width + x);
    }

    private int between(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        int a = at(left, top);
        int b = at(left + 1, top);
        int c = at(left, top + 1);
        int d = at(left + 1, top + 1);
        if (a == b && a == c && a == d) {
            return a;
        }
        double fx = x - left;
        double fy = y - top;
        double upper = a * (1 - fx) + b * fx;
        double lower = c * (1 - fx) + d * fx;
        return clamp((int) Math.round(upper * (1 - fy) + lower * fy));
    }

    private GreyPage with(byte[] changed) {
        return new GreyPage(width, height, changed, dpi, fromPage);
    }

    private static int clamp(int value) {
        return Math.max(0, Math.min(WHITE, value));
    }
}
