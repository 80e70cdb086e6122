package dev.tabellio.extraction.synthesis.taxform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.text.DrawnPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridReaderTest {

    private static final String SCHEMA = """
            {"properties": {
               "Proceeds": {"type": "string", "x-tabellio-kind": "amount"},
               "Short": {"type": "string", "x-tabellio-kind": "amount"},
               "Long": {"type": "string", "x-tabellio-kind": "amount"},
               "Children": {"items": {"properties": {
                 "Name": {"type": "string", "x-tabellio-kind": "text"},
                 "SSN": {"type": "string", "x-tabellio-kind": "identifier"},
                 "Student": {"type": "boolean", "x-tabellio-kind": "flag"}}}}}}
            """;

    private static final String ANCHORS = """
            boxes:
              proceeds: {labels: ["Proceeds"]}
              cost: {labels: ["Cost or other basis"]}
              child-1: {labels: ["Child one"]}
              child-2: {labels: ["Child two"]}
              lived: {labels: ["Where the child lived"]}
            lines:
              short: {number: ["1a"], labels: ["Totals of short-term transactions"]}
              long: {number: ["1b"], labels: ["Totals of long-term transactions"]}
              name: {number: ["1"], labels: ["Child's name"]}
              ssn: {number: ["2"], labels: ["Child's number"]}
              student: {number: ["3"], labels: ["Was the child a student"]}
            fields:
              /Proceeds: {cell: [short, proceeds]}
              /Short: {cell: [short, cost]}
              /Long: {cell: [long, cost]}
            tables:
              /Children: {entries: [child-1, child-2], across: true, leaves: {Name: name, SSN: ssn, Student: student}, as: {SSN: ssn}}
            """;

    @TempDir
    private Path folder;

    @Test
    void theNumberOfARecognisedRowIsNoValue() throws IOException {
        String drawn = """
                                                        Proceeds      Cost or other basis
                1  Totals of short-term transactions                  1
                1b Totals of long-term transactions     7,000         (300)
                """;
        String anchors = ANCHORS.replace("[\"1a\"]", "[\"1\"]");
        assertThat(DrawnForm.values(folder, SCHEMA, anchors, DrawnPage.of(1, drawn, Origin.OCR, List.of())))
                .doesNotContainKey("/Short")
                .containsEntry("/Long", "-300.00");
    }

    @Test
    void anEmptyCellIsNothing() throws IOException {
        assertThat(DrawnForm.read(folder, SCHEMA, ANCHORS, DrawnPage.of(1, """
                                                        Proceeds      Cost or other basis
                1a Totals of short-term transactions    5,000
                1b Totals of long-term transactions
                """))
                        .fields()
                        .get("/Short"))
                .isInstanceOf(ExtractedField.Absent.class);
    }

    @Test
    void aLabelWithOneTallWordDoesNotReachIntoTheRowAbove() throws IOException {
        Page page = DrawnPage.of(1, """
                                                        Proceeds      Cost or other basis
                1a Totals of short-term transactions    5,000         1,200
                1b Totals of long-term transactions
                """, Origin.OCR, List.of());
        List<Word> words = page.words().stream()
                .map(word -> word.text().equals("long-term")
                        ? new Word(
                                word.text(),
                                new BoundingBox(
                                        word.box().left(),
                                        word.box().top() - 7,
                                        word.box().right(),
                                        word.box().bottom()),
                                word.origin(),
                                word.confidence())
                        : word)
                .toList();
        Page tall = new Page(
                1,
                page.width(),
                page.height(),
                page.reading(),
                words,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        assertThat(DrawnForm.values(folder, SCHEMA, ANCHORS, tall))
                .containsEntry("/Short", "1200.00")
                .doesNotContainKey("/Long");
    }

    @Test
    void aCellStandsRightOfItsLineAndUnderItsHead() throws IOException {
        assertThat(values("""
                                                        Proceeds      Cost or other basis
                1a Totals of short-term transactions    5,000         1,200
                1b Totals of long-term transactions     7,000         (300)
                """)).containsEntry("/Short", "1200.00").containsEntry("/Long", "-300.00");
    }

    @Test
    void anEmptyCellIsNoValue() throws IOException {
        assertThat(values("""
                                                        Proceeds      Cost or other basis
                1a Totals of short-term transactions    5,000
                1b Totals of long-term transactions     7,000         300
                """)).doesNotContainKey("/Short").containsEntry("/Long", "300.00");
    }

    @Test
    void entriesAcrossAreNumberedWithoutThoseThatHoldNothing() throws IOException {
        assertThat(values("""
                                             Child one         Child two
                1  Child's name                                Ada Nabokov
                2  Child's number                              900-12-3456
                3  Was the child a student   [ ]               [x]
                """))
                .containsEntry("/Children/0/Name", "Ada Nabokov")
                .containsEntry("/Children/0/SSN", "900-12-3456")
                .containsEntry("/Children/0/Student", "true")
                .doesNotContainKey("/Children/1/Name");
    }

    @Test
    void aNumberMayStandInACombWithACellForEachGroup() throws IOException {
        String drawn = """
                                             Child one              Child two
                1  Child's name              Ada                    Bo
                2  Child's number            9 0 0 1 2 3 4 5 6      9 0 0 6 5 4 3 2 1
                """;
        Page page = DrawnPage.of(
                1,
                drawn,
                Origin.TEXT_LAYER,
                List.of(
                        new int[] {28, 0, 51, 1},
                        new int[] {28, 2, 35, 3},
                        new int[] {35, 2, 39, 3},
                        new int[] {39, 2, 51, 3},
                        new int[] {51, 0, 75, 1},
                        new int[] {51, 2, 58, 3},
                        new int[] {58, 2, 62, 3},
                        new int[] {62, 2, 75, 3}));
        assertThat(DrawnForm.values(folder, SCHEMA, ANCHORS, page))
                .containsEntry("/Children/0/SSN", "900-12-3456")
                .containsEntry("/Children/1/SSN", "900-65-4321");
    }

    @Test
    void aRowEndsWhereAnyLabelBeginsThatBeginsWhereItsOwnDoes() throws IOException {
        String drawn = """
                                             Child one         Child two
                1  Child's name              Ada Nabokov
                Where the child lived        with me
                """;
        String moved = drawn.replace("1  Child's name", "Child's name   ");
        Map<String, String> values = DrawnForm.values(
                folder,
                SCHEMA,
                ANCHORS.replace(
                        "{number: [\"1\"], labels: [\"Child's name\"]}", "{number: [], labels: [\"Child's name\"]}"),
                DrawnPage.of(1, moved));
        assertThat(values).containsEntry("/Children/0/Name", "Ada Nabokov");
    }

    private Map<String, String> values(String drawn) throws IOException {
        return DrawnForm.values(folder, SCHEMA, ANCHORS, DrawnPage.of(1, drawn));
    }
}
