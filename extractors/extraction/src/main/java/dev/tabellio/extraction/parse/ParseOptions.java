package dev.tabellio.extraction.parse;

import java.time.Duration;
import java.util.List;

/**
 * What the parse stage can be told.
 *
 * @param dpi resolution at which pages are rendered for OCR; 300 is what Tesseract's models were trained for
 * @param pageLimit time for one page, after which it is FAILED and the file goes on
 * @param languages of the OCR engine, the most frequent first, as Tesseract names them
 */
public record ParseOptions(int dpi, Duration pageLimit, List<String> languages) {

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
    }

    /** 300 dpi, 60 s for a page, English. */
    public static ParseOptions defaults() {
        return new ParseOptions(300, Duration.ofSeconds(60), List.of("eng"));
    }
}
