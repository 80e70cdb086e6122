/**
 * What the regions of a page are: the port {@link dev.tabellio.extraction.layout.LayoutDetector} and its adapters. In comes
 * the picture of an upright page, out come named boxes in points.
 *
 * <p>By default there is {@link dev.tabellio.extraction.layout.NoLayoutDetector}, and no engine is unpacked nor loaded:
 * geometry finds tables, cells and running headers, and no reader needs regions.
 * {@link dev.tabellio.extraction.layout.OnnxLayoutDetector} runs the small model that ships (made by scripts/layout) or one in
 * ONNX that a deployment brings along; {@link dev.tabellio.extraction.layout.TorchScriptLayoutDetector} runs one in
 * TorchScript. The same network takes less than half of the time in ONNX Runtime (scripts/layout/README.md). The engines are
 * confined to this package and set to use only what is on the class path.
 */
@NullMarked
package dev.tabellio.extraction.layout;

import org.jspecify.annotations.NullMarked;
