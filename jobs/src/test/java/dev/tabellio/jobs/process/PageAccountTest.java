package dev.tabellio.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.Classification;
import dev.tabellio.document.PageUse;
import dev.tabellio.document.PageUse.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageAccountTest {

    @Test
    void saysWhatAPersonHasToKnow() {
        assertThat(PageAccount.remarks(pages(Kind.UNKNOWN, Kind.BLANK, Kind.UNKNOWN, Kind.FAILED)))
                .contains("page 4 could not be read (page 4); no known document was recognised (page 1: page 1)");
    }

    @Test
    void bracketsOnThePageDoNotEndTheParticulars() {
        Classification cut = new Classification(List.of(), List.of(new PageUse(1, Kind.UNKNOWN, "mhe) Exhibit (c")));
        assertThat(PageAccount.remarks(cut)).contains("no known document was recognised (page 1: mhe] Exhibit [c)");
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
        assertThat(PageAccount.remarks(pages(Kind.BLANK, Kind.BLANK))).contains("nothing is printed on it");
    }

    private static Classification pages(Kind... kinds) {
        return new Classification(
                List.of(),
                IntStream.range(0, kinds.length)
                        .mapToObj(i -> new PageUse(i + 1, kinds[i], "page " + (i + 1)))
                        .toList());
    }
}
