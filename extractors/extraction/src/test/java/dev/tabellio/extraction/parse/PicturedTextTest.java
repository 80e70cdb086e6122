package dev.tabellio.extraction.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.HiddenText.Why;
import dev.tabellio.document.MediaType;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.SourceFile;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.DrawnPdf;
import dev.tabellio.extraction.layout.NoLayoutDetector;
import dev.tabellio.extraction.ocr.OcrEngine;
import dev.tabellio.extraction.ocr.OcrImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages on which pictures and text layer say different things, or different parts of one thing. */
class PicturedTextTest {

    private static final ParseOptions OPTIONS = new ParseOptions(150, Duration.ofSeconds(20), List.of("eng"));

    @TempDir
    private Path folder;

    /** An engine that sees the same words in every picture. */
    private record SeeingOcr(List<Word> words) implements OcrEngine {
        @Override
        public List<Word> recognise(OcrImage image) {
            return words;
        }

        @Override
        public String version() {
            return "seeing";
        }

        @Override
        public void close() {}
    }

    private ParsedFile parse(DrawnPdf.Drawing drawing, Word... seen) {
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("drawn.pdf"));
                StandardDocumentParser parser =
                        new StandardDocumentParser(OPTIONS, new SeeingOcr(List.of(seen)), new NoLayoutDetector())) {
            Path path = drawn.letter(drawing).saved();
            return parser.parse(new SourceFile("0".repeat(64), "drawn.pdf", 1, MediaType.PDF), path);
        }
    }

    private static Word seen(String text, double left, double top, double right, double bottom) {
        return new Word(text, new BoundingBox(left, top, right, bottom), Origin.OCR, 0.95);
    }

    private static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(400, 100, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 400 * 100; i++) {
            picture.getRaster().setSample(i % 400, i / 400, 0, i / 400 > 40 && i / 400 < 60 && i % 400 < 90 ? 0 : 255);
        }
        return picture;
    }

    private static List<String> texts(Page page) {
        return page.words().stream().map(Word::text).toList();
    }

    @Test
    void aScanInStripsIsAScan() {
        Page page = parse(
                        sheet -> {
                            for (int i = 0; i < 36; i++) {
                                sheet.image(picture(), 0, 22 * i, 612, 22.02);
                            }
                            sheet.text(400, 770, 10, "Received 12 May");
                        },
                        seen("scanned", 72, 300, 120, 312))
                .page(1);
        assertThat(page.reading()).isEqualTo(PageReading.OCR);
        assertThat(texts(page)).containsOnly("scanned");
    }

    @Test
    void whatIsTypedOnAScannedFormIsReadBesideWhatTheFormSays() {
        Word typed = seen("typed", 200, 685, 222, 693);
        Page page = parse(
                        sheet -> {
                            sheet.image(picture(), 0, 0, 612, 792);
                            for (int y = 100; y < 700; y += 20) {
                                sheet.text(200, y, 10, "typed in by somebody who fills in a form");
                            }
                        },
                        seen("label", 72, 300, 120, 312),
                        typed)
                .page(1);
        assertThat(page.reading()).isEqualTo(PageReading.MIXED);
        assertThat(texts(page)).contains("label");
        assertThat(page.words())
                .filteredOn(word -> word.box().intersects(typed.box()))
                .extracting(Word::origin)
                .containsOnly(Origin.TEXT_LAYER);
    }

    @Test
    void anAmountThatIsAPictureOnItsLineIsRead() {
        DrawnPdf.Drawing invoice =
                sheet -> sheet.text(72, 500, 11, "Total amount due").image(picture(), 300, 496, 80, 16);
        Page page = parse(invoice, seen("61,300.00", 2, 3, 50, 12)).page(1);
        assertThat(texts(page)).containsExactly("Total", "amount", "due", "61,300.00");
        assertThat(page.words().get(3).box()).isEqualTo(new BoundingBox(302, 283, 350, 292));
    }

    @Test
    void aSmallPictureBesideNoTextIsLeftAlone() {
        Page page = parse(
                        sheet -> sheet.text(72, 500, 11, "Total amount due").image(picture(), 300, 700, 80, 16),
                        seen("logo", 2, 3, 50, 12))
                .page(1);
        assertThat(texts(page)).containsExactly("Total", "amount", "due");
    }

    @Test
    void theLayerOfAScanThatSaysAnotherAmountIsKeptWithTheWord() {
        ParsedFile parsed = parse(
                sheet -> {
                    sheet.image(picture(), 0, 0, 612, 792);
                    sheet.content().setRenderingMode(RenderingMode.NEITHER);
                    sheet.text(FontName.COURIER, 72, 700, 10, "we pay you in all 91,300.00 today");
                },
                Stream.of("we:0", "pay:3", "you:7", "in:11", "all:14", "61,300.00:18", "today:28")
                        .map(word -> word.split(":"))
                        .map(word -> seen(
                                word[0],
                                72 + 6 * Integer.parseInt(word[1]),
                                84,
                                72 + 6.0 * (Integer.parseInt(word[1]) + word[0].length()),
                                94))
                        .toArray(Word[]::new));
        assertThat(parsed.page(1).words())
                .filteredOn(word -> word.otherReading() != null)
                .extracting(Word::text, Word::otherReading)
                .containsExactly(tuple("61,300.00", "91,300.00"));
        assertThat(parsed.hidden())
                .extracting(HiddenText::why, HiddenText::text)
                .containsExactly(tuple(Why.NOT_AS_SHOWN, "91,300.00"));
    }

    /** A font that is told to say another digit for "6". */
    private static void digitExchanged(DrawnPdf.Sheet sheet, String digit) throws IOException {
        COSStream table = new COSStream();
        try (var out = table.createOutputStream()) {
            out.write(("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def "
                            + "1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <36> <00" + digit
                            + "> endbfchar endcmap end end")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        PDType1Font font = new PDType1Font(FontName.HELVETICA);
        font.getCOSObject().setItem(COSName.TO_UNICODE, table);
        sheet.content().beginText();
        sheet.content().setFont(font, 11);
        sheet.content().newLineAtOffset(172, 500);
        sheet.content().showText("61,300.00");
        sheet.content().endText();
        sheet.text(72, 500, 11, "Total");
    }

    @Test
    void aDigitThatTheFontKnowsAsAnotherIsReadFromItsPicture() {
        ParsedFile parsed = parse(sheet -> digitExchanged(sheet, "39"), seen("61,300.00", 4, 6, 50, 16));
        assertThat(texts(parsed.page(1))).containsOnly("Total", "61,300.00");
        assertThat(parsed.page(1).words().get(1).otherReading()).isEqualTo("91,300.00");
        assertThat(parsed.hidden())
                .extracting(HiddenText::why, HiddenText::text)
                .containsExactly(tuple(Why.NOT_AS_SHOWN, "91,300.00"));
    }

    @Test
    void aDigitThatTheFontKnowsIsReadAsItIs() {
        Page page = parse(sheet -> digitExchanged(sheet, "36"), seen("other", 4, 6, 50, 16))
                .page(1);
        assertThat(page.reading()).isEqualTo(PageReading.TEXT_LAYER);
        assertThat(texts(page)).containsExactly("Total", "61,300.00");
    }

    @Test
    void anAmountInPrivateCharactersIsReadFromItsPicture() {
        Page page = parse(
                        sheet -> digitExchanged(sheet, "00> endbfchar 1 beginbfchar <36> <E036"),
                        seen("61,300.00", 4, 6, 50, 16))
                .page(1);
        assertThat(texts(page)).containsOnly("Total", "61,300.00");
    }
}
