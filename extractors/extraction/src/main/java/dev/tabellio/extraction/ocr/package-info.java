/**
 * Text from pixels: the port {@link dev.tabellio.extraction.ocr.OcrEngine} and its adapters.
 */
@NullMarked
package dev.tabellio.extraction.ocr;

import org.jspecify.annotations.NullMarked;
