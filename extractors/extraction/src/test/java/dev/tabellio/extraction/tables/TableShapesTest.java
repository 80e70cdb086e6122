package dev.tabellio.extraction.tables;

import static dev.tabellio.extraction.tables.TypedPage.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.Table;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is a table, and where its rows and columns are. */
class TableShapesTest {

    @Test
    void linesAcrossAreDividedWhereTheHeadingsAre() {
        Page text = page(1, 72, """
                Country   Fund    Total
                Bulgaria   2.3     5.5
                Euro area
                Cyprus     0.2     0.2
                Latvia     1.5     3.9
                Malta      1.6     4.1
                Slovenia   1.7     4.6
                """);
        List<BoundingBox> cells = new ArrayList<>();
        double[] xs = {70, 120, 160, 200};
        for (int column = 0; column < 3; column++) {
            cells.add(new BoundingBox(xs[column], 71, xs[column + 1], 85));
        }
        for (int row = 1; row < 7; row++) {
            cells.add(new BoundingBox(70, 71 + 14 * row, 200, 85 + 14 * row));
        }
        Table table = only(new Page(
                1, 612, 792, text.reading(), text.words(), text.lines(), cells, List.of(), List.of(), List.of(), null));
        assertThat(table.rows()).isEqualTo(7);
        assertThat(table.columns()).isEqualTo(3);
        assertThat(table.cells()).hasSize(19);
        assertThat(table.cells()).allMatch(cell -> cell.columnSpan() == 1);
    }

    @Test
    void aHeadingStandsInTheMiddleOfWhatItHeads() {
        Table table = only(page(1, 72, """
                               2019                   2020
                Region   Men   Women   All      Men   Women   All

                North     10      12    22       11      13    24
                South     20      21    41       21      22    43
                East      30      31    61       31      32    63
                West      40      43    83       41      44    85
                """));
        assertThat(table.columns()).isEqualTo(7);
        assertThat(table.cells().get(0).column()).isEqualTo(1);
        assertThat(table.cells().get(0).columnSpan()).isEqualTo(3);
        assertThat(table.cells().get(1).column()).isEqualTo(4);
        assertThat(table.cells().get(1).columnSpan()).isEqualTo(3);
    }

    @Test
    void linesCloseTogetherAreOneRow() {
        Page page = page(1, 72, """
                Item              Units   Price

                Paper                12   30.00
                White

                Ink                  15    4.50

                Pens                  3    1.20
                Blue

                Pins                  9    1.10
                """);
        assertThat(rows(page))
                .contains(List.of("Paper White", "12", "30.00"), List.of("Pens Blue", "3", "1.20"))
                .hasSize(5);
    }

    @Test
    void aHeadingBesideItsNumbersMakesNoColumn() {
        assertThat(only(page(1, 72, """
                Item      Units       Price
                Paper          12      1,230.00
                Ink            15          4.50
                Pens            3          1.20
                Pins            9          1.10
                """)).columns()).isEqualTo(3);
    }

    @Test
    void theAxesOfADiagramAreNoTable() {
        assertThat(TableFinder.tables(page(1, 72, """
                   Bonds            Swaps
                400              400
                350   spread     350   spread
                300              300
                250              250
                200              200
                150              150
                100              100
                  Jan-08 Jul-08    Jan-08 Jul-08
                """))).isEmpty();
    }

    @Test
    void axesThatWereRecognisedWithoutMinusAndWithAWrongDigitAreNoTable() {
        assertThat(TableFinder.tables(page(1, 72, """
                450              400
                350              350,
                300              300
                250              250
                200              200.
                150              150
                100              100
                50               50
                0                0
                50               50
                100              100
                """))).isEmpty();
    }

    @Test
    void aListOfContentsIsNoTable() {
        assertThat(TableFinder.tables(page(1, 72, """
                2.1   Engagement                 8
                2.2   Retention of Rights        9
                2.3   Trademarks                 9
                3.1   Formation                 11
                3.2   Meetings                  12
                """))).isEmpty();
    }

    @Test
    void aListOfContentsWithOneUnreadablePageNumberIsNoTable() {
        StringBuilder contents = new StringBuilder();
        for (int i = 1; i <= 14; i++) {
            contents.append("%-2d   Promise number %-15d %s\n".formatted(i, i * i, i == 9 ? "l4e;" : i + 5));
        }
        assertThat(TableFinder.tables(page(1, 72, contents.toString()))).isEmpty();
    }

    @Test
    void theEndOfAListOfContentsIsNoTable() {
        String end = """
                12.3 Other Events                42
                12.4 Effects                     42
                12.5 Tail Period                 43
                """;
        assertThat(TableFinder.tables(page(1, 72, end))).isEmpty();
        assertThat(TableFinder.tables(page(1, 72, end.replaceAll("12\\.\\d ", "Other "))))
                .hasSize(1);
    }

    @Test
    void itemsBehindTheirNumbersAreNoTableWhateverStandsAbove() {
        assertThat(TableFinder.tables(page(1, 72, """
                USER SCENARIOS                  22
                1.       Grant of rights
                         1.1      The rights
                                  1.1.1    What is granted below
                ANNEX 6  Terms of the network
                ANNEX 7  Sources of rates
                o        Account number
                """))).isEmpty();
    }

    @Test
    void numbersBehindTheNumberOfARowAreATable() {
        assertThat(TableFinder.tables(page(1, 72, """
                Year     Price
                1        $500
                2        $510
                3        $525
                4        $550
                """))).hasSize(1);
    }

    @Test
    void clausesBesideTheirNumbersAreNoTable() {
        assertThat(TableFinder.tables(page(1, 72, """
                2.5     The sum of 100 that is due shall be paid within a year of the end
                        of the term, and no later than that, to the one who sent it back
                2.6     Whoever has sent it back shall be told of it by the other one of
                        the two, and may keep it for as long as the two have agreed on
                2.7     Nothing else is due to any one of them on any day
                """))).isEmpty();
    }

    @Test
    void signaturesSideBySideAreNoTable() {
        assertThat(TableFinder.tables(page(1, 72, """
                The Seller     12      The Buyer      15
                By:    One             By:    Two
                Name:  One             Name:  Two
                Title: 1               Title: 2
                """))).isEmpty();
    }

    @Test
    void oneBlankOfATypewriterIsNoGap() {
        Page page = page(1, 72, """
                List of all fees         Dollars
                Fee of the first one          10
                Fee of the other one          20
                Fee of all of them            30
                """);
        assertThat(only(page).columns()).isEqualTo(2);
    }

    @Test
    void rowsFarApartAreRowsIfTheyKeepTheirDistance() {
        assertThat(only(page(1, 72, """
                Paper      12   30.00


                Ink        15    4.50


                Pens        3    1.20


                Pins        9    1.10
                """)).rows()).isEqualTo(4);
    }

    @Test
    void numbersThatStandCloserThanWordsAreInColumns() {
        Page typed = page(1, 72, """
                Age        All  Rate   Men  Rate
                45-54      147  21.8   191   8.7
                55-64      116  85.5   224  31.9
                65-74      164  34.9   527  32.2
                75-84      242  54.1   156  48.6
                85-99      208  71.7   131  65.5
                """);
        List<Word> near = typed.words().stream()
                .map(word -> new Word(word.text(), wider(word.box()), word.origin(), word.confidence()))
                .toList();
        Page page = new Page(
                1, 612, 792, typed.reading(), near, typed.lines(), List.of(), List.of(), List.of(), List.of(), null);
        assertThat(only(page).columns()).isEqualTo(5);
        assertThat(only(page).cells()).hasSize(30);
    }

    private static BoundingBox wider(BoundingBox box) {
        return new BoundingBox(box.left(), box.top(), box.right() + 6, box.bottom());
    }

    @Test
    void textBesideATableIsNoColumnOfIt() {
        Table table = only(page(1, 72, """
                Item       Units   Price      of the term and no later than that to
                Paper         12   30.00      the one who sent it back and whoever
                Ink           15    4.50      has sent it back shall be told of it
                Pens           3    1.20      by the other one of the two and they
                Pins           9    1.10      may keep all of it for as long as the
                Clips          2    2.10      two have agreed on it in writing that
                Tape           7    3.20      is signed by them at one time and day
                """));
        assertThat(table.columns()).isEqualTo(3);
        assertThat(table.rows()).isEqualTo(7);
    }

    private static Table only(Page page) {
        List<Table> tables = TableFinder.tables(page);
        assertThat(tables).hasSize(1);
        return tables.get(0);
    }

    private static List<List<String>> rows(Page page) {
        Table table = only(page);
        return WholeTable.from(new ParsedFile("a".repeat(64), List.of(page.withTables(List.of(table)))), 1, table)
                .rows();
    }
}
