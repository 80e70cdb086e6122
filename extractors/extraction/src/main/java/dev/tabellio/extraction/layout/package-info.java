/**
 * What the regions of a page are: the port {@link dev.tabellio.extraction.layout.LayoutDetector} and its adapters. In comes
 * the picture of an upright page, out come named boxes in points.
 *
 * <p>No model ships with Tabellio. Without one there is {@link dev.tabellio.extraction.layout.NoLayoutDetector}, and PyTorch
 * is neither unpacked nor loaded; {@link dev.tabellio.extraction.layout.TorchScriptLayoutDetector} runs a model that a
 * deployment brings along. The engine is DJL's, confined to this package and set to use only what is on the class path.
 */
@NullMarked
package dev.tabellio.extraction.layout;

import org.jspecify.annotations.NullMarked;
