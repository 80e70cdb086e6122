package dev.tabellio.extraction.pdf;

import java.awt.geom.Rectangle2D;

/**
 * One painted glyph.
 *
 * @param text its Unicode characters, one or more
 * @param blank whether they are a space
 * @param angle of its baseline on the displayed page in whole degrees, 0 to 359, clockwise
 * @param start where it begins along the baseline, in points
 * @param end where the next glyph would begin
 * @param across position of the baseline, in points, growing downwards as the reader holds the line
 * @param size of the font on the page, in points
 * @param box around it on the displayed page
 * @param order its place among everything painted on the page
 * @param symbol whether it comes from a font of symbols
 * @param spacing that is added to the width of every letter, in points
 */
record Glyph(
        String text,
        boolean blank,
        int angle,
        double start,
        double end,
        double across,
        double size,
        Rectangle2D.Double box,
        int order,
        boolean symbol,
        double spacing) {}
