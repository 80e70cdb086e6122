package dev.tabellio.extraction.synthesis.taxform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.Citation;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.extraction.text.DrawnPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableReaderTest {

    private static final String SCHEMA = """
            {"properties": {
               "Total": {"type": "string", "x-tabellio-kind": "amount"},
               "Loss": {"type": "string", "x-tabellio-kind": "amount"},
               "Interest": {"items": {"properties": {
                 "Payer": {"type": "string", "x-tabellio-kind": "text"},
                 "Amount": {"type": "string", "x-tabellio-kind": "amount"}}}},
               "Codes": {"items": {"properties": {
                 "Code": {"type": "string", "x-tabellio-kind": "text"},
                 "Amount": {"type": "string", "x-tabellio-kind": "amount"}}}}}}
            """;

    private static final String ANCHORS = """
            boxes:
              payer: {number: ["1"], labels: ["List name of payer"]}
              amount: {labels: ["Amount of it"]}
              12a: {labels: ["See instructions for box 12"]}
              12b: {labels: ["Code twelve"]}
            lines:
              total: {number: ["2"], labels: ["Add the amounts on line 1"]}
              loss: {number: ["3"], labels: ["Capital loss carryover"]}
            fields:
              /Total: {line: total}
              /Loss: {line: loss}
            tables:
              /Interest: {columns: {Payer: payer, Amount: amount}, rows: 5, until: total, key: Amount}
              /Codes: {boxes: [12a, 12b], code: Code, amount: Amount, codes: [D, DD]}
            """;

    private static final String FORM = """
            Part I      1 List name of payer                Amount of it
            Interest      Acme Bank                         1,000.00
            (See the
            notes)        Bolt Savings                      20.50
                        2 Add the amounts on line 1     2   1,020.50
            """;

    @TempDir
    private Path folder;

    @Test
    void rowsStandUnderTheHeadsUntilTheLineThatAddsThem() throws IOException {
        assertThat(values(FORM))
                .containsEntry("/Interest/0/Payer", "Acme Bank")
                .containsEntry("/Interest/0/Amount", "1000.00")
                .containsEntry("/Interest/1/Payer", "Bolt Savings")
                .containsEntry("/Interest/1/Amount", "20.50")
                .containsEntry("/Total", "1020.50")
                .doesNotContainKey("/Interest/2/Amount");
    }

    @Test
    void aRowWithoutItsKeyIsNone() throws IOException {
        assertThat(values(FORM.replace("20.50 ", "      ").replace("20.50\n", "     \n")))
                .containsEntry("/Interest/0/Payer", "Acme Bank")
                .doesNotContainKey("/Interest/1/Payer");
    }

    @Test
    void rowsBelowTheLineThatEndsThemAreNotOfTheTable() throws IOException {
        String more = FORM + "                          Not a payer                       77.00\n";
        assertThat(values(more).values()).doesNotContain("Not a payer", "77.00");
    }

    @Test
    void rowsMayBeRuledUnderAHeadThatFillsItsCell() throws IOException {
        String drawn = """
                1 List name of payer                 Amount of it
                Acme Bank                            1,000.00
                Bolt Savings                         20.50
                2 Add the amounts on line 1     2    1,020.50
                """;
        Page page = DrawnPage.of(
                1,
                drawn,
                Origin.TEXT_LAYER,
                List.of(
                        new int[] {0, 0, 36, 1},
                        new int[] {36, 0, 60, 1},
                        new int[] {0, 1, 36, 2},
                        new int[] {36, 1, 60, 2},
                        new int[] {0, 2, 36, 3},
                        new int[] {36, 2, 60, 3}));
        assertThat(DrawnForm.values(folder, SCHEMA, ANCHORS, page))
                .containsEntry("/Interest/1/Payer", "Bolt Savings")
                .containsEntry("/Interest/1/Amount", "20.50");
    }

    /** Schedule B of 2020 has its first row there. */
    @Test
    void theFirstRowMayStandRightOfTheWordingOfTheLine() throws IOException {
        assertThat(values("""
                                                           Amount of it
                1 List name of payer    Zeta Trust         500.00
                    Acme Bank                              1,000.00
                2 Add the amounts on line 1           2    1,500.00
                """))
                .containsEntry("/Interest/0/Payer", "Zeta Trust")
                .containsEntry("/Interest/0/Amount", "500.00")
                .containsEntry("/Interest/1/Payer", "Acme Bank");
    }

    @Test
    void codeAndAmountMayStandRightOfTheNameOfTheirBoxInACellOfOneLine() throws IOException {
        Page page = DrawnPage.of(1, """
                Code twelve   D    4,627.18
                See instructions for box 12
                """, Origin.TEXT_LAYER, List.of(new int[] {0, 0, 40, 1}, new int[] {0, 1, 40, 2}));
        assertThat(DrawnForm.values(folder, SCHEMA, ANCHORS, page))
                .containsEntry("/Codes/0/Code", "D")
                .containsEntry("/Codes/0/Amount", "4627.18");
    }

    @Test
    void whatStandsInARowThatIsNoneIsTold() throws IOException {
        assertThat(DrawnForm.read(
                                folder,
                                SCHEMA,
                                ANCHORS,
                                DrawnPage.of(
                                        1,
                                        FORM.replace("20.50 ", "      ")
                                                .replace("20.50\n", "     \n")
                                                .replace("Bolt Savings", "Bolt 4711/2024")))
                        .leftovers())
                .extracting(Citation::text)
                .containsExactly("4711/2024");
    }

    @Test
    void rowsOfScansThatWereLostAreTold() throws IOException {
        Page scanned = DrawnPage.of(
                1, FORM.replace("Bolt Savings ", "             ").replace("20.50", "2O.5O7"), Origin.OCR, List.of());
        assertThat(DrawnForm.read(folder, SCHEMA, ANCHORS, scanned).leftovers())
                .extracting(Citation::text)
                .containsExactly("2O.5O7");
    }

    @Test
    void aCodedBoxHoldsACodeAndAnAmount() throws IOException {
        assertThat(values("""
                See instructions for box 12
                D  500.00

                Code twelve
                DD  7,250.00
                """))
                .containsEntry("/Codes/0/Code", "D")
                .containsEntry("/Codes/0/Amount", "500.00")
                .containsEntry("/Codes/1/Code", "DD")
                .containsEntry("/Codes/1/Amount", "7250.00");
    }

    @Test
    void anAmountWithoutACodeIsNoValue() throws IOException {
        assertThat(values("""
                See instructions for box 12
                500.00
                """)).doesNotContainKey("/Codes/0/Amount");
    }

    @Test
    void printedBracketsAroundAFieldMakeALoss() throws IOException {
        String form = "3 Capital loss carryover     3  (              )\n";
        Page page = DrawnPage.of(1, form);
        assertThat(DrawnForm.values(
                        folder, SCHEMA, ANCHORS, DrawnPage.filled(page, "                                    450")))
                .containsEntry("/Loss", "-450.00");
        assertThat(DrawnForm.values(
                        folder,
                        SCHEMA,
                        ANCHORS,
                        DrawnPage.filled(
                                DrawnPage.of(1, form.replace("(", " ").replace(")", " ")),
                                "                                    450")))
                .containsEntry("/Loss", "450.00");
        assertThat(DrawnForm.values(folder, SCHEMA, ANCHORS, DrawnPage.of(1, form.replace("(     ", "( 450 "))))
                .containsEntry("/Loss", "-450.00");
    }

    private Map<String, String> values(String drawn) throws IOException {
        return DrawnForm.values(folder, SCHEMA, ANCHORS, DrawnPage.of(1, drawn));
    }
}
