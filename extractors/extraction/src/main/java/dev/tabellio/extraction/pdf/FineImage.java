package dev.tabellio.extraction.pdf;

import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/**
 * Images with far more pixels than the picture that they are drawn into, such as text as a mask at 17,000 pixels per inch.
 * PDFBox looks only at the image, not at its masks, when it decides how coarsely to decode, and blows a small image up to the
 * size of its mask: four bytes for each pixel of the mask.
 */
final class FineImage {

    /** Most pixels that are decoded as they are: a letter page at 600 dpi has 34 million. */
    private static final double MOST_PIXELS = 40e6;

    /** Pixels from which it is worth it to look closer. */
    private static final double FEW_PIXELS = 4e6;

    /** Decoded pixels for a pixel of the picture, in each direction, that are still worth having. */
    private static final double WORTH_HAVING = 2;

    private FineImage() {}

    /**
     * Every how many-th pixel of an image is enough, in each direction.
     *
     * @param devicePixels of the picture that the image covers
     * @return 1 if PDFBox can draw it as it is
     */
    static int step(PDImage image, double devicePixels) throws IOException {
        double pixels = pixels(image);
        if (pixels < FEW_PIXELS) {
            return 1;
        }
        double finer = Math.sqrt(pixels / Math.max(1, devicePixels));
        int step = finer < 2 * WORTH_HAVING ? 1 : (int) (finer / WORTH_HAVING);
        return Math.max(step, (int) Math.ceil(Math.sqrt(pixels / MOST_PIXELS)));
    }

    /** The larger of image and mask, in pixels. */
    private static double pixels(PDImage image) throws IOException {
        PDImageXObject mask = mask(image);
        double pixels = (double) image.getWidth() * image.getHeight();
        return mask == null ? pixels : Math.max(pixels, (double) mask.getWidth() * mask.getHeight());
    }

    private static @Nullable PDImageXObject mask(PDImage image) throws IOException {
        if (!(image instanceof PDImageXObject object)) {
            return null;
        }
        PDImageXObject soft = object.getSoftMask();
        return soft == null ? object.getMask() : soft;
    }

    /**
     * The image, decoded coarsely.
     *
     * @param step from {@link #step}
     * @param paint what a stencil lets through; null if the image is not a stencil
     */
    static BufferedImage coarse(PDImage image, int step, @Nullable Paint paint) throws IOException {
        if (!(image instanceof PDImageXObject object)) {
            return image.getImage(null, step);
        }
        PDImageXObject mask = mask(image);
        if (paint != null) {
            BufferedImage holes = sampled(object, step);
            BufferedImage painted = new BufferedImage(holes.getWidth(), holes.getHeight(), BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = painted.createGraphics();
            graphics.setPaint(paint);
            graphics.fillRect(0, 0, painted.getWidth(), painted.getHeight());
            graphics.dispose();
            return masked(painted, holes, true);
        }
        BufferedImage colours = sampled(object, step);
        if (mask == null) {
            return colours;
        }
        BufferedImage seen = sampled(mask, step);
        BufferedImage copy = new BufferedImage(
                Math.max(colours.getWidth(), seen.getWidth()),
                Math.max(colours.getHeight(), seen.getHeight()),
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(colours, 0, 0, copy.getWidth(), copy.getHeight(), null);
        graphics.dispose();
        return masked(copy, seen, object.getSoftMask() == null);
    }

    /** Every so many-th pixel; all of them where the image is small, however large its mask is. */
    private static BufferedImage sampled(PDImageXObject image, int step) throws IOException {
        double pixels = (double) image.getWidth() * image.getHeight();
        return image.getOpaqueImage(null, pixels < FEW_PIXELS ? 1 : step);
    }

    /**
     * Gives an image the opacity that a mask says.
     *
     * @param inverted whether black is what shows, as in stencils
     */
    private static BufferedImage masked(BufferedImage image, BufferedImage mask, boolean inverted) {
        Raster seen = mask.getRaster();
        int[] row = new int[image.getWidth()];
        int[] column = new int[image.getWidth()];
        for (int x = 0; x < column.length; x++) {
            column[x] = (int) ((long) x * mask.getWidth() / column.length);
        }
        for (int y = 0; y < image.getHeight(); y++) {
            int from = (int) ((long) y * mask.getHeight() / image.getHeight());
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                int opacity = seen.getSample(column[x], from, 0);
                opacity = inverted ? 255 - opacity : opacity;
                row[x] = (row[x] & 0xffffff) | (((row[x] >>> 24) * opacity / 255) << 24);
            }
            image.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return image;
    }
}
