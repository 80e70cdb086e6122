/**
 * Drawing pages and knowing where everything went. In go rules, labels and values; out come a PDF and, for each value,
 * the box of its ink or of its form field. One drawing serves the flat and the fillable form of a page: {@link
 * dev.tabellio.samples.draw.Entries} decides whether a value becomes ink or the content of a field.
 *
 * <p>Coordinates are those of {@link dev.tabellio.document.BoundingBox}: points from the top-left corner, y down; the PDF's
 * own system ends at {@link dev.tabellio.samples.draw.Canvas}. A drawing has no time stamp and a fixed identifier, so
 * that the same drawing always has the same bytes. Fonts are either the standard PDF fonts, which are not embedded and
 * make small files, or Liberation, embedded, for pages that are turned into pixels: what they look like must not depend
 * on the fonts of the machine.
 */
@NullMarked
package dev.tabellio.samples.draw;

import org.jspecify.annotations.NullMarked;
