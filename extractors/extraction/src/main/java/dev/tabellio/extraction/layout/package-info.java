/**
 * What the regions of a page are: the port {@link dev.tabellio.extraction.layout.LayoutDetector} and its adapters.
 */
@NullMarked
package dev.tabellio.extraction.layout;

import org.jspecify.annotations.NullMarked;
