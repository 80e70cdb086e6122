package dev.tabellio.extraction.ocr;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the OCR engine can be told.
 *
 * @param languages as Tesseract names them ("eng", "deu"), the most frequent first; English is on board
 * @param installed folder with the {@code .traineddata} files of further languages, such as
 *     {@code /usr/share/tesseract-ocr/5/tessdata}
 * @param cache folder into which native libraries and language data are unpacked once
 * @param limit time for one image
 */
public record OcrOptions(List<String> languages, Optional<Path> installed, Path cache, Duration limit) {

    /** @throws IllegalArgumentException if there is no language, a name is not one, or the limit is not positive */
    public OcrOptions {
        languages = List.copyOf(languages);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("OCR needs a language");
        }
        for (String language : languages) {
            if (!language.matches("[A-Za-z0-9_]{2,32}")) {
                throw new IllegalArgumentException("not the name of a language: " + language);
            }
        }
        if (limit.isNegative() || limit.toMillis() < 1 || limit.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a time limit is from 1 ms to 24 days");
        }
    }

    /** English, 45 s for an image: real pages take 1 s, a newspaper page at 600 dpi some 20 s. */
    public static OcrOptions english(Path cache) {
        return new OcrOptions(List.of("eng"), Optional.empty(), cache, Duration.ofSeconds(45));
    }
}
