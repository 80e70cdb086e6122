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

    /** Bits after the point of a place between pixels: exact to a tenth of a grey level over 30,000 pixels. */
    private static final int FRACTION = 32;

    private static final double ONE = 1L << FRACTION;

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
                int grey = luminance(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
                if (transparent) {
                    int alpha = rgb >>> 24;
                    grey = (grey * alpha + WHITE * (255 - alpha)) / 255;
                }
                pixels[y * width + x] = (byte) grey;
            }
        }
        return new GreyImage(pixels, width, height);
    }

    /** How light a colour is, of components from 0 to 255 (ITU-R BT.601). */
    public static int luminance(int red, int green, int blue) {
        return (77 * red + 150 * green + 29 * blue) >> 8;
    }

    /** 0 black to 255 white. */
    int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /**
     * A part of it on white.
     *
     * @param left first column, which may lie outside
     * @param top first row
     * @param right column behind the last
     * @param bottom row behind the last
     * @param margin of white around the part, in pixels
     */
    public GreyImage part(int left, int top, int right, int bottom, int margin) {
        int partWidth = right - left + 2 * margin;
        int partHeight = bottom - top + 2 * margin;
        byte[] part = new byte[partWidth * partHeight];
        Arrays.fill(part, (byte) WHITE);
        int from = Math.max(0, left);
        int to = Math.min(width, right);
        for (int y = Math.max(0, top); y < Math.min(height, bottom) && from < to; y++) {
            System.arraycopy(
                    pixels, y * width + from, part, (y - top + margin) * partWidth + from - left + margin, to - from);
        }
        return new GreyImage(part, partWidth, partHeight);
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
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double middleX = (width - 1) / 2.0;
        double middleY = (height - 1) / 2.0;
        long stepX = Math.round(cos * ONE);
        long stepY = Math.round(-sin * ONE);
        Arrays.fill(rotated, (byte) WHITE);
        for (int y = 0; y < height; y++) {
            long fromX = Math.round((-middleX * cos + (y - middleY) * sin + middleX) * ONE);
            long fromY = Math.round((middleX * sin + (y - middleY) * cos + middleY) * ONE);
            // what comes from inside the image is one piece of the row
            int first = 0;
            while (first < width && !isInside(fromX + first * stepX, fromY + first * stepY)) {
                first++;
            }
            int end = width;
            while (end > first && !isInside(fromX + (end - 1) * stepX, fromY + (end - 1) * stepY)) {
                end--;
            }
            fromX += first * stepX;
            fromY += first * stepY;
            int row = y * width;
            for (int x = first; x < end; x++, fromX += stepX, fromY += stepY) {
                int shareX = (int) (fromX >> (FRACTION - 8)) & 0xff;
                int shareY = (int) (fromY >> (FRACTION - 8)) & 0xff;
                int i = (int) (fromY >> FRACTION) * width + (int) (fromX >> FRACTION);
                int upper = (pixels[i] & 0xff) * (256 - shareX) + (pixels[i + 1] & 0xff) * shareX;
                int lower = (pixels[i + width] & 0xff) * (256 - shareX) + (pixels[i + width + 1] & 0xff) * shareX;
                rotated[row + x] = (byte) ((upper * (256 - shareY) + lower * shareY + (1 << 15)) >> 16);
            }
        }
        return new GreyImage(rotated, width, height);
    }

    /** Whether a place between pixels has a pixel on each side. */
    private boolean isInside(long x, long y) {
        int left = (int) (x >> FRACTION);
        int top = (int) (y >> FRACTION);
        return left >= 0 && top >= 0 && left + 1 < width && top + 1 < height;
    }

    /**
     * A part of this image; what lies outside of the image is left out.
     *
     * @throws IllegalArgumentException if nothing is left
     */
    public GreyImage part(int left, int top, int right, int bottom) {
        int x = Math.max(0, left);
        int y = Math.max(0, top);
        int partWidth = Math.min(width, right) - x;
        int partHeight = Math.min(height, bottom) - y;
        if (partWidth < 1 || partHeight < 1) {
            throw new IllegalArgumentException(
                    "no part of the image: %d, %d, %d, %d".formatted(left, top, right, bottom));
        }
        byte[] part = new byte[partWidth * partHeight];
        for (int row = 0; row < partHeight; row++) {
            System.arraycopy(pixels, (y + row) * width + x, part, row * partWidth, partWidth);
        }
        return new GreyImage(part, partWidth, partHeight);
    }

    /** Scaled to a size: bilinear when it grows, the mean of what falls together when it shrinks. */
    public GreyImage scaled(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        if (newWidth <= width && newHeight <= height) {
            return shrunk(newWidth, newHeight);
        }
        byte[] scaled = new byte[newWidth * newHeight];
        double stepX = (double) width / newWidth;
        double stepY = (double) height / newHeight;
        for (int y = 0; y < newHeight; y++) {
            double fromY = Math.max(0, Math.min(height - 1.0, (y + 0.5) * stepY - 0.5));
            for (int x = 0; x < newWidth; x++) {
                double fromX = Math.max(0, Math.min(width - 1.0, (x + 0.5) * stepX - 0.5));
                scaled[y * newWidth + x] = (byte) Math.round(between(fromX, fromY));
            }
        }
        return new GreyImage(scaled, newWidth, newHeight);
    }

    /** Every pixel the mean of its neighbours, the nearer ones weighing more (1 2 1 across and down); those at the edges stay. */
    public GreyImage smoothed() {
        byte[] smoothed = pixels.clone();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int sum = at(x - 1, y - 1) + 2 * at(x, y - 1) + at(x + 1, y - 1);
                sum += 2 * at(x - 1, y) + 4 * at(x, y) + 2 * at(x + 1, y);
                sum += at(x - 1, y + 1) + 2 * at(x, y + 1) + at(x + 1, y + 1);
                smoothed[y * width + x] = (byte) (sum / 16);
            }
        }
        return new GreyImage(smoothed, width, height);
    }

    private double between(double x, double y) {
        int x0 = (int) x;
        int y0 = (int) y;
        int x1 = Math.min(width - 1, x0 + 1);
        int y1 = Math.min(height - 1, y0 + 1);
        double upper = at(x0, y0) * (1 - (x - x0)) + at(x1, y0) * (x - x0);
        double lower = at(x0, y1) * (1 - (x - x0)) + at(x1, y1) * (x - x0);
        return upper * (1 - (y - y0)) + lower * (y - y0);
    }

    /** Every pixel is the mean of the area that it covers; pixels at the edge of the area count by their part in it. */
    private GreyImage shrunk(int newWidth, int newHeight) {
        byte[] shrunk = new byte[newWidth * newHeight];
        Shares across = Shares.of(width, newWidth);
        Shares down = Shares.of(height, newHeight);
        int[] sums = new int[width];
        for (int y = 0; y < newHeight; y++) {
            Arrays.fill(sums, 0);
            for (int i = 0; i < down.count; i++) {
                int share = down.shares[y * down.count + i];
                if (share > 0) {
                    int row = (down.first[y] + i) * width;
                    for (int x = 0; x < width; x++) {
                        sums[x] += (pixels[row + x] & 0xff) * share;
                    }
                }
            }
            for (int x = 0; x < newWidth; x++) {
                long sum = 0;
                int from = across.first[x];
                for (int i = 0; i < across.count && from + i < width; i++) {
                    sum += (long) sums[from + i] * across.shares[x * across.count + i];
                }
                shrunk[y * newWidth + x] = (byte) ((sum + (1L << (2 * Shares.BITS - 1))) >> (2 * Shares.BITS));
            }
        }
        return new GreyImage(shrunk, newWidth, newHeight);
    }

    /**
     * Which pixels of a row or column become one pixel of a shorter one, and how much each counts.
     *
     * @param first of the pixels, for each new pixel
     * @param count of pixels at most
     * @param shares of 2 to the power of {@link #BITS}, {@code count} for each new pixel
     */
    @SuppressWarnings("ArrayRecordComponent") // tables for the loops above
    private record Shares(int[] first, int count, int[] shares) {
        private static final int BITS = 12;

        static Shares of(int length, int newLength) {
            double step = (double) length / newLength;
            int count = (int) Math.ceil(step) + 1;
            int[] first = new int[newLength];
            int[] shares = new int[newLength * count];
            for (int i = 0; i < newLength; i++) {
                double from = i * step;
                double to = Math.min(length, from + step);
                first[i] = (int) from;
                int left = 1 << BITS;
                for (int j = 0; j < count && left > 0; j++) {
                    double covered = Math.min(to, first[i] + j + 1.0) - Math.max(from, first[i] + j);
                    boolean last = first[i] + j + 1.0 >= to - 1e-9;
                    int share = last ? left : (int) Math.round(covered / step * (1 << BITS));
                    shares[i * count + j] = share;
                    left -= share;
                }
            }
            return new Shares(first, count, shares);
        }
    }
}
