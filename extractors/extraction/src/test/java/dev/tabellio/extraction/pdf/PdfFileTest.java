package dev.tabellio.extraction.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.HiddenText.Why;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.DrawnPdf;
import dev.tabellio.extraction.guard.TooLargeException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfFileTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private PageContent read(DrawnPdf.Drawing drawing) throws IOException {
        return read(new PDPage(PDRectangle.LETTER), drawing);
    }

    private PageContent read(PDPage page, DrawnPdf.Drawing drawing) throws IOException {
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("drawn.pdf"))) {
            return read(drawn.page(page, drawing).saved());
        }
    }

    private static PageContent read(Path path) throws IOException {
        try (PdfFile pdf = PdfFile.open(path)) {
            return pdf.read(1, LIMIT);
        }
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    private static Word word(PageContent content, String text) {
        return content.words().stream()
                .filter(word -> word.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not among " + texts(content.words())));
    }

    @Test
    void wordsEndAtBlanksAndAtGaps() throws IOException {
        PageContent content = read(sheet -> sheet.text(72, 700, 10, "Wages, tips  and")
                .text(72, 680, 10, "15,205.")
                .text(72 + 10 * 3.058, 680, 10, "00")
                .text(130, 680, 10, "next"));
        assertThat(texts(content.words())).containsExactlyInAnyOrder("Wages,", "tips", "and", "15,205.00", "next");
    }

    @ParameterizedTest
    @CsvSource({"0", "90", "180", "270"})
    void unitsOfAPageAreThoseOfItsBoxes(int rotation) throws IOException {
        DrawnPdf.Drawing drawing = sheet ->
                sheet.text(72, 700, 10, "Total").line(72, 600, 172, 600).line(72, 590, 72, 490);
        PDPage points = new PDPage(PDRectangle.LETTER);
        points.setRotation(rotation);
        PageContent expected = read(points, drawing);
        PDPage page = new PDPage(PDRectangle.LETTER);
        page.setRotation(rotation);
        page.setUserUnit(2.5f);
        PageContent content = read(page, drawing);
        assertThat(content.width()).isEqualTo(2.5 * expected.width());
        assertThat(content.height()).isEqualTo(2.5 * expected.height());
        BoundingBox box = word(expected, "Total").box();
        BoundingBox larger = word(content, "Total").box();
        assertThat(larger.left()).isCloseTo(2.5 * box.left(), within(0.05));
        assertThat(larger.top()).isCloseTo(2.5 * box.top(), within(0.05));
        assertThat(larger.right()).isCloseTo(2.5 * box.right(), within(0.05));
        assertThat(larger.bottom()).isCloseTo(2.5 * box.bottom(), within(0.05));
        assertThat(content.rulings()).hasSameSizeAs(expected.rulings());
    }

    @Test
    void aPageOfAHundredInchesIsLookedAtWithFewerPixels() throws IOException {
        PDPage page = new PDPage(new PDRectangle(7200, 7200));
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("large.pdf"));
                PdfFile pdf = PdfFile.open(
                        drawn.page(page, sheet -> sheet.line(0, 0, 7200, 7200)).saved())) {
            PagePixels pixels = pdf.pixels(1, pdf.read(1, LIMIT), 300, LIMIT);
            assertThat(pixels.image().width()).isEqualTo(100 * pixels.dpi());
            assertThat((double) pixels.image().width() * pixels.image().height())
                    .isBetween(6e6, 18e6);
            assertThat(pixels.ofPaper().dpi()).isGreaterThan(200);
        }
    }

    @Test
    void aPageBeyondAllSheetsIsRefused() throws IOException {
        PDPage page = new PDPage(new PDRectangle(14400, 14400));
        page.setUserUnit(100);
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("endless.pdf"));
                PdfFile pdf = PdfFile.open(
                        drawn.page(page, sheet -> sheet.line(0, 0, 7200, 7200)).saved())) {
            PageContent content = pdf.read(1, LIMIT);
            assertThatThrownBy(() -> pdf.pixels(1, content, 300, LIMIT))
                    .isInstanceOf(TooLargeException.class)
                    .hasMessageContaining("20000 x 20000 inches");
        }
    }

    @Test
    void aWordPaintedTwiceForBoldIsOneWord() throws IOException {
        PageContent content = read(sheet -> sheet.text(72, 700, 10, "Total").text(72.3, 700, 10, "Total"));
        assertThat(texts(content.words())).containsExactly("Total");
    }

    @Test
    void dotsOfALeaderAreOneWordBesideTheText() throws IOException {
        PageContent content = read(sheet -> sheet.text(72, 700, 9, "Add lines 1a and 1b .  .  .  .  .  .  1z"));
        assertThat(texts(content.words())).containsExactly("Add", "lines", "1a", "and", "1b", "......", "1z");
    }

    @ParameterizedTest
    @CsvSource({"0", "90", "180", "270"})
    void boxesAreThoseOfTheDisplayedPage(int rotation) throws IOException {
        PDPage page = new PDPage(new PDRectangle(600, 800));
        page.setCropBox(new PDRectangle(50, 100, 500, 600));
        page.setRotation(rotation);
        PageContent content =
                read(page, sheet -> sheet.text(60, 680, 10, "near").text(10, 90, 10, "outside"));
        assertThat(texts(content.words())).containsExactly("near");
        BoundingBox box = word(content, "near").box();
        switch (rotation) {
            case 0 -> {
                assertThat(box.left()).isEqualTo(10);
                assertThat(box.bottom()).isBetween(20.0, 24.0);
            }
            case 90 -> {
                assertThat(box.top()).isEqualTo(10);
                assertThat(box.right()).isBetween(585.0, 590.0);
            }
            case 180 -> {
                assertThat(box.right()).isEqualTo(490);
                assertThat(box.top()).isBetween(576.0, 580.0);
            }
            default -> {
                assertThat(box.bottom()).isEqualTo(490);
                assertThat(box.left()).isBetween(10.0, 15.0);
            }
        }
        assertThat(content.width()).isEqualTo(rotation % 180 == 0 ? 500 : 600);
    }

    @Test
    void whatNobodySeesIsKeptApart() throws IOException {
        BufferedImage picture = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        PageContent content = read(sheet -> {
            sheet.text(72, 700, 10, "seen");
            sheet.content().setRenderingMode(RenderingMode.NEITHER);
            sheet.text(72, 600, 10, "invisible");
            sheet.content().setRenderingMode(RenderingMode.FILL);
            sheet.text(72, 500, 10, "redacted");
            sheet.content().setNonStrokingColor(Color.BLACK);
            sheet.content().addRect(70, 495, 60, 16);
            sheet.content().fill();
            sheet.text(72, 400, 10, "behind").image(picture, 60, 390, 100, 30);
            sheet.text(72, 405, 10, "stamped");
            sheet.text(-100, 300, 10, "off");
        });
        assertThat(texts(content.words())).containsExactlyInAnyOrder("seen", "stamped");
        assertThat(content.hidden().keySet()).containsExactlyInAnyOrder(Why.WITHOUT_INK, Why.COVERED, Why.OUTSIDE);
        assertThat(texts(hidden(content, Why.WITHOUT_INK))).containsExactly("invisible");
        assertThat(texts(hidden(content, Why.COVERED))).containsExactlyInAnyOrder("redacted", "behind");
        assertThat(texts(hidden(content, Why.OUTSIDE))).containsExactly("off");
    }

    @Test
    void whiteOnWhiteIsNotSeenAndWhiteOnDarkIs() throws IOException {
        PageContent content = read(sheet -> {
            sheet.content().setNonStrokingColor(Color.WHITE);
            sheet.text(72, 700, 10, "ghost");
            sheet.content().setNonStrokingColor(new Color(20, 20, 90));
            sheet.content().addRect(70, 495, 160, 16);
            sheet.content().fill();
            sheet.content().setNonStrokingColor(Color.WHITE);
            sheet.text(72, 500, 10, "heading");
            sheet.content().addRect(150, 495, 60, 16);
            sheet.content().fill();
            sheet.text(152, 500, 10, "patch");
            sheet.content().setNonStrokingColor(new Color(20, 20, 90));
            sheet.text(72, 508, 1, "speck");
            sheet.text(84, 480, 10, "below");
            sheet.content().setNonStrokingColor(new Color(245, 245, 245));
            sheet.text(72, 300, 10, "pale");
            sheet.content().setNonStrokingColor(new Color(215, 215, 215));
            sheet.text(72, 200, 10, "watermark");
        });
        assertThat(texts(content.words())).containsExactlyInAnyOrder("heading", "below", "watermark");
        assertThat(texts(hidden(content, Why.WITHOUT_CONTRAST))).containsExactlyInAnyOrder("ghost", "patch", "pale");
        assertThat(texts(hidden(content, Why.TINY))).containsExactly("speck");
    }

    @Test
    void blackTextInAFrameOfBlackIsSeen() throws IOException {
        PageContent content = read(sheet -> {
            sheet.content().addRect(50, 400, 300, 300);
            sheet.content().addRect(52, 402, 296, 296);
            sheet.content().fillEvenOdd();
            sheet.text(72, 500, 10, "framed");
            sheet.content().addRect(50, 100, 300, 100);
            sheet.content().fill();
            sheet.text(72, 150, 10, "sunk");
        });
        assertThat(texts(content.words())).containsExactly("framed");
        assertThat(texts(hidden(content, Why.WITHOUT_CONTRAST))).containsExactly("sunk");
    }

    private static List<Word> hidden(PageContent content, Why why) {
        return content.hidden().getOrDefault(why, List.of());
    }

    @Test
    void drawnCheckboxesAreReadWithTheirMarks() throws IOException {
        PageContent content = read(sheet -> {
            sheet.frame(72, 700, 8, 8).text(FontName.ZAPF_DINGBATS, 73, 701, 8, "✔");
            sheet.frame(72, 680, 8, 8);
            sheet.frame(72, 660, 8, 8).text(73.3, 661, 8, "X");
            sheet.frame(72, 640, 8, 8).line(73, 641, 79, 647).line(73, 647, 79, 641);
            sheet.line(72, 620, 82, 620)
                    .line(72, 610, 82, 610)
                    .line(72, 610, 72, 620)
                    .line(82, 610, 82, 620);
            sheet.frame(72, 580, 12, 12).text(74, 583, 8, "7");
            for (int i = 0; i < 5; i++) {
                sheet.frame(72 + 10 * i, 560, 10, 10);
                sheet.frame(72 + 12 * i, 540, 10, 10);
            }
        });
        assertThat(content.checkboxes().stream().map(Checkbox::selected))
                .containsExactly(true, false, true, true, false);
        assertThat(content.checkboxes().get(0).box()).isEqualTo(new BoundingBox(72, 84, 80, 92));
        assertThat(texts(content.words())).containsExactly("7");
    }

    @Test
    void linesAreCollectedFromStrokesAndThinFills() throws IOException {
        PageContent content = read(sheet -> {
            sheet.line(72, 700, 200, 700);
            sheet.content().addRect(72, 600, 1, 50);
            sheet.content().fill();
            sheet.content().setStrokingColor(Color.WHITE);
            sheet.line(72, 500, 200, 500);
        });
        assertThat(content.rulings()).hasSize(2);
        assertThat(content.rulings().get(0).position()).isEqualTo(92);
        assertThat(content.rulings().get(1).horizontal()).isFalse();
    }

    @Test
    void glyphsWithoutACharacterAreCounted() throws IOException {
        PageContent content = read(sheet -> sheet.text(72, 700, 10, "known"));
        assertThat(content.characters()).isEqualTo(5);
        assertThat(content.unmapped()).isEmpty();
    }

    @Test
    void aPasswordIsAskedForOnlyWhereOneIsNeeded() throws IOException {
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("open.pdf"))) {
            drawn.letter(sheet -> sheet.text(72, 700, 10, "readable"));
            drawn.document().protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            assertThat(texts(read(drawn.saved()).words())).containsExactly("readable");
        }
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("closed.pdf"))) {
            drawn.letter(sheet -> sheet.text(72, 700, 10, "secret"));
            drawn.document().protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            Path saved = drawn.saved();
            assertThatThrownBy(() -> PdfFile.open(saved)).isInstanceOf(PasswordRequiredException.class);
        }
    }

    @Test
    void aFormThatDrawsItselfEnds() throws IOException {
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("loop.pdf"))) {
            drawn.letter(sheet -> {
                var form = new org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject(sheet.document());
                form.setBBox(PDRectangle.LETTER);
                var resources = new org.apache.pdfbox.pdmodel.PDResources();
                form.setResources(resources);
                resources.put(org.apache.pdfbox.cos.COSName.getPDFName("Self"), form);
                try (var out = form.getContentStream().createOutputStream()) {
                    out.write("/Self Do /Self Do".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                }
                sheet.text(72, 700, 10, "before");
                sheet.content().drawForm(form);
            });
            assertThat(texts(read(drawn.saved()).words())).containsExactly("before");
        }
    }
}
