package dev.tabellio.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Classification;
import dev.tabellio.document.Document;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.PageUse;
import dev.tabellio.document.PageUse.Kind;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.reconciliation.Caveat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageAccountTest {

    private static final ParsedFile READ = new ParsedFile("0".repeat(64), List.of());

    @Test
    void saysWhatAPersonHasToKnow() {
        assertThat(PageAccount.remarks(READ, pages(Kind.UNKNOWN, Kind.BLANK, Kind.UNKNOWN, Kind.FAILED)))
                .contains("page 4 could not be read (page 4); no known document was recognised (page 1: page 1)");
    }

    @Test
    void bracketsOnThePageDoNotEndTheParticulars() {
        Classification cut = new Classification(List.of(), List.of(new PageUse(1, Kind.UNKNOWN, "mhe) Exhibit (c")));
        assertThat(PageAccount.remarks(READ, cut))
                .contains("no known document was recognised (page 1: mhe] Exhibit [c)");
    }

    @Test
    void causesOfPagesAreSaidOnceAndWithoutTheirNumber() {
        Classification broken = new Classification(
                List.of(),
                List.of(
                        new PageUse(1, Kind.FAILED, "Page 1 cannot be read: it is nested without end."),
                        new PageUse(2, Kind.BLANK, ""),
                        new PageUse(3, Kind.FAILED, "Page 3 cannot be read: it is nested without end.")));
        assertThat(PageAccount.failed(broken)).contains("pages 1, 3 could not be read (it is nested without end)");
    }

    @Test
    void aFileOfBlankPagesIsCalledSo() {
        assertThat(PageAccount.remarks(READ, pages(Kind.BLANK, Kind.BLANK))).contains("nothing is printed on it");
    }

    @Test
    void contentThatPagesOnlyStandForIsSaidFirst() {
        ParsedFile cover = new ParsedFile(
                "0".repeat(64),
                List.of(Page.failed(1, 612, 792, "damaged")),
                List.of(
                        new HiddenText(0, HiddenText.Why.METADATA, "Subject", null),
                        new HiddenText(0, HiddenText.Why.CONTENT_ELSEWHERE, "a portfolio of 2 files", null)));
        assertThat(PageAccount.remarks(cover, pages(Kind.BLANK)))
                .contains("its content is not on its pages: a portfolio of 2 files; nothing is printed on it");
        Document document = new Document(
                "0".repeat(16),
                "0".repeat(64),
                "nda",
                "1",
                List.of(new PageArea(1, new BoundingBox(0, 0, 612, 792))),
                List.of());
        assertThat(new FileCaveats().of(document, cover, pages(Kind.BLANK)))
                .containsExactly(new Caveat(
                        Caveat.Kind.INCOMPLETE_FILE, "its content is not on its pages: a portfolio of 2 files"));
    }

    private static Classification pages(Kind... kinds) {
        return new Classification(
                List.of(),
                IntStream.range(0, kinds.length)
                        .mapToObj(i -> new PageUse(i + 1, kinds[i], "page " + (i + 1)))
                        .toList());
    }
}
