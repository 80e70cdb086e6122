package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.Citation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractTextTest {

    @Test
    void joinsLinesAndBrokenWords() {
        ContractText contract = TypedContract.of("""
                        The parties will keep the informa-
                        tion secret under a non-
                        disclosure undertaking of “Example” for twenty-
                        four months.

                        Second paragraph.""").text();

        assertThat(contract.text())
                .isEqualTo("The parties will keep the information secret under a non-disclosure undertaking of"
                        + " \"Example\" for twenty-four months.\nSecond paragraph.");
        assertThat(contract.printed()).contains("“Example”");
    }

    @Test
    void doubleSpacingAloneMakesNoParagraphs() {
        ContractText contract = TypedContract.of("One line\n\nof a text\n\nwith wide\n\nspacing.\n\n\n\nNext one.")
                .text();

        assertThat(contract.text()).isEqualTo("One line of a text with wide spacing.\nNext one.");
    }

    @Test
    void citesEachLineThatASpanTouches() {
        ContractText contract =
                TypedContract.of("between Blue Heron\nFoods, Inc. and others").text();
        int start = contract.text().indexOf("Blue");

        List<Citation> citations =
                contract.cite(new TextSpan(start, contract.text().indexOf(" and")));

        assertThat(citations).extracting(Citation::text).containsExactly("Blue Heron", "Foods, Inc.");
        assertThat(citations).extracting(citation -> citation.box().left()).containsExactly(68.0, 20.0);
        assertThat(citations).allMatch(citation -> citation.page() == 1);
    }

    @Test
    void leavesOutHeadersAndPageNumbers() {
        ContractText contract = TypedContract.of("""
                        Fen Valley Draft of May 4
                        The obligations of the recipient shall continue for
                        - 1 -
                        \fFen Valley Draft of May 4
                        a period of two years
                        - 2 -
                        \fFen Valley Draft of May 4
                        from the date hereof.
                        - 3 -""").text();

        assertThat(contract.text())
                .isEqualTo(
                        "Fen Valley Draft of May 4 The obligations of the recipient shall continue for a period of two"
                                + " years from the date hereof.");
        assertThat(contract.cite(new TextSpan(0, contract.text().length())))
                .extracting(Citation::page)
                .containsExactly(1, 1, 2, 3);
    }
}
