package dev.tabellio.extraction.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.ocr.OcrEngine;
import dev.tabellio.extraction.ocr.OcrImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileLanguageTest {

    private static final String MISREAD =
            "Fur die Uberlassung der Raume schuldet der Mieter dem Vermieter monatlich einen Betrag gemals Anlage zwei jeweils im Voraus";

    private static final String GERMAN =
            "Für die Überlassung der Räume schuldet der Mieter dem Vermieter monatlich einen Betrag gemäß Anlage zwei jeweils im Voraus";

    private static final OcrImage PAGE = new OcrImage(new byte[1], 1, 1, 300);

    @Test
    void theLanguageThatReadsMoreOfAPageIsTaken() {
        Model english = new Model(0.90, MISREAD);
        Model german = new Model(0.95, GERMAN);
        FileLanguage language = new FileLanguage(new Models(english, german));

        assertThat(language.chooseBy(
                        engine -> engine.recognise(PAGE), language.engine().recognise(PAGE)))
                .extracting(Word::text)
                .contains("Räume");
        assertThat(language.engine()).isSameAs(german);
    }

    @Test
    void theMoreFrequentLanguageIsKeptWhereTheOtherIsHardlyBetter() {
        Model english = new Model(0.950, GERMAN);
        Model german = new Model(0.953, GERMAN);
        FileLanguage language = new FileLanguage(new Models(english, german));

        language.chooseBy(engine -> engine.recognise(PAGE), english.recognise(PAGE));

        assertThat(language.engine()).isSameAs(english);
    }

    @Test
    void onePageChoosesForTheWholeFile() {
        Model english = new Model(0.90, MISREAD);
        Model german = new Model(0.95, GERMAN);
        FileLanguage language = new FileLanguage(new Models(english, german));

        language.chooseBy(engine -> engine.recognise(PAGE), english.recognise(PAGE));
        List<Word> second = language.engine().recognise(PAGE);

        assertThat(language.chooseBy(engine -> engine.recognise(PAGE), second)).isSameAs(second);
        assertThat(english.pages).isEqualTo(1);
    }

    @Test
    void aPageOfNumbersLeavesTheChoiceToTheNext() {
        Model english = new Model(0.90, "1.234,56 EUR 7.890,12 EUR 31.12.2025 Nr. 17");
        Model german = new Model(0.95, GERMAN);
        FileLanguage language = new FileLanguage(new Models(english, german));

        language.chooseBy(engine -> engine.recognise(PAGE), english.recognise(PAGE));
        assertThat(german.pages).isZero();

        language.chooseBy(engine -> engine.recognise(PAGE), new Model(0.90, MISREAD).recognise(PAGE));
        assertThat(language.engine()).isSameAs(german);
    }

    @Test
    void anEngineWithOneLanguageReadsNoPageTwice() {
        Model english = new Model(0.90, MISREAD);
        FileLanguage language = new FileLanguage(english);

        language.chooseBy(engine -> engine.recognise(PAGE), english.recognise(PAGE));

        assertThat(english.pages).isEqualTo(1);
    }

    /** Reads each page as the same words. */
    private static class Model implements OcrEngine {
        private final double confidence;
        private final String text;
        private int pages;

        Model(double confidence, String text) {
            this.confidence = confidence;
            this.text = text;
        }

        @Override
        public List<Word> recognise(OcrImage image) {
            pages++;
            List<Word> words = new ArrayList<>();
            for (String word : text.split(" ", -1)) {
                words.add(new Word(word, new BoundingBox(0, 0, 10, 10), Origin.OCR, confidence));
            }
            return words;
        }

        @Override
        public String version() {
            return "scripted";
        }

        @Override
        public void close() {}
    }

    /** An engine with a model for each language. */
    private static final class Models extends Model {
        private final List<OcrEngine> languages;

        Models(OcrEngine... languages) {
            super(0, "");
            this.languages = Arrays.asList(languages);
        }

        @Override
        public List<OcrEngine> languages() {
            return languages;
        }
    }
}
