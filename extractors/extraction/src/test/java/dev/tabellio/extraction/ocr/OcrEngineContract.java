package dev.tabellio.extraction.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.document.Word;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every {@link OcrEngine} does. An adapter's test extends this class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OcrEngineContract {

    private static final int DPI = 300;

    private OcrEngine engine;

    /** An engine that takes at most so long for an image. */
    abstract OcrEngine engine(Duration limit);

    @BeforeAll
    void open() {
        engine = engine(Duration.ofSeconds(60));
    }

    @AfterAll
    void close() {
        engine.close();
    }

    static OcrImage drawn(int width, int height, String... lines) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 50));
        for (int i = 0; i < lines.length; i++) {
            graphics.drawString(lines[i], 150, 200 + 90 * i);
        }
        graphics.dispose();
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new OcrImage(pixels, width, height, DPI);
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    @Test
    void columnsOfTextWhoseLinesAreNotLevelAreReadByTheirLines() {
        OcrImage left = drawn(1400, 900, "All notices under this", "Agreement are sent by", "registered mail only.");
        OcrImage right = drawn(1400, 940, "The term begins on the", "date of signature and", "lasts for two years.");
        byte[] pixels = new byte[2800 * 900];
        for (int y = 0; y < 900; y++) {
            System.arraycopy(left.pixels(), y * 1400, pixels, y * 2800, 1400);
            System.arraycopy(right.pixels(), (y + 40) * 1400, pixels, y * 2800 + 1400, 1400);
        }

        List<Word> words = engine.recogniseText(new OcrImage(pixels, 2800, 900, DPI));

        assertThat(texts(words))
                .contains("notices", "Agreement", "registered", "only.", "term", "signature", "lasts", "years.");
    }

    @Test
    void wordsComeWithBoxesInPointsAndConfidence() {
        List<Word> words = engine.recognise(drawn(1500, 800, "Federal income tax withheld", "Employer 15205"));
        assertThat(texts(words)).containsExactly("Federal", "income", "tax", "withheld", "Employer", "15205");
        assertThat(words).allSatisfy(word -> {
            assertThat(word.origin()).isEqualTo(Origin.OCR);
            assertThat(word.confidence()).isGreaterThan(0.7);
        });
        BoundingBox first = words.get(0).box();
        assertThat(first.left()).isBetween(35.0, 38.5);
        assertThat(first.bottom()).isBetween(46.0, 50.5);
    }

    @Test
    void anEmptyImageHasNoWords() {
        assertThat(engine.recognise(drawn(800, 600))).isEmpty();
    }

    @Test
    void aNumberHasDigitsAndSignsOnly() {
        assertThat(texts(engine.recogniseNumber(drawn(700, 300, "00-1212121")))).containsExactly("00-1212121");
        assertThat(texts(engine.recogniseNumber(drawn(700, 300, "Total"))))
                .allMatch(text -> text.matches("[0-9.,$()/%X*-]*"));
        assertThat(texts(engine.recogniseLine(drawn(700, 300, "Total")))).containsExactly("Total");
    }

    @Test
    void garbageIsSurvived() {
        byte[] noise = new byte[400 * 300];
        new Random(1).nextBytes(noise);
        engine.recognise(new OcrImage(noise, 400, 300, DPI));
        byte[] black = new byte[300 * 300];
        assertThat(engine.recognise(new OcrImage(black, 300, 300, DPI))).isEmpty();
        engine.recognise(new OcrImage(new byte[] {0}, 1, 1, DPI));
        byte[] white = new byte[20_000 * 2];
        Arrays.fill(white, (byte) 255);
        assertThat(engine.recognise(new OcrImage(white, 20_000, 2, DPI))).isEmpty();
        assertThat(texts(engine.recognise(drawn(900, 400, "still works")))).containsExactly("still", "works");
    }

    @Test
    void anImageThatIsTooLargeIsRefusedWithItsSize() {
        OcrImage image = new OcrImage(new byte[40_000 * 3], 40_000, 3, DPI);
        assertThatThrownBy(() -> engine.recognise(image))
                .isInstanceOf(ProcessingFailure.PermanentFailure.class)
                .hasMessageContaining("40000 x 3");
    }

    @Test
    void theTimeLimitHolds() {
        String[] lines = new String[30];
        Arrays.fill(lines, "a long page of many words that takes its time to be read");
        OcrImage page = drawn(2400, 3000, lines);
        try (OcrEngine hasty = engine(Duration.ofMillis(40))) {
            assertThatThrownBy(() -> hasty.recognise(page))
                    .isInstanceOf(ProcessingFailure.PermanentFailure.class)
                    .hasMessageContaining("longer than");
        }
    }

    @Test
    void whatWasReadBeforeDoesNotMatter() {
        OcrImage first = drawn(1500, 500, "Confidential Information", "means any data");
        List<Word> expected = engine.recognise(first);
        engine.recognise(drawn(1500, 500, "Wages, tips, other compensation", "1,234.56"));
        assertThat(engine.recognise(first)).isEqualTo(expected);
    }

    @Test
    void threadsShareAnEngine() throws Exception {
        OcrImage image = drawn(1500, 500, "Non-Disclosure Agreement", "by and between");
        List<Word> expected = engine.recognise(image);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<List<Word>>> results = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                results.add(threads.submit(() -> engine.recognise(image)));
            }
            for (Future<List<Word>> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theVersionIsStable() {
        assertThat(engine.version()).isNotBlank().isEqualTo(engine.version());
    }
}
