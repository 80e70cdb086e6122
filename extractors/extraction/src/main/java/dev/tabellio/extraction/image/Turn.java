package dev.tabellio.extraction.image;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;

/**
 * How a viewer turns the stored pixels: the eight orientations of EXIF and TIFF.
 *
 * @param mirrored left and right swapped first
 * @param quarters then turned clockwise, 0 to 3
 */
record Turn(boolean mirrored, int quarters) {

    static final Turn NONE = new Turn(false, 0);

    /** @param orientation 1 to 8 as in TIFF 6.0, tag 274; anything else is none */
    static Turn ofOrientation(int orientation) {
        return switch (orientation) {
            case 2 -> new Turn(true, 0);
            case 3 -> new Turn(false, 2);
            case 4 -> new Turn(true, 2);
            case 5 -> new Turn(true, 3);
            case 6 -> new Turn(false, 1);
            case 7 -> new Turn(true, 1);
            case 8 -> new Turn(false, 3);
            default -> NONE;
        };
    }

    GreyImage applied(GreyImage image) {
        if (!mirrored) {
            return image.turned(quarters);
        }
        byte[] swapped = new byte[image.pixels().length];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                swapped[y * image.width() + x] = image.pixels()[y * image.width() + image.width() - 1 - x];
            }
        }
        return new GreyImage(swapped, image.width(), image.height()).turned(quarters);
    }

    BufferedImage applied(BufferedImage image) {
        if (equals(NONE)) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean onItsSide = quarters % 2 == 1;
        AffineTransform transform = new AffineTransform();
        transform.translate((onItsSide ? height : width) / 2.0, (onItsSide ? width : height) / 2.0);
        transform.quadrantRotate(quarters);
        transform.scale(mirrored ? -1 : 1, 1);
        transform.translate(-width / 2.0, -height / 2.0);
        BufferedImage turned =
                new BufferedImage(onItsSide ? height : width, onItsSide ? width : height, BufferedImage.TYPE_INT_RGB);
        turned.createGraphics()
                .drawImage(image, new AffineTransformOp(transform, AffineTransformOp.TYPE_BILINEAR), 0, 0);
        return turned;
    }
}
