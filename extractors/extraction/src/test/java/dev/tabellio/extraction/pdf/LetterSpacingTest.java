package dev.tabellio.extraction.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.Word;
import dev.tabellio.extraction.DrawnPdf;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines in 10 point Helvetica, whose blank is 2.78 points wide. */
class LetterSpacingTest {

    @TempDir
    private Path folder;

    private List<Word> words(String content) throws IOException {
        try (DrawnPdf drawn = new DrawnPdf(folder.resolve("page.pdf"))) {
            PDPage page = new PDPage(PDRectangle.LETTER);
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("F1"), new PDType1Font(FontName.HELVETICA));
            page.setResources(resources);
            PDStream stream = new PDStream(drawn.document());
            try (OutputStream out = stream.createOutputStream()) {
                out.write(content.getBytes(StandardCharsets.ISO_8859_1));
            }
            page.setContents(stream);
            drawn.document().addPage(page);
            try (PdfFile pdf = PdfFile.open(drawn.saved())) {
                return pdf.read(1, Duration.ofSeconds(20)).words().stream()
                        .sorted(Comparator.comparingDouble(word -> word.box().left()))
                        .toList();
            }
        }
    }

    private List<String> texts(String operators) throws IOException {
        return words("BT /F1 10 Tf 1 0 0 1 72 500 Tm %s ET".formatted(operators)).stream()
                .map(Word::text)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    4 Tc (Total due 61,300.00) Tj                                | Total due 61,300.00
                    3 Tc (12345) Tj                                              | 12345
                    4 Tc [(W) 30 (A) 60 (GES)] TJ                                | WAGES
                    (T o t a l   d u e   6 1 , 3 0 0 . 0 0) Tj                   | Total d u e 61,300.00
                    (W A G E S   $ 1 , 2 0 0) Tj                                 | WAGES $1,200
                    [(6) -350 (1) -350 (,) -350 (3) -350 (0) -350 (0)] TJ        | 61,300
                    (1 2 - 3 4 5 6 7 8 9   0 1 / 3 1 / 2 0 2 4) Tj               | 12-3456789 01/31/2024
                    """)
    void lettersSetApartAreOneWord(String operators, String words) throws IOException {
        assertThat(texts(operators)).containsExactly(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    digits that may be numbers of their own      | (1 2 3 4 5) Tj
                    steps between digits                         | [(6) -350 (1) -350 (3) -350 (0) -350 (0)] TJ
                    points of a list                             | (a b c e) Tj
                    initials                                     | (J Q   A) Tj
                    marks of columns                             | (X X X X X X) Tj
                    days of the week                             | (M T W T F) Tj
                    a number and its unit                        | (5 %) Tj
                    letters before a word at the same distance   | (W A G E S paid) Tj
                    the boxes of a form, wide apart              | 9 Tc (61300) Tj
                    """)
    void whatMayStandForItselfStaysApart(String why, String operators) throws IOException {
        assertThat(texts(operators))
                .as(why)
                .hasSizeGreaterThan(1)
                .allMatch(text -> text.length() == 1 || text.equals("paid"));
    }

    @Test
    void spacingThatIsTakenBackInsideOfWordsDividesThem() throws IOException {
        assertThat(texts("3 Tc [(p) 300 (a) 300 (y) (i) 300 (n) (f) 300 (u) 300 (l) 300 (l)] TJ"))
                .containsExactly("pay", "in", "full");
    }

    @Test
    void lettersInBoxesOfTheirOwnStayApart() throws IOException {
        String lines = "79 498 m 79 510 l S 88 498 m 88 510 l S ";

        assertThat(words(lines + "BT /F1 10 Tf 3.5 Tc 1 0 0 1 72 500 Tm (123) Tj ET"))
                .extracting(Word::text)
                .containsExactly("1", "2", "3");
    }

    @Test
    void theBoxOfTheWordGoesFromTheFirstLetterToTheLast() throws IOException {
        List<Word> words = words("BT /F1 10 Tf 4 Tc 1 0 0 1 72 500 Tm (12,345) Tj ET");

        assertThat(words).singleElement().satisfies(word -> {
            assertThat(word.box().left()).isEqualTo(72);
            assertThat(word.box().right()).isBetween(122.5, 122.7);
        });
    }
}
