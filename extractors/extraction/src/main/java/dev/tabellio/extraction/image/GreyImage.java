package dev.tabellio.extraction.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * An 8-bit grey image. The pixels are shared, not copied: whoever makes one gives its array away.
 *
 * @param pixels row by row, 0 black to 255 white; length is {@code width * height}
 */
@SuppressWarnings("ArrayRecordComponent") // a picture is megabytes: copies would cost more than reading it
public record GreyImage(byte[] pixels, int width, int height) {

    private static final int WHITE = 255;

    /** @throws IllegalArgumentException if the sizes do not agree */
    public GreyImage {
        if (width < 1 || height < 1 || (long) width * height != pixels.length) {
            throw new IllegalArgumentException("%d bytes for %d x %d pixels".formatted(pixels.length, width, height));
        }
    }

    /** The luminance of an image; what is transparent is white. */
    public static GreyImage of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] pixels = new byte[width * height];
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY
                && image.getRaster().getDataBuffer() instanceof DataBufferByte data
                && data.getData().length == pixels.length) {
            return new GreyImage(data.getData().clone(), width, height);
        }
        int[] row = new int[width];
        boolean transparent = image.getColorModel().hasAlpha();
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int rgb = row[x];
                int grey = (77 * (rgb >> 16 & 0xff) + 150 * (rgb >> 8 & 0xff) + 29 * (rgb & 0xff)) >> 8;
                if (transparent) {
                    int alpha = rgb >>> 24;
                    grey = (grey * alpha + WHITE * (255 - alpha)) / 255;
                }
                pixels[y * width + x] = (byte) grey;
            }
        }
        return new GreyImage(pixels, width, height);
    }

    /** 0 black to 255 white. */
    int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /** Turned clockwise by so many quarter turns, 0 to 3. */
    public GreyImage turned(int quarters) {
        if (quarters == 0) {
            return this;
        }
        int newWidth = quarters == 2 ? width : height;
        int newHeight = quarters == 2 ? height : width;
        byte[] turned = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int to = switch (quarters) {
                    case 1 -> x * newWidth + (newWidth - 1 - y);
                    case 2 -> (newHeight - 1 - y) * newWidth + (newWidth - 1 - x);
                    default -> (newHeight - 1 - x) * newWidth + y;
                };
                turned[to] = pixels[y * width + x];
            }
        }
        return new GreyImage(turned, newWidth, newHeight);
    }

    /** Turned clockwise around its middle, same size, white where nothing was; bilinear. */
    public GreyImage rotated(double degrees) {
        byte[] rotated = new byte[pixels.length];
        Arrays.fill(rotated, (byte) WHITE);
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double middleX = (width - 1) / 2.0;
        double middleY = (height - 1) / 2.0;
        for (int y = 0; y < height; y++) {
            double fromX = -middleX * cos + (y - middleY) * sin + middleX;
            double fromY = middleX * sin + (y - middleY) * cos + middleY;
            for (int x = 0; x < width; x++, fromX += cos, fromY -= sin) {
                int left = (int) Math.floor(fromX);
                int top = (int) Math.floor(fromY);
                if (left >= 0 && top >= 0 && left + 1 < width && top + 1 < height) {
                    double shareX = fromX - left;
                    double shareY = fromY - top;
                    int i = top * width + left;
                    double upper = (pixels[i] & 0xff) * (1 - shareX) + (pixels[i + 1] & 0xff) * shareX;
                    double lower = (pixels[i + width] & 0xff) * (1 - shareX) + (pixels[i + width + 1] & 0xff) * shareX;
                    rotated[y * width + x] = (byte) Math.round(upper * (1 - shareY) + lower * shareY);
                }
            }
        }
        return new GreyImage(rotated, width, height);
    }

    /** Scaled to a size: bilinear when it grows, the mean of what falls together when it shrinks. */
    public GreyImage scaled(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        byte[] scaled = new byte[newWidth * newHeight];
        double stepX = (double) width / newWidth;
        double stepY = (double) height / newHeight;
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                scaled[y * newWidth + x] = (byte) Math.round(sample(x * stepX, y * stepY, stepX, stepY));
            }
        }
        return new GreyImage(scaled, newWidth, newHeight);
    }

    private double sample(double left, double top, double stepX, double stepY) {
        if (stepX <= 1 && stepY <= 1) {
            double x = Math.max(0, Math.min(width - 1.0, left + stepX / 2 - 0.5));
            double y = Math.max(0, Math.min(height - 1.0, top + stepY / 2 - 0.5));
            int x0 = (int) x;
            int y0 = (int) y;
            int x1 = Math.min(width - 1, x0 + 1);
            int y1 = Math.min(height - 1, y0 + 1);
            double upper = at(x0, y0) * (1 - (x - x0)) + at(x1, y0) * (x - x0);
            double lower = at(x0, y1) * (1 - (x - x0)) + at(x1, y1) * (x - x0);
            return upper * (1 - (y - y0)) + lower * (y - y0);
        }
        int x0 = (int) left;
        int y0 = (int) top;
        int x1 = Math.max(x0 + 1, Math.min(width, (int) (left + stepX)));
        int y1 = Math.max(y0 + 1, Math.min(height, (int) (top + stepY)));
        long sum = 0;
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                sum += at(x, y);
            }
        }
        return (double) sum / ((x1 - x0) * (y1 - y0));
    }
}
