package dev.tabellio.extraction.pdf;

import dev.tabellio.extraction.image.GreyImage;

/**
 * The picture of a displayed page.
 *
 * @param dpi its resolution in both directions
 */
public record PagePixels(GreyImage image, int dpi) {}
