package dev.tabellio.extraction.pdf;

import dev.tabellio.extraction.image.GreyImage;

/**
 * The picture of a displayed page.
 *
 * @param dpi its resolution in both directions
 * @param scannedDpi the resolution that it was scanned at, which is lower if it was enlarged since
 */
public record PagePixels(GreyImage image, int dpi, int scannedDpi) {

    /** A picture at the resolution that it was made at. */
    public PagePixels(GreyImage image, int dpi) {
        this(image, dpi, dpi);
    }

    /** A part of it. */
    public PagePixels with(GreyImage part) {
        return new PagePixels(part, dpi, scannedDpi);
    }
}
