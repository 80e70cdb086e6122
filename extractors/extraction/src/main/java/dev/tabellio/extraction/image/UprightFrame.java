package dev.tabellio.extraction.image;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.ReadingFrame;

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
        return reading().uprightWidth(width, height);
    }

    /** Upright height in points. */
    public double uprightHeight() {
        return reading().uprightHeight(width, height);
    }

    /** The image as OCR wants it. */
    public GreyImage upright(GreyImage displayed) {
        GreyImage turned = displayed.turned(quarters);
        return degrees == 0 ? turned : turned.rotated(degrees);
    }

    /** A box of the upright page where it stands on the displayed one. */
    public BoundingBox displayed(BoundingBox upright) {
        return reading().toDisplayed(upright, width, height);
    }

    /** The turn that readers of the page have to make. */
    public ReadingFrame reading() {
        return new ReadingFrame(quarters, degrees);
    }
}
