package dev.tabellio.extraction.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.image.GreyImage;
import dev.tabellio.extraction.image.PageScan;
import dev.tabellio.extraction.ocr.OcrEngine;
import dev.tabellio.extraction.ocr.OcrImage;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecondLookTest {

    private static final int DPI = 300;

    /** Reads every number as the same. */
    private static final class OneNumber implements OcrEngine {
        private final Optional<Word> number;
        private final List<OcrImage> asked = new ArrayList<>();

        OneNumber(String text, double confidence) {
            number = Optional.of(new Word(text, new BoundingBox(0, 0, 1, 1), Origin.OCR, confidence));
        }

        @Override
        public List<Word> recognise(OcrImage image) {
            return List.of();
        }

        @Override
        public List<Word> recogniseNumber(OcrImage image) {
            asked.add(image);
            return number.stream().toList();
        }

        @Override
        public String version() {
            return "one number";
        }

        @Override
        public void close() {}
    }

    private static GreyImage drawn(int pitch, String text) {
        BufferedImage image = new BufferedImage(1200, 600, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 1200, 600);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 36));
        for (int i = 0; i < text.length(); i++) {
            graphics.drawString(text.substring(i, i + 1), 300 + i * pitch, 300);
        }
        graphics.dispose();
        return GreyImage.of(image);
    }

    private static Word word(String text, double right, double confidence) {
        return new Word(text, new BoundingBox(72, 64, right, 73), Origin.OCR, confidence);
    }

    private static List<Word> look(OneNumber ocr, GreyImage picture, Word... read) {
        return new SecondLook(ocr).words(PageScan.of(picture, DPI), picture, List.of(read));
    }

    @Test
    void aDoubtedNumberIsReadAgainLarger() {
        OneNumber ocr = new OneNumber("00-1212121", 0.91);
        List<Word> words = look(ocr, drawn(21, "00-1212121"), word("00-1212171", 122, 0.47));
        assertThat(words)
                .extracting(Word::text, Word::confidence, Word::otherReading)
                .containsExactly(tuple("00-1212121", 0.91, "00-1212171"));
        assertThat(words.get(0).box()).isEqualTo(new BoundingBox(72, 64, 122, 73));
        assertThat(ocr.asked)
                .singleElement()
                .satisfies(image -> assertThat(image.width()).isGreaterThan(400));
    }

    @Test
    void aSecondReadingInDoubtCountsForNothing() {
        List<Word> words =
                look(new OneNumber("00-1717171", 0.84), drawn(21, "00-1212121"), word("00-1212171", 122, 0.47));
        assertThat(words)
                .extracting(Word::text, Word::confidence, Word::otherReading)
                .containsExactly(tuple("00-1212171", 0.47, "00-1717171"));
    }

    @Test
    void sureNumbersAndWordsAreNotReadAgain() {
        OneNumber ocr = new OneNumber("1", 1);
        look(ocr, drawn(21, "35000.00"), word("35000.00", 112, 0.9), word("Elf", 130, 0.3));
        assertThat(ocr.asked).isEmpty();
    }

    @Test
    void aCombBecomesOneWord() {
        List<Word> words = look(
                new OneNumber("192002883", 0.95),
                drawn(50, "192002883"),
                new Word("192002", new BoundingBox(72, 61, 138, 73), Origin.OCR, 0.9),
                new Word("883", new BoundingBox(144, 64, 174, 73), Origin.OCR, 0.9));
        assertThat(words).extracting(Word::text).containsExactly("192002883");
    }

    @Test
    void aCombThatReadsWithAnotherNumberOfCharactersIsInDoubt() {
        List<Word> words = look(new OneNumber("19202883", 0.95), drawn(50, "192002883"), word("192002883", 174, 0.9));
        assertThat(words).singleElement().satisfies(word -> {
            assertThat(word.text()).isEqualTo("192002883");
            assertThat(word.confidence()).isLessThanOrEqualTo(0.5);
        });
    }
}
