package dev.tabellio.extraction.parse;

import java.time.Duration;
import java.util.List;

/**
 * What the parse stage can be told.
 *
 * @param dpi resolution at which pages are rendered for OCR; 300 is what Tesseract's models were trained for
 * @param pageLimit time for one page, after which it is FAILED and the file goes on
 * @param languages of the OCR engine, the most frequent first, as Tesseract names them
 * @param readTwice share, from 0 to 1, of the pages with text on an image that are read in both ways, from the text layer and
 *     from the picture, beside those with an amount there or on a picture of the whole page, which always are; 0 for none
 *     at all
 */
public record ParseOptions(int dpi, Duration pageLimit, List<String> languages, double readTwice) {

    /** A tenth: text on an image is rare, and recognising a page takes a second. */
    public static final double READ_TWICE = 0.1;

    /** @throws IllegalArgumentException if a value is out of range */
    public ParseOptions {
        languages = List.copyOf(languages);
        if (dpi < 100 || dpi > 600) {
            throw new IllegalArgumentException("a resolution for OCR is from 100 to 600 dpi, not " + dpi);
        }
        if (pageLimit.isNegative() || pageLimit.isZero()) {
            throw new IllegalArgumentException("a page needs time");
        }
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("OCR needs a language");
        }
        if (!(readTwice >= 0 && readTwice <= 1)) {
            throw new IllegalArgumentException("a share of pages is from 0 to 1, not " + readTwice);
        }
    }

    /** With the usual share of pages that are read in both ways. */
    public ParseOptions(int dpi, Duration pageLimit, List<String> languages) {
        this(dpi, pageLimit, languages, READ_TWICE);
    }

    /** 300 dpi, 60 s for a page, English. */
    public static ParseOptions defaults() {
        return new ParseOptions(300, Duration.ofSeconds(60), List.of("eng"));
    }
}
