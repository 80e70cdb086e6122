package dev.tabellio.jobs.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.ArtifactJson;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.Table;
import dev.tabellio.document.TableCell;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingFormatTest {

    private static final BoundingBox ANYWHERE = new BoundingBox(0, 0, 9, 9);

    private static final Table TABLE = new Table(
            ANYWHERE,
            2,
            2,
            false,
            List.of(
                    new TableCell(0, 0, 1, 1, ANYWHERE, List.of(1, 2)),
                    new TableCell(0, 1, 1, 1, ANYWHERE, List.of(3)),
                    new TableCell(1, 0, 1, 1, ANYWHERE, List.of(4)),
                    new TableCell(1, 1, 1, 1, ANYWHERE, List.of(5))));

    private static final ParsedFile CONTRACT = file(page(
            1,
            "The parties are A & B, who agree on this:",
            "",
            "1. TERM OF AGREEMENT",
            "",
            "It lasts <b>two</b>",
            "years.",
            "",
            "2. PRICE OF GOODS",
            "",
            "* free *",
            "and so on",
            "and so on",
            "and so on",
            "to the end"));

    @Test
    void textHasEveryLineInReadingOrder() {
        assertThat(ReadingFormat.TEXT.print(file(page(1, "one", "two"), page(2, "three"))))
                .isEqualTo("one\ntwo\n\fthree\n");
    }

    @Test
    void markdownHasHeadingsAndNoMarkupOfTheDocument() {
        assertThat(ReadingFormat.MARKDOWN.print(CONTRACT)).isEqualTo("""
                The parties are A & B, who agree on this:

                # 1\\. TERM OF AGREEMENT

                It lasts \\<b\\>two\\</b\\>\s\s
                years.

                # 2\\. PRICE OF GOODS

                \\* free \\*\s\s
                and so on\s\s
                and so on\s\s
                and so on\s\s
                to the end

                """);
    }

    @Test
    void htmlShowsTheTextOfTheDocumentAsText() {
        assertThat(ReadingFormat.HTML.print(CONTRACT))
                .contains(
                        "<p>The parties are A &amp; B, who agree on this:</p>",
                        "<h1>1. TERM OF AGREEMENT</h1>",
                        "&lt;b&gt;two&lt;/b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void aTableStandsWhereItsFirstLineIs() {
        Page page = page(1, "before", "a | 1", "b 2", "after").withTables(List.of(TABLE));
        assertThat(ReadingFormat.MARKDOWN.print(file(page))).isEqualTo("""
                before

                | a \\| | 1 |
                | --- | --- |
                | b | 2 |

                after

                """);
        assertThat(ReadingFormat.HTML.print(file(page)))
                .contains("<tr><th>a |</th><th>1</th></tr>", "<tr><td>b</td><td>2</td></tr>");
        assertThat(ArtifactJson.mapper().readValue(ReadingFormat.JSON.print(file(page)), ParsedFile.class))
                .isEqualTo(file(page));
    }

    @Test
    void jsonReadsBackEqual() {
        assertThat(ArtifactJson.mapper().readValue(ReadingFormat.JSON.print(CONTRACT), ParsedFile.class))
                .isEqualTo(CONTRACT);
    }

    @Test
    void aPageThatCouldNotBeReadIsSaidInEveryFormat() {
        ParsedFile broken = file(page(1, "one"), Page.failed(2, 612, 792, "its image is damaged"));
        for (ReadingFormat format : ReadingFormat.values()) {
            assertThat(format.print(broken)).as(format.name()).contains("its image is damaged");
        }
    }

    private static ParsedFile file(Page... pages) {
        return new ParsedFile("a".repeat(64), List.of(pages));
    }

    private static Page page(int number, String... texts) {
        List<Word> words = new ArrayList<>();
        List<TextLine> lines = new ArrayList<>();
        double top = 72;
        for (String text : texts) {
            if (text.isEmpty()) {
                top += 14;
                continue;
            }
            List<Integer> line = new ArrayList<>();
            double left = 72;
            double from = left;
            for (String word : text.split(" ")) {
                line.add(words.size());
                double right = left + 6 * word.length();
                words.add(new Word(word, new BoundingBox(left, top, right, top + 10), Origin.TEXT_LAYER, 1));
                left = right + 4;
            }
            lines.add(new TextLine(new BoundingBox(from, top, left - 4, top + 10), line));
            top += 12;
        }
        return new Page(
                number,
                612,
                792,
                PageReading.TEXT_LAYER,
                words,
                lines,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
