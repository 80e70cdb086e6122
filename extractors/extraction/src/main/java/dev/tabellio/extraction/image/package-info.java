/**
 * Pages as pixels. Goes in: an image file, or the grey picture of a page. Comes out: what an OCR engine needs (upright, even,
 * without ruling lines) and what the pixels themselves say (lines, cells, checkboxes), with the transform that brings every
 * box back to the page as it is displayed.
 */
@NullMarked
package dev.tabellio.extraction.image;

import org.jspecify.annotations.NullMarked;
