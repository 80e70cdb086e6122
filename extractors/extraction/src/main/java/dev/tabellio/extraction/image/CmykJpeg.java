package dev.tabellio.extraction.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * JPEGs with four colours, which the JDK decodes but does not interpret. Adobe's marker tells YCCK from CMYK; both are stored
 * inverted wherever that marker stands (Adobe Technical Note 5116).
 */
final class CmykJpeg {

    /** Samples of a pixel. */
    static final int COLOURS = 4;

    private static final int YCCK = 2;

    private CmykJpeg() {}

    /** @param transform what Adobe's marker says */
    static BufferedImage read(ImageReader reader, int index, ImageReadParam param, int transform) throws IOException {
        Raster raster = reader.readRaster(index, param);
        if (raster.getNumBands() != COLOURS) {
            throw new IOException("a JPEG with %d colours".formatted(raster.getNumBands()));
        }
        int width = raster.getWidth();
        int height = raster.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] samples = new int[4 * width];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
            for (int x = 0; x < width; x++) {
                row[x] = rgb(samples, 4 * x, transform);
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    private static int rgb(int[] samples, int at, int transform) {
        double c = samples[at];
        double m = samples[at + 1];
        double y = samples[at + 2];
        double k = samples[at + 3];
        if (transform == YCCK) {
            double luma = c;
            double blue = m - 128;
            double red = y - 128;
            c = clamped(luma + 1.402 * red);
            m = clamped(luma - 0.344136 * blue - 0.714136 * red);
            y = clamped(luma + 1.772 * blue);
        }
        if (transform == JpegHeader.NO_MARKER) {
            c = 255 - c;
            m = 255 - m;
            y = 255 - y;
            k = 255 - k;
        }
        return (int) (c * k / 255) << 16 | (int) (m * k / 255) << 8 | (int) (y * k / 255);
    }

    private static double clamped(double value) {
        return Math.max(0, Math.min(255, value));
    }
}
