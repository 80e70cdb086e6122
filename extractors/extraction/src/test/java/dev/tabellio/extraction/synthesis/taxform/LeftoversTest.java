package dev.tabellio.extraction.synthesis.taxform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.Citation;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.text.DrawnPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    private static final String SCHEMA = """
            {"properties": {
               "Interest": {"type": "string", "x-tabellio-kind": "amount"},
               "Rows": {"items": {"properties": {
                 "Payer": {"type": "string", "x-tabellio-kind": "text"},
                 "Amount": {"type": "string", "x-tabellio-kind": "amount"}}}}}}
            """;

    private static final String ANCHORS = """
            boxes:
              payer: {labels: ["Name of payer"]}
              amount: {labels: ["Amount of it"]}
            lines:
              interest: {number: ["2b"], labels: ["Taxable interest"]}
            fields:
              /Interest: {line: interest}
            tables:
              /Rows: {columns: {Payer: payer, Amount: amount}, rows: 4, until: interest, key: Amount}
            """;

    private static final String FORM = """
            Name of payer                      Amount of it
            Acme Bank                          1,000.00
            Bolt Savings                       20.50
            Crown Trust                        3.75
            Taxable interest              2b   1,024.25
            You need not file if it is not over $1,500 in all of 2024.
            """;

    @TempDir
    private Path folder;

    @Test
    void nothingIsLeftOfAFormThatWasReadWhole() throws IOException {
        assertThat(leftovers(ANCHORS, FORM)).isEmpty();
    }

    @Test
    void aFieldThatIsNotReadIsLeftOver() throws IOException {
        String unread = ANCHORS.replace("labels: [\"Taxable interest\"]", "labels: [\"Interest that is taxed\"]")
                .replace("until: interest, ", "")
                .replace("rows: 4", "rows: 2");
        assertThat(leftovers(unread, FORM)).contains("1,024.25");
    }

    @Test
    void aRowThatIsNotTakenIsLeftOver() throws IOException {
        List<Citation> left = DrawnForm.read(
                        folder,
                        SCHEMA,
                        ANCHORS.replace("until: interest, ", "").replace("rows: 4", "rows: 1"),
                        DrawnPage.of(1, FORM))
                .leftovers();
        assertThat(left).extracting(Citation::text).contains("3.75");
        assertThat(left)
                .allMatch(citation -> citation.page() == 1 && citation.box().top() > 2 * DrawnPage.ROW);
    }

    @Test
    void wholeDollarsCountRightOfALineNumber() throws IOException {
        assertThat(leftovers(ANCHORS, FORM + "Ordinary dividends            3b   450\n"))
                .containsExactly("450");
        assertThat(leftovers(ANCHORS, FORM + "Attach Form                        8949\n"))
                .isEmpty();
    }

    @Test
    void whatTheTypeDeclaresNotToNeedIsNotLeftOver() throws IOException {
        assertThat(leftovers(ANCHORS, FORM + "Maximum                            168,600\n"))
                .containsExactly("168,600");
        DrawnForm.declare(folder, "{title: Own, version: '1', family: tax-form, leftover: {not-needed: ['168,600']}}");
        assertThat(leftovers(ANCHORS, FORM + "Maximum                            168,600\n"))
                .isEmpty();
    }

    @Test
    void everyAmountInAFieldOfAFillableFormCounts() throws IOException {
        Page blank = DrawnPage.of(1, "Taxable interest              2b\nQualified dividends           3a\n");
        Page filled = DrawnPage.filled(
                blank, "                                   450\n                                   77.00");
        assertThat(DrawnForm.read(folder, SCHEMA, ANCHORS, filled).leftovers())
                .extracting(Citation::text)
                .containsExactly("77.00");
    }

    @Test
    void aRowOfPeopleThatIsLostShowsByItsNumber() throws IOException {
        assertThat(leftovers(ANCHORS, FORM + "Jane Public                        400-00-1038\n"))
                .containsExactly("400-00-1038");
    }

    @Test
    void aRecognisedAmountCountsWhereItIsSureAndWrittenAsOne() throws IOException {
        assertThat(recognised("450.00", 0.9)).containsExactly("450.00");
        assertThat(recognised("450.00", 0.7)).isEmpty();
        assertThat(recognised("450", 0.9)).isEmpty();
    }

    private List<String> recognised(String amount, double confidence) throws IOException {
        Page scanned = DrawnPage.of(
                1, FORM + "Ordinary dividends            3b   %s\n".formatted(amount), Origin.OCR, List.of());
        Page unsure = new Page(
                1,
                scanned.width(),
                scanned.height(),
                scanned.reading(),
                scanned.words().stream()
                        .map(word -> new Word(word.text(), word.box(), word.origin(), confidence))
                        .toList(),
                scanned.lines(),
                scanned.cells(),
                scanned.checkboxes(),
                scanned.formFields(),
                scanned.regions(),
                null);
        return DrawnForm.read(folder, SCHEMA, ANCHORS, unsure).leftovers().stream()
                .map(Citation::text)
                .toList();
    }

    private List<String> leftovers(String anchors, String drawn) throws IOException {
        return DrawnForm.read(folder, SCHEMA, anchors, DrawnPage.of(1, drawn)).leftovers().stream()
                .map(Citation::text)
                .toList();
    }
}
