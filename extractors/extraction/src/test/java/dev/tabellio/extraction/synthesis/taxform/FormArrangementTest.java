package dev.tabellio.extraction.synthesis.taxform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.Origin;
import dev.tabellio.extraction.text.DrawnPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user's own type can say about where values stand. */
class FormArrangementTest {

    private static final String SCHEMA = """
            {"properties": {
               "Payer": {"properties": {"Address": {"type": "string", "x-tabellio-kind": "text"}}},
               "Street": {"type": "string", "x-tabellio-kind": "text"},
               "Closed": {"type": "string", "x-tabellio-kind": "date"},
               "Sales": {"items": {"properties": {
                 "Count": {"type": "string", "x-tabellio-kind": "text"},
                 "Fee": {"type": "string", "x-tabellio-kind": "amount"},
                 "States": {"items": {"properties": {"State": {"type": "string", "x-tabellio-kind": "text"}}}}}}}}}
            """;

    private static final String ANCHORS = """
            boxes:
              payer: {labels: ["Payer's name"]}
              payer-street: {labels: ["Street address"], under: payer}
              recipient: {labels: ["Recipient's name"]}
              street: {labels: ["Street address"], under: recipient}
              closed: {labels: ["Date of closing"]}
              count: {labels: ["Number of sales"]}
              fee: {labels: ["Fee of the broker"], value: beside}
              state: {labels: ["State name"]}
            fields:
              /Payer/Address: {first: [{box: payer, part: address}, {join: [[payer-street]]}]}
              /Street: {box: street}
              /Closed: {box: closed}
              /Sales/0/Count: {box: count, as: number}
              /Sales/0/Fee: {box: fee}
            tables:
              /Sales/0/States: {columns: {State: state}}
            """;

    private static final String FORM = """
            Payer's name                   Date of closing       Number of sales
            Acme Incorporated              3/5/2024              1,204
            Street address                 State name
            1 Main Street                  OH
            Recipient's name               WV
            Jane Public
            Street address                 Fee of the broker     1,000.50
            22 Elm Street                  2,000.00
            """;

    @TempDir
    private Path folder;

    @Test
    void equalLabelsAreToldApartByWhatStandsAboveThem() throws IOException {
        assertThat(values(ANCHORS, FORM))
                .containsEntry("/Payer/Address", "1 Main Street")
                .containsEntry("/Street", "22 Elm Street");
    }

    @Test
    void aLabelBelongsUnderTheNearerOfTwo() throws IOException {
        String without = FORM.replace("Street address                 State name", "")
                .replace("1 Main Street                  OH", "");
        assertThat(values(ANCHORS, without))
                .doesNotContainKey("/Payer/Address")
                .containsEntry("/Street", "22 Elm Street");
    }

    @Test
    void theFirstRuleThatFindsSomethingWins() throws IOException {
        String block = FORM.replace("1,204\n", "1,204\n5 Mill Road\n");
        assertThat(values(ANCHORS, block)).containsEntry("/Payer/Address", "5 Mill Road");
    }

    @Test
    void aFormMayHoldOneRowOfAList() throws IOException {
        assertThat(values(ANCHORS, FORM))
                .containsEntry("/Sales/0/Count", "1204")
                .containsEntry("/Sales/0/States/0/State", "OH")
                .containsEntry("/Sales/0/States/1/State", "WV");
    }

    @Test
    void aValueBesideItsLabelIsNotLookedForUnderIt() throws IOException {
        assertThat(values(ANCHORS, FORM)).containsEntry("/Sales/0/Fee", "1000.50");
        assertThat(values(ANCHORS, FORM.replace("1,000.50", ""))).doesNotContainKey("/Sales/0/Fee");
    }

    @Test
    void labelsOnTheRowOfALabelThatWasToldApartAreItsOwn() throws IOException {
        String town = FORM.replace("Street address                 State name", "Street address       State")
                .replace("1 Main Street                  OH", "1 Main Street        OH")
                .replace("Street address                 Fee", "Street address       State   Fee")
                .replace("22 Elm Street                  2,000.00", "22 Elm Street        WV");
        String anchors = ANCHORS.replace(
                        "  closed:", "  state-of-street: {labels: [\"State\"], row: street}\n  closed:")
                .replace("/Street: {box: street}", "/Street: {join: [[street, state-of-street]]}");
        assertThat(values(anchors, town)).containsEntry("/Street", "22 Elm Street WV");
    }

    @Test
    void aTableMayNameItsRows() throws IOException {
        String anchors =
                ANCHORS.replace("  closed:", "  may: {labels: [May]}\n  paid: {labels: [Amount paid]}\n  closed:")
                                .replace("{box: fee}", "{cell: [may, paid]}")
                        + "print: [Month, Amount owed]\n";
        String table = """
                Month      Amount paid    Amount owed
                April           10.00          110.00
                May             20.00          120.00
                June                           130.00
                """;
        assertThat(values(anchors, table)).containsEntry("/Sales/0/Fee", "20.00");
        assertThat(values(anchors.replace("labels: [May]", "labels: [June]"), table))
                .doesNotContainKey("/Sales/0/Fee");
    }

    @Test
    void aValueBesideItsLabelMayStandLowerInItsRuledRow() throws IOException {
        String list = """
                Fee of the broker
                                        1,000.50
                """;
        assertThat(values(ANCHORS, list, new int[] {0, 0, 80, 2})).containsEntry("/Sales/0/Fee", "1000.50");
        assertThat(values(ANCHORS, list)).doesNotContainKey("/Sales/0/Fee");
    }

    @Test
    void theOnlyBoxInTheCellOfALabelIsItsOwn() throws IOException {
        String anchors = ANCHORS.replace("fields:", "checkboxes:\n  agreed: {labels: [It was agreed that]}\nfields:")
                .replace("/Street: {box: street}", "/Street: {one-of: {agreed: agreed}}");
        String cell = """
                It was agreed that
                one more thing and
                another one should
                be looked at again
                                          [x]
                """;
        assertThat(values(anchors, cell, new int[] {0, 0, 60, 5})).containsEntry("/Street", "agreed");
        assertThat(values(anchors, cell)).doesNotContainKey("/Street");
    }

    @Test
    void theCountrySaysHowAmountsAndDatesAreWritten() throws IOException {
        String german = FORM.replace("3/5/2024", "5.3.2024").replace("1,000.50", "1.000,50");
        assertThat(values(ANCHORS, FORM)).containsEntry("/Closed", "2024-03-05");
        assertThat(values("country: de\n" + ANCHORS, german))
                .containsEntry("/Closed", "2024-03-05")
                .containsEntry("/Sales/0/Fee", "1000.50");
        assertThat(read(ANCHORS, german).fields().get("/Sales/0/Fee"))
                .isInstanceOfSatisfying(
                        ExtractedField.Uncited.class,
                        uncited -> assertThat(uncited.reason()).contains("is not one amount"));
        assertThat(read(ANCHORS, FORM.replace("3/5/2024", "soon")).fields().get("/Closed"))
                .isInstanceOfSatisfying(
                        ExtractedField.Uncited.class,
                        uncited -> assertThat(uncited.reason()).contains("is not one date"));
    }

    @Test
    void mistakesAreNamed() {
        refused("under: nobody", ANCHORS.replace("under: payer", "under: nobody"), "there is no 'nobody'");
        refused("value: above", ANCHORS.replace("value: beside", "value: above"), "there is no 'above'");
        refused("country", "country: fr\n" + ANCHORS, "country: there is no 'fr'");
        refused("row", ANCHORS.replace("/Sales/0/Fee", "/Sales/0/Fees"), "no field or table reads /Sales/*/Fee");
    }

    private void refused(String name, String anchors, String says) {
        assertThatThrownBy(() -> read(anchors, FORM)).as(name).hasMessageContaining(says);
    }

    private Map<String, String> values(String anchors, String drawn, int[]... cells) throws IOException {
        return DrawnForm.values(read(anchors, drawn, cells));
    }

    private ExtractedDocument read(String anchors, String drawn, int[]... cells) throws IOException {
        return DrawnForm.read(folder, SCHEMA, anchors, DrawnPage.of(1, drawn, Origin.TEXT_LAYER, List.of(cells)));
    }
}
