package dev.tabellio.extraction.synthesis.taxform;

import static dev.tabellio.extraction.synthesis.taxform.DrawnForm.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.extraction.text.DrawnPage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Statements of payers whose software arranges everything anew. */
class SubstituteStatementTest {

    @Test
    void aLetterNamesThePartiesWithOneWord() {
        assertThat(values(read("us-1099-int", """
                PAYER:                                             2024 Form 1099-INT
                Wainwright Savings Bank                            Interest Income
                3303 Cinder Path
                Harrowgate, OH 44111

                RECIPIENT:
                Ada C. Ibarra
                6627 Tannery Row
                Cypress Landing, FL 32540

                PAYER'S federal identification number:   00-0012785
                RECIPIENT'S federal identification number:   907-37-9201

                Box 1   Interest income . . . . . . . . . . . .      34,023.51
                Box 4   Federal income tax withheld . . . . . .         561.13
                """)))
                .containsEntry("/TaxYear", "2024")
                .containsEntry("/Payer/Name", "Wainwright Savings Bank")
                .containsEntry("/Payer/Address", "3303 Cinder Path\nHarrowgate, OH 44111")
                .containsEntry("/Payer/TIN", "00-0012785")
                .containsEntry("/Recipient/Name", "Ada C. Ibarra")
                .containsEntry("/Recipient/TIN", "907-37-9201")
                .containsEntry("/Transactions/0/Box1", "34023.51")
                .containsEntry("/Transactions/0/Box4", "561.13");
    }

    @Test
    void aSentenceThatBeginsWithAPartyIsNoLabel() {
        assertThat(values(read("us-1099-misc", "Payer made direct sales\n3303 Cinder Path")))
                .doesNotContainKey("/Payer/Name");
    }

    @Test
    void theNumberOfABoxMayStandBehindItsWording() {
        assertThat(values(read("us-1099-div", """
                Total ordinary dividends (Box 1a)     34,023.51     Federal income tax withheld (Box 4)      100.00
                Qualified dividends (Box 1b)                        Foreign tax paid (Box 7)
                Total capital gain distr. (Box 2a)       561.13     Exempt-interest dividends (Box 12)      4,730.16
                """)))
                .containsOnly(
                        Map.entry("/Box1a", "34023.51"),
                        Map.entry("/Box2a", "561.13"),
                        Map.entry("/Box4", "100.00"),
                        Map.entry("/Box12", "4730.16"));
    }

    @Test
    void wordingsWithTheNumberOfAnotherBoxAreItsLabels() {
        assertThat(values(read("us-1099-b", """
                Unrealized profit or (loss) on open contracts-12/31/2022 (Box 9)         1,673.42

                Unrealized profit or (loss) on open contracts-12/31/2023 (Box 10)
                """))).containsOnly(Map.entry("/Transactions/0/Box9", "1673.42"));
    }

    @Test
    void onCardsTheValueStandsOverItsLabel() {
        assertThat(values(read("us-1099-div", """
                49,788.73                      29,873.24                       5,169.37
                1a Total ordinary dividends    1b Qualified dividends          2a Total capital gain distr.


                                               1,033.87
                2b Unrecap. Sec. 1250 gain     2c Section 1202 gain            2d Collectibles (28%) gain


                1,493.66
                4 Federal income tax withheld  5 Section 199A dividends        7 Foreign tax paid
                """)))
                .containsOnly(
                        Map.entry("/Box1a", "49788.73"),
                        Map.entry("/Box1b", "29873.24"),
                        Map.entry("/Box2a", "5169.37"),
                        Map.entry("/Box2c", "1033.87"),
                        Map.entry("/Box4", "1493.66"));
    }

    @Test
    void anAddressOfManyLinesIsReadWhole() {
        assertThat(values(read("us-1098", """
                8 Address or description of property securing mortgage
                2043 Alder Street
                Suite 200
                Larkspur Bay, CA 94937
                """)))
                .containsEntry("/PropertyAddress", "2043 Alder Street\nSuite 200\nLarkspur Bay, CA 94937");
    }

    @Test
    void anAmountThatTwoBoxesClaimIsNeithers() {
        ExtractedField.Cited one = (ExtractedField.Cited) read("us-1099-div", "1a Total ordinary dividends   5.00")
                .fields()
                .get("/Box1a");
        Map<String, ExtractedField> checked =
                SharedPlaces.uncited(Map.of("/Box1a", one, "/Box1b", one, "/Box2a", new ExtractedField.Absent()));
        assertThat(checked.get("/Box1a"))
                .isInstanceOfSatisfying(
                        ExtractedField.Uncited.class,
                        uncited -> assertThat(uncited.reason()).isEqualTo("the same place is read as /Box1b"));
        assertThat(checked.get("/Box1b")).isInstanceOf(ExtractedField.Uncited.class);
        assertThat(checked.get("/Box2a")).isInstanceOf(ExtractedField.Absent.class);
    }

    private static ExtractedDocument read(String type, String text) {
        return DrawnForm.read(type, DrawnPage.of(1, text));
    }
}
