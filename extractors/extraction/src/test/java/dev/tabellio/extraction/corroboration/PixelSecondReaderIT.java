package dev.tabellio.extraction.corroboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.Corroboration;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.MediaType;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.image.ImageFile;
import dev.tabellio.extraction.ocr.OcrEngine;
import dev.tabellio.extraction.ocr.OcrOptions;
import dev.tabellio.extraction.ocr.TesseractOcrEngine;
import dev.tabellio.extraction.parse.ParseOptions;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page says "4711 Alder Street"; what a first reading said of it is made up. */
class PixelSecondReaderIT {

    /** In pixels. */
    private static final BoundingBox TEXT = new BoundingBox(266, 248, 590, 292);

    @TempDir
    static Path folder;

    static OcrEngine ocr;
    static Path scan;
    static BoundingBox bounds;
    static BoundingBox place;

    @BeforeAll
    static void draw() throws IOException {
        ocr = new TesseractOcrEngine(OcrOptions.english(Path.of("target", "ocr-cache")));
        BufferedImage page = new BufferedImage(1700, 600, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 36));
        pen.drawString("4711 Alder Street", 270, 280);
        pen.dispose();
        scan = folder.resolve("scan.png");
        ImageIO.write(page, "png", scan.toFile());
        try (ImageFile file = ImageFile.open(scan, MediaType.PNG)) {
            bounds = file.bounds(1);
        }
        double points = bounds.width() / page.getWidth();
        place = new BoundingBox(
                TEXT.left() * points, TEXT.top() * points, TEXT.right() * points, TEXT.bottom() * points);
    }

    @AfterAll
    static void close() {
        ocr.close();
    }

    @Test
    void agreesWithAReadingThatWasRight() {
        assertThat(again("4711 Alder Street", Origin.OCR).corroborations())
                .singleElement()
                .satisfies(second -> {
                    assertThat(second.by()).isEqualTo(Corroboration.By.SECOND_READING);
                    assertThat(second.says()).isEqualTo("4711 Alder Street");
                    assertThat(second.agrees()).isTrue();
                });
    }

    @Test
    void saysWhatItReadsWhereTheFirstReadingWasWrong() {
        ExtractedField.Cited again = again("4711 Adler Street", Origin.OCR);

        assertThat(again.isCorroborated()).isFalse();
        assertThat(again.corroborations().get(0).says()).isEqualTo("4711 Alder Street");
        assertThat(again.value().asText()).isEqualTo("4711 Adler Street");
    }

    @Test
    void leavesAloneWhatWasNotRecognised() {
        assertThat(again("4711 Adler Street", Origin.TEXT_LAYER).corroborations())
                .isEmpty();
    }

    @Test
    void saysWhyItCannotLookAgain() {
        assertThatThrownBy(() -> read("4711 Alder Street", Origin.OCR, folder.resolve("gone.png")))
                .isInstanceOf(ProcessingFailure.PermanentFailure.class)
                .hasMessageContaining("gone.png");
    }

    private static ExtractedField.Cited again(String first, Origin origin) {
        return read(first, origin, scan);
    }

    private static ExtractedField.Cited read(String first, Origin origin, Path path) {
        Word word = new Word(first, place, origin, 0.95);
        Page page = new Page(
                1,
                bounds.width(),
                bounds.height(),
                PageReading.OCR,
                List.of(word),
                List.of(new TextLine(place, List.of(0))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        ExtractedField field = new ExtractedField.Cited(
                new FieldValue.Text(first),
                List.of(new Citation(1, place, first, origin, Citation.Status.VERIFIED)),
                0.9,
                "test");
        Document document =
                new Document("d", "0".repeat(64), "us-w2", "1", List.of(new PageArea(1, page.bounds())), List.of());
        ExtractedDocument read = new PixelSecondReader(ocr, ParseOptions.defaults())
                .read(
                        new ExtractedDocument(document, Map.of("/Address", field)),
                        new ParsedFile("0".repeat(64), List.of(page), List.of(), List.of()),
                        MediaType.PNG,
                        path);
        return (ExtractedField.Cited) read.fields().get("/Address");
    }
}
