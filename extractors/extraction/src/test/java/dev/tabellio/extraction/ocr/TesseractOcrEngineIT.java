package dev.tabellio.extraction.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.document.Word;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TesseractOcrEngineIT extends OcrEngineContract {

    /** Stays between runs, as in use: natives once loaded belong to the process. */
    private static final Path CACHE = Path.of("target", "ocr-cache");

    @Override
    OcrEngine engine(Duration limit) {
        return new TesseractOcrEngine(new OcrOptions(List.of("eng"), Optional.empty(), CACHE, limit));
    }

    @Test
    void theVersionNamesTheLibraryAndTheData() {
        try (OcrEngine engine = engine(Duration.ofSeconds(10))) {
            assertThat(engine.version()).matches("tesseract 5\\.\\S+ eng:[0-9a-f]{8} osd:[0-9a-f]{8}");
        }
        assertThat(CACHE.resolve("tessdata/eng.traineddata")).exists();
    }

    @Test
    void aLanguageThatIsNotInstalledStopsTheStart() {
        OcrOptions options = new OcrOptions(List.of("eng", "xyz"), Optional.empty(), CACHE, Duration.ofSeconds(10));
        assertThatThrownBy(() -> new TesseractOcrEngine(options))
                .isInstanceOf(ProcessingFailure.StopTheRun.class)
                .hasMessageContaining("xyz.traineddata");
    }

    @Test
    void aLanguageIsTakenFromTheFolderOfTheUser(@TempDir Path installed) throws Exception {
        try (OcrEngine engine = engine(Duration.ofSeconds(10))) {
            Files.copy(CACHE.resolve("tessdata/eng.traineddata"), installed.resolve("own.traineddata"));
        }
        OcrOptions options = new OcrOptions(List.of("own"), Optional.of(installed), CACHE, Duration.ofSeconds(10));
        try (OcrEngine engine = new TesseractOcrEngine(options)) {
            assertThat(engine.version()).contains("own:");
        }
    }

    @Test
    void aNumberSaysWhatItMayReadAsWell() {
        try (OcrEngine engine = engine(Duration.ofSeconds(10))) {
            assertThat(engine.recogniseNumber(drawn(900, 300, "12,345.67")))
                    .singleElement()
                    .satisfies(number -> {
                        assertThat(number.text()).isEqualTo("12,345.67");
                        assertThat(number.otherReading())
                                .hasSameSizeAs("12,345.67")
                                .isNotEqualTo("12,345.67");
                    });
            assertThat(engine.recogniseLine(drawn(900, 300, "12,345.67")))
                    .singleElement()
                    .extracting(Word::otherReading)
                    .isNull();
        }
    }
}
