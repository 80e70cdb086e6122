package dev.tabellio.extraction.pdf;

import java.awt.geom.Rectangle2D;

/**
 * An image as it stands on the page.
 *
 * @param box its visible part on the displayed page
 * @param width in pixels
 * @param height in pixels
 */
record PlacedImage(Rectangle2D.Double box, int width, int height) {}
