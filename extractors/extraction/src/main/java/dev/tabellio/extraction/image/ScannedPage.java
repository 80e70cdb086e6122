package dev.tabellio.extraction.image;

/**
 * One page of an image file as a viewer displays it.
 *
 * @param dpi resolution of the image in both directions
 * @param width in points
 * @param height in points
 */
public record ScannedPage(GreyImage image, int dpi, double width, double height) {}
