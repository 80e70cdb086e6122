package dev.tabellio.extraction.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.MediaType;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.SourceFile;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.DrawnPdf;
import dev.tabellio.extraction.layout.NoLayoutDetector;
import dev.tabellio.extraction.ocr.OcrOptions;
import dev.tabellio.extraction.ocr.TesseractOcrEngine;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page is drawn as text, photographed in all positions, and has to be read at the places where it was drawn. */
class ScannedPagesIT {

    private static final List<String> LINES = List.of(
            "This Agreement is entered into by and between the parties",
            "named below and is effective as of the date last signed.",
            "Confidential material means any document disclosed",
            "by one party to the other in connection with the purpose",
            "whether orally or in writing, that is marked confidential.",
            "The obligations survive for a period of three years.");

    @TempDir
    private static Path folder;

    private static StandardDocumentParser parser;

    @BeforeAll
    static void open() {
        parser = new StandardDocumentParser(
                ParseOptions.defaults(),
                new TesseractOcrEngine(OcrOptions.english(Path.of("target", "ocr-cache"))),
                new NoLayoutDetector());
    }

    @AfterAll
    static void close() {
        parser.close();
    }

    private static Path text() {
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("text.pdf"))) {
            return drawn.letter(sheet -> {
                        for (int i = 0; i < LINES.size(); i++) {
                            sheet.text(90, 650 - 20 * i, 12, LINES.get(i));
                        }
                        sheet.frame(90, 400, 200, 60).line(190, 400, 190, 460);
                        sheet.text(95, 440, 10, "Wages 15205.00").text(200, 440, 10, "Tax 1234.50");
                        sheet.frame(300, 430, 9, 9).line(302, 432, 307, 437).line(302, 437, 307, 432);
                        sheet.text(315, 430, 10, "Retirement")
                                .frame(400, 430, 9, 9)
                                .text(415, 430, 10, "Statutory");
                    })
                    .saved();
        }
    }

    private static BufferedImage photographed(int dpi) {
        return new PageImages(Duration.ofSeconds(30)).draw(text(), MediaType.PDF, 1, dpi);
    }

    private static Page parse(Path path, MediaType mediaType) {
        return parser.parse(new SourceFile("0".repeat(64), path.getFileName().toString(), 1, mediaType), path)
                .page(1);
    }

    private static Page scan(BufferedImage image, double width, double height) {
        return scan(image, width, height, 1);
    }

    private static Page scan(BufferedImage image, double width, double height, double unit) {
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("scan.pdf"))) {
            var page = new org.apache.pdfbox.pdmodel.PDPage(
                    new org.apache.pdfbox.pdmodel.common.PDRectangle((float) width, (float) height));
            page.setUserUnit((float) unit);
            return parse(
                    drawn.page(page, sheet -> sheet.image(image, 0, 0, width, height))
                            .saved(),
                    MediaType.PDF);
        }
    }

    private static BufferedImage turned(BufferedImage image, int quarters) {
        boolean onItsSide = quarters % 2 == 1;
        int width = onItsSide ? image.getHeight() : image.getWidth();
        int height = onItsSide ? image.getWidth() : image.getHeight();
        AffineTransform transform = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        transform.quadrantRotate(quarters);
        transform.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        turned.createGraphics().drawImage(image, new AffineTransformOp(transform, 1), 0, 0);
        return turned;
    }

    private static BufferedImage skewed(BufferedImage image, double degrees) {
        BufferedImage skewed = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = skewed.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.rotate(Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return skewed;
    }

    private static Word word(Page page, String text) {
        return page.words().stream()
                .filter(word -> word.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not among "
                        + page.words().stream().map(Word::text).toList()));
    }

    private static List<String> lines(Page page) {
        return page.lines().stream().map(page::text).toList();
    }

    @ParameterizedTest
    @CsvSource({"300", "200", "150"})
    void aScanIsReadAtTheUsualResolutions(int dpi) {
        Page page = scan(photographed(dpi), 612, 792);
        assertThat(page.reading()).isEqualTo(PageReading.OCR);
        assertThat(lines(page)).containsAll(LINES);
    }

    @Test
    void formsAreReadWithCellsAndCheckboxes() {
        Page page = scan(photographed(200), 612, 792);
        Page original = parse(text(), MediaType.PDF);
        assertThat(page.cells()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(page.cells().get(i).grow(1.5).contains(original.cells().get(i)))
                    .isTrue();
        }
        assertThat(page.cells().get(0).containsCenterOf(word(page, "15205.00").box()))
                .isTrue();
        assertThat(page.checkboxes().stream().map(Checkbox::selected)).containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void aPageThatLiesOnItsSideOrHeadIsReadWhereItStands(int quarters) {
        boolean onItsSide = quarters % 2 == 1;
        Page page = scan(turned(photographed(200), quarters), onItsSide ? 792 : 612, onItsSide ? 612 : 792);
        assertThat(lines(page)).containsAll(LINES);
        BoundingBox there = word(parse(text(), MediaType.PDF), "Confidential").box();
        BoundingBox here = word(page, "Confidential").box();
        double x = there.centerX();
        double y = there.centerY();
        double expectedX = quarters == 1 ? 792 - y : quarters == 2 ? 612 - x : y;
        double expectedY = quarters == 1 ? x : quarters == 2 ? 792 - y : 612 - x;
        assertThat(here.grow(3).containsPoint(expectedX, expectedY)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.1, 1", "0.1, 10", "10, 1"})
    void aScanOnAPageOfAnySizeIsReadWhereItStands(double size, double unit) {
        Page page = scan(photographed(200), 612 * size, 792 * size, unit);
        assertThat(page.width()).isEqualTo(612 * size * unit);
        assertThat(page.height()).isEqualTo(792 * size * unit);
        assertThat(lines(page)).containsAll(LINES);
        BoundingBox there = word(parse(text(), MediaType.PDF), "Confidential").box();
        BoundingBox here = word(page, "Confidential").box();
        assertThat(here.centerX()).isCloseTo(there.centerX() * size * unit, within(3 * size * unit));
        assertThat(here.centerY()).isCloseTo(there.centerY() * size * unit, within(3 * size * unit));
        assertThat(page.checkboxes()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"-4", "1.5", "6"})
    void aSkewedPageIsReadWhereItStands(double degrees) {
        Page page = scan(skewed(photographed(200), degrees), 612, 792);
        assertThat(lines(page)).containsAll(LINES);
        BoundingBox there = word(parse(text(), MediaType.PDF), "purpose").box();
        double radians = Math.toRadians(degrees);
        double dx = there.centerX() - 306;
        double dy = there.centerY() - 396;
        double x = 306 + dx * Math.cos(radians) - dy * Math.sin(radians);
        double y = 396 + dx * Math.sin(radians) + dy * Math.cos(radians);
        assertThat(word(page, "purpose").box().grow(2).containsPoint(x, y)).isTrue();
    }

    @Test
    void anImageFileIsReadLikeAScan() throws IOException {
        Path path = folder.resolve("page.png");
        javax.imageio.ImageIO.write(photographed(200), "PNG", path.toFile());
        assertThat(lines(parse(path, MediaType.PNG))).containsAll(LINES);
    }

    @Test
    void theSameScanGivesTheSamePage() {
        BufferedImage image = photographed(150);
        assertThat(scan(image, 612, 792)).isEqualTo(scan(image, 612, 792));
    }
}
