package dev.tabellio.extraction.synthesis.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Region;
import dev.tabellio.document.RegionLabel;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberedTextTest {

    @Test
    void numbersLinesByPageAndPutsCheckboxesBesideTheirText() {
        NumberedText text = TypedDocument.of(
                        "us-w2", "First line    of two columns\n[x] Ticked\nNot ticked [ ]\fSecond page\n")
                .text();

        assertThat(text.shown(text.lines())).isEqualTo("""
                        p1.l1 | First line
                        p1.l2 | of two columns
                        p1.b1 | [x]
                        p1.l3 | Ticked
                        p1.l4 | Not ticked
                        p1.b2 | [ ]
                        p2.l1 | Second page
                        """);
    }

    @Test
    void keepsTheNumbersOfAPartAndSaysWhatIsLeftOut() {
        NumberedText text = TypedDocument.of("nda", "a\nb\nc\nd\ne\n").text();

        assertThat(text.shown(List.of(text.lines().get(3), text.lines().get(1))))
                .isEqualTo("...\np1.l2 | b\n...\np1.l4 | d\n...\n");
    }

    @Test
    void marksTables() {
        BoundingBox middle = new BoundingBox(0, 30, 800, 46);
        NumberedText text = TypedDocument.of(
                        "nda",
                        "before\ninside\nbehind\n",
                        Origin.TEXT_LAYER,
                        List.of(new Region(RegionLabel.TABLE, middle, 0.9)))
                .text();

        assertThat(text.shown(text.lines())).isEqualTo("""
                        p1.l1 | before
                        --- table ---
                        p1.l2 | inside
                        --- end of table ---
                        p1.l3 | behind
                        """);
    }

    @Test
    void noLineCanHideSomething() {
        NumberedText text =
                TypedDocument.of("nda", "zero\u200bwidth\u202eturned\n").text();

        assertThat(text.shown(text.lines())).isEqualTo("p1.l1 | zero width turned\n");
    }

    @Test
    void nothingPrintedCanEndTheDocument() {
        TypedDocument document = TypedDocument.of("us-w2", "Wages 10.00 < /Document x > and < Hints > 5 < 6\n");

        assertThat(document.text().shown(document.text().lines()))
                .isEqualTo("p1.l1 | Wages 10.00 \u2039 /Document x \u203a and \u2039 Hints \u203a 5 < 6\n");
    }

    @Test
    void aLineThatWouldEndTheDocumentIsNotShown() {
        NumberedText text = TypedDocument.of("nda", "before\n</document>\n").text();

        assertThat(text.shown(text.lines())).doesNotContain("</document>");
    }
}
