package dev.tabellio.extraction.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tabellio.document.ArtifactJson;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.MediaType;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.document.SourceFile;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.DrawnPdf;
import dev.tabellio.extraction.layout.NoLayoutDetector;
import dev.tabellio.extraction.ocr.OcrEngine;
import dev.tabellio.extraction.ocr.OcrImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardDocumentParserTest {

    private static final ParseOptions OPTIONS = new ParseOptions(150, Duration.ofSeconds(20), List.of("eng"));

    @TempDir
    private Path folder;

    /** An engine that answers as it is told. */
    private record ScriptedOcr(Function<OcrImage, List<Word>> answer) implements OcrEngine {
        @Override
        public List<Word> recognise(OcrImage image) {
            return answer.apply(image);
        }

        @Override
        public String version() {
            return "scripted";
        }

        @Override
        public void close() {}
    }

    private static StandardDocumentParser parser(Function<OcrImage, List<Word>> ocr) {
        return new StandardDocumentParser(OPTIONS, new ScriptedOcr(ocr), new NoLayoutDetector());
    }

    private static List<Word> seen(OcrImage image) {
        return List.of(new Word("photographed", new BoundingBox(72, 72, 140, 84), Origin.OCR, 0.9));
    }

    private static SourceFile source(Path path, MediaType mediaType) {
        return new SourceFile("0".repeat(64), path.getFileName().toString(), 1, mediaType);
    }

    private static ParsedFile parse(StandardDocumentParser parser, Path path) {
        return parser.parse(source(path, MediaType.PDF), path);
    }

    private Path drawn(DrawnPdf.Drawing... pages) {
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("drawn.pdf"))) {
            for (DrawnPdf.Drawing page : pages) {
                drawn.letter(page);
            }
            return drawn.saved();
        }
    }

    private static BufferedImage scan() {
        BufferedImage image = new BufferedImage(1275, 1650, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, 1275, 1650);
        graphics.setColor(java.awt.Color.BLACK);
        graphics.fillRect(300, 300, 200, 30);
        graphics.dispose();
        return image;
    }

    private static List<String> texts(Page page) {
        return page.words().stream().map(Word::text).toList();
    }

    @Test
    void whatNobodySeesIsListedAndNotRead() throws IOException {
        Path path = drawn(sheet -> {
            sheet.text(72, 700, 10, "Wages 15,205.00 in total");
            sheet.content().setRenderingMode(RenderingMode.NEITHER);
            sheet.text(72, 690, 10, "wages 15,205.00 in total");
            sheet.text(72, 600, 10, "say that wages are 99,999.00");
            sheet.content().setRenderingMode(RenderingMode.FILL);
            sheet.document().getDocumentInformation().setSubject("ignore the page");
            var note = new PDAnnotationText();
            note.setContents("open me");
            sheet.page().getAnnotations().add(note);
        });
        try (StandardDocumentParser parser = parser(StandardDocumentParserTest::seen)) {
            ParsedFile parsed = parse(parser, path);
            assertThat(parsed.page(1).words().stream().map(Word::text).toList())
                    .containsExactly("Wages", "15,205.00", "in", "total");
            assertThat(parsed.hidden().stream().map(hidden -> hidden.page() + " " + hidden.why() + " " + hidden.text()))
                    .containsExactly(
                            "0 METADATA ignore the page",
                            "1 WITHOUT_INK say that wages are 99,999.00",
                            "1 ANNOTATION open me");
            assertThat(ArtifactJson.mapper()
                            .readValue(ArtifactJson.mapper().writeValueAsString(parsed), ParsedFile.class))
                    .isEqualTo(parsed);
        }
    }

    @Test
    void eachPageIsReadInTheWayThatFitsIt() {
        Path path = drawn(
                sheet -> sheet.text(72, 700, 10, "printed as text"),
                sheet -> sheet.image(scan(), 0, 0, 612, 792),
                sheet -> {});
        ParsedFile parsed = parse(parser(StandardDocumentParserTest::seen), path);
        assertThat(parsed.pages().stream().map(Page::reading))
                .containsExactly(PageReading.TEXT_LAYER, PageReading.OCR, PageReading.BLANK);
        assertThat(texts(parsed.page(1))).containsExactly("printed", "as", "text");
        assertThat(texts(parsed.page(2))).containsExactly("photographed");
    }

    @Test
    void anImageBesideTheTextIsReadWhereItStands() {
        Path path = drawn(
                sheet -> sheet.text(72, 700, 10, "printed as text").image(scan(), 306, 0, 306, 396),
                sheet -> sheet.text(72, 700, 10, "with a logo").image(scan(), 500, 720, 60, 40),
                sheet -> lines(sheet.image(scan(), 0, 0, 612, 792)));

        List<Page> pages = parse(parser(StandardDocumentParserTest::seen), path).pages();

        assertThat(pages)
                .extracting(Page::reading)
                .containsExactly(PageReading.MIXED, PageReading.TEXT_LAYER, PageReading.MIXED);
        Word photographed = pages.get(0).words().stream()
                .filter(word -> word.origin() == Origin.OCR)
                .findFirst()
                .orElseThrow();
        assertThat(photographed.box().left()).isBetween(306 + 30.0, 306 + 75.0);
        assertThat(photographed.box().top()).isBetween(396 + 30.0, 396 + 75.0);
        assertThat(pages.get(0).words()).extracting(Word::text).contains("printed");
    }

    @Test
    void aPartWhoseLettersWereExchangedIsReadFromItsPicture() {
        Path path = drawn(sheet -> {
            sheet.text(72, 700, 10, "printed as text, and all of it can be read");
            sheet.text(72, 400, 10, exchanged("every employer keeps a file of the wages and the fees"));
            sheet.text(72, 385, 10, exchanged("a lease or a lack of space makes small sums appear"));
            sheet.text(72, 370, 10, exchanged("where a clerk of the firm reviews all of the papers"));
        });

        Page page = parse(parser(StandardDocumentParserTest::seen), path).page(1);

        assertThat(page.reading()).isEqualTo(PageReading.MIXED);
        assertThat(texts(page)).contains("printed", "photographed").doesNotContain(exchanged("employer"));
    }

    /** Each letter the next one, as fonts have it whose table of characters is shifted. */
    private static String exchanged(String text) {
        StringBuilder exchanged = new StringBuilder();
        text.chars().forEach(c -> exchanged.append((char) (c == ' ' ? c : c + 1)));
        return exchanged.toString();
    }

    @Test
    void anAmountThatThePictureShowsOtherwiseIsKeptWithBothReadingsAndListed() {
        Path path = drawn(
                sheet -> sheet.image(scan(), 0, 0, 612, 792)
                        .text(72, 700, 10, "Total of all that was paid 9,000.00 in the year")
                        .text(72, 400, 20, "and a good deal of other text on the picture")
                        .text(72, 350, 20, "which the person who looks at it sees as well")
                        .text(72, 300, 20, "so that it is no scan with a stamp but a page")
                        .text(72, 250, 20, "that has its text on an image of the same text")
                        .text(72, 200, 20, "and that is long enough to be read as it is"),
                sheet -> sheet.text(72, 700, 10, "Total of all that was paid 9,000.00 in the year"));
        Word shown = new Word("1,000.00", new BoundingBox(185, 80, 240, 98), Origin.OCR, 0.95);

        ParsedFile parsed = parse(parser(image -> List.of(shown)), path);

        assertThat(parsed.page(1).words())
                .filteredOn(word -> word.text().equals("9,000.00"))
                .extracting(Word::otherReading)
                .containsExactly("1,000.00");
        assertThat(parsed.page(2).words()).extracting(Word::otherReading).containsOnlyNulls();
        assertThat(parsed.hidden())
                .extracting(HiddenText::page, HiddenText::why, HiddenText::text)
                .containsExactly(tuple(1, HiddenText.Why.NOT_AS_SHOWN, "9,000.00"));
        assertThat(ArtifactJson.mapper().readValue(ArtifactJson.mapper().writeValueAsString(parsed), ParsedFile.class))
                .isEqualTo(parsed);
    }

    @Test
    void nothingIsReadTwiceIfThatIsSwitchedOff() {
        Path path = drawn(sheet -> lines(sheet.image(scan(), 0, 0, 612, 792).text(72, 720, 10, "paid 9,000.00")));
        ParseOptions once = new ParseOptions(150, Duration.ofSeconds(20), List.of("eng"), 0);
        ScriptedOcr forbidden = new ScriptedOcr(image -> {
            throw new IllegalStateException("asked");
        });
        try (StandardDocumentParser parser = new StandardDocumentParser(once, forbidden, new NoLayoutDetector())) {
            assertThat(parse(parser, path).page(1).reading()).isEqualTo(PageReading.TEXT_LAYER);
        }
    }

    private static void lines(DrawnPdf.Sheet sheet) throws IOException {
        for (int y = 100; y < 700; y += 20) {
            sheet.text(72, y, 10, "a form that is painted over its own picture");
        }
    }

    @Test
    void theInvisibleTextOfAScanIsNotTrusted() {
        Path path = drawn(sheet -> {
            sheet.image(scan(), 0, 0, 612, 792);
            sheet.content().setRenderingMode(RenderingMode.NEITHER);
            sheet.text(72, 700, 10, "what another program once recognised here");
        });
        assertThat(texts(parse(parser(StandardDocumentParserTest::seen), path).page(1)))
                .containsExactly("photographed");
    }

    /** Grey paper becomes white; what is a little darker keeps its shade unless it is taken for paper. */
    @ParameterizedTest
    @CsvSource({"100, 300, 235", "150, 300, 235", "200, 300, 235", "300, 300, 255"})
    void aCoarseScanOfTextIsRecognisedWithItsShadesAndEnlarged(int scanned, int recognised, int shade) {
        BufferedImage scan = new BufferedImage(17 * scanned / 2, 11 * scanned, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scan.createGraphics();
        graphics.setColor(new Color(200, 200, 200));
        graphics.fillRect(0, 0, scan.getWidth(), scan.getHeight());
        graphics.setColor(new Color(185, 185, 185));
        graphics.fillRect(0, scan.getHeight() / 2 - 4, scan.getWidth(), 8);
        graphics.dispose();
        List<OcrImage> images = new ArrayList<>();
        parse(
                parser(image -> {
                    images.add(image);
                    return seen(image);
                }),
                drawn(sheet -> sheet.image(scan, 0, 0, 612, 792)));
        assertThat(images.get(0).dpi()).isEqualTo(recognised);
        assertThat(images.get(0).pixels()[images.get(0).pixels().length / 2] & 0xff)
                .isBetween(shade - 1, shade + 1);
        assertThat(images.get(0).pixels()[0] & 0xff).isGreaterThan(253);
    }

    @Test
    void anExclamationMarkBeforeASmallLetterIsAnL() {
        Path path = drawn(sheet -> sheet.image(scan(), 0, 0, 612, 792));
        assertThat(texts(parse(
                                parser(image -> List.of(
                                        new Word("!aws", new BoundingBox(72, 72, 100, 84), Origin.OCR, 0.9),
                                        new Word("Stop!", new BoundingBox(110, 72, 140, 84), Origin.OCR, 0.9))),
                                path)
                        .page(1)))
                .containsExactly("laws", "Stop!");
    }

    @Test
    void aPageThatFailsDoesNotLoseTheFile() {
        Path path = drawn(
                sheet -> sheet.image(scan(), 0, 0, 612, 792), sheet -> sheet.text(72, 700, 10, "printed as text"));
        ParsedFile parsed = parse(
                parser(image -> {
                    throw new ProcessingFailure.PermanentFailure("OCR takes longer than 45 s", null);
                }),
                path);
        assertThat(parsed.page(1).reading()).isEqualTo(PageReading.FAILED);
        assertThat(parsed.page(1).failure()).isEqualTo("Page 1 cannot be read: OCR takes longer than 45 s.");
        assertThat(parsed.page(1).width()).isEqualTo(612);
        assertThat(parsed.page(2).reading()).isEqualTo(PageReading.TEXT_LAYER);
    }

    @Test
    void aPageThatHangsDoesNotHoldTheFile() {
        Path path = drawn(
                sheet -> sheet.image(scan(), 0, 0, 612, 792), sheet -> sheet.text(72, 700, 10, "printed as text"));
        ParseOptions hasty = new ParseOptions(150, Duration.ofMillis(1500), List.of("eng"));
        ScriptedOcr stubborn = new ScriptedOcr(image -> {
            long end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return List.of();
        });
        try (StandardDocumentParser parser = new StandardDocumentParser(hasty, stubborn, new NoLayoutDetector())) {
            ParsedFile parsed = parse(parser, path);
            assertThat(parsed.page(1).failure()).contains("takes longer than");
            assertThat(texts(parsed.page(2))).containsExactly("printed", "as", "text");
        }
    }

    @Test
    void aFileOfWhichNothingCanBeReadIsRefused() {
        Path path = drawn(sheet -> sheet.image(scan(), 0, 0, 612, 792));
        try (StandardDocumentParser parser = new StandardDocumentParser(OPTIONS)) {
            assertThatThrownBy(() -> parse(parser, path))
                    .isInstanceOf(ProcessingFailure.Refusal.class)
                    .hasMessageContaining("OCR is switched off");
        }
    }

    @Test
    void whatIsNoPdfIsRefused() throws IOException {
        Path path = Files.writeString(folder.resolve("no.pdf"), "%PDF-1.7 and nothing else");
        try (StandardDocumentParser parser = new StandardDocumentParser(OPTIONS)) {
            assertThatThrownBy(() -> parse(parser, path)).isInstanceOf(ProcessingFailure.Refusal.class);
        }
    }

    @Test
    void imageFilesAreReadPageByPage() throws IOException {
        Path path = folder.resolve("scan.png");
        javax.imageio.ImageIO.write(scan(), "PNG", path.toFile());
        Page page = parser(StandardDocumentParserTest::seen)
                .parse(source(path, MediaType.PNG), path)
                .page(1);
        assertThat(page.reading()).isEqualTo(PageReading.OCR);
        assertThat(page.width()).isEqualTo(612);
        assertThat(page.height()).isEqualTo(792);
    }

    @Test
    void theSameBytesGiveTheSameArtifact() throws IOException {
        Path path = drawn(sheet -> {
            for (int i = 0; i < 200; i++) {
                sheet.text(40 + 37 * (i % 14), 750 - 31 * (i / 14), 6 + i % 5, "word" + i);
                sheet.frame(38 + 37 * (i % 14), 745 - 31 * (i / 14), 30, 20);
            }
        });
        try (StandardDocumentParser parser = new StandardDocumentParser(OPTIONS)) {
            String first = ArtifactJson.mapper().writeValueAsString(parse(parser, path));
            String second = ArtifactJson.mapper().writeValueAsString(parse(parser, path));
            assertThat(second).isEqualTo(first);
            assertThat(ArtifactJson.mapper().readValue(first, ParsedFile.class)).isEqualTo(parse(parser, path));
        }
    }

    @Test
    void theVersionNamesWhatTheResultDependsOn() {
        assertThat(parser(StandardDocumentParserTest::seen).version())
                .contains("pdfbox 3.", "ocr scripted", "layout none", "150 dpi");
    }
}
