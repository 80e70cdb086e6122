package dev.tabellio.extraction.pdf;

import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;

/**
 * An image as it stands on the page.
 *
 * @param box its visible part on the displayed page
 * @param width in pixels
 * @param height in pixels
 * @param upright whether its rows run along the page's user space, neither turned, mirrored nor cut
 * @param image to be decoded while the document is open
 */
record PlacedImage(Rectangle2D.Double box, int width, int height, boolean upright, PDImage image) {}
