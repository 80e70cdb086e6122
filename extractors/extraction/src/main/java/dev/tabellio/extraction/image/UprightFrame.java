package dev.tabellio.extraction.image;

import dev.tabellio.document.BoundingBox;

/**
 * How an image was set upright, and the way back.
 *
 * @param quarters turned clockwise by so many quarter turns first
 * @param degrees then turned clockwise around the middle by so much to lie straight
 * @param width of the page as displayed, in points
 * @param height of the page as displayed, in points
 */
public record UprightFrame(int quarters, double degrees, double width, double height) {

    /** Upright width in points. */
    public double uprightWidth() {
        return quarters % 2 == 0 ? width : height;
    }

    /** Upright height in points. */
    public double uprightHeight() {
        return quarters % 2 == 0 ? height : width;
    }

    /** The image as OCR wants it. */
    public GreyImage upright(GreyImage displayed) {
        GreyImage turned = displayed.turned(quarters);
        return degrees == 0 ? turned : turned.rotated(degrees);
    }

    /**
     * A box of the upright page where it stands on the displayed one: its middle is mapped and its size kept, since the hull
     * of a slanted row would reach into its neighbours.
     */
    public BoundingBox displayed(BoundingBox upright) {
        double middleX = uprightWidth() / 2;
        double middleY = uprightHeight() / 2;
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double dx = upright.centerX() - middleX;
        double dy = upright.centerY() - middleY;
        double x = dx * cos + dy * sin + middleX;
        double y = -dx * sin + dy * cos + middleY;
        double atX = switch (quarters) {
            case 1 -> y;
            case 2 -> width - x;
            case 3 -> width - y;
            default -> x;
        };
        double atY = switch (quarters) {
            case 1 -> height - x;
            case 2 -> height - y;
            case 3 -> x;
            default -> y;
        };
        double halfWidth = (quarters % 2 == 0 ? upright.width() : upright.height()) / 2;
        double halfHeight = (quarters % 2 == 0 ? upright.height() : upright.width()) / 2;
        return new BoundingBox(atX - halfWidth, atY - halfHeight, atX + halfWidth, atY + halfHeight);
    }
}
