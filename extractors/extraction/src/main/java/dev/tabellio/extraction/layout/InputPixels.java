package dev.tabellio.extraction.layout;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Page images as a detector takes them. */
final class InputPixels {

    private InputPixels() {}

    /** A page to try a model on. */
    static BufferedImage emptyPage() {
        BufferedImage page = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        page.setRGB(0, 0, Color.WHITE.getRGB());
        return page;
    }

    /**
     * The image stretched to a size.
     *
     * @return red, green and blue planes one after the other, each row by row, from 0 (black) to 1
     */
    static float[] of(BufferedImage image, int width, int height) {
        int[] pixels = stretched(image, width, height).getRGB(0, 0, width, height, null, 0, width);
        int plane = width * height;
        float[] input = new float[3 * plane];
        for (int i = 0; i < plane; i++) {
            input[i] = (pixels[i] >> 16 & 0xFF) / 255f;
            input[plane + i] = (pixels[i] >> 8 & 0xFF) / 255f;
            input[2 * plane + i] = (pixels[i] & 0xFF) / 255f;
        }
        return input;
    }

    /** By halves first, so that every pixel counts and thin lines stay visible. */
    private static BufferedImage stretched(BufferedImage image, int width, int height) {
        BufferedImage scaled = image;
        while (scaled.getWidth() >= 2 * width && scaled.getHeight() >= 2 * height) {
            scaled = drawn(scaled, scaled.getWidth() / 2, scaled.getHeight() / 2);
        }
        return drawn(scaled, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }
}
