/**
 * What the geometry of a page says, whether it was drawn or photographed: ruling lines in, cells out; words in, lines in
 * reading order out. Everything is in points of the displayed page, so that the readers of PDF content and of pixels
 * share one implementation and their results mean the same.
 */
@NullMarked
package dev.tabellio.extraction.geometry;

import org.jspecify.annotations.NullMarked;
