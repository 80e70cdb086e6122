package dev.tabellio.extraction.tables;

import static dev.tabellio.extraction.tables.TypedPage.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableFinderTest {

    private static final String PRICES = """
            Item              Units   Price
            Paper                12   30.00
            Ink for              15    4.50
            printers
            Pens and pencils      3    1.20
            Total                30   35.70
            """;

    @Test
    void rowsThatLeaveTheSameColumnsFreeAreATable() {
        Page page = page(1, 72, PRICES);
        Table table = onlyTable(page);
        assertThat(WholeTable.from(file(page.withTables(List.of(table))), 1, table)
                        .rows())
                .containsExactly(
                        List.of("Item", "Units", "Price"),
                        List.of("Paper", "12", "30.00"),
                        List.of("Ink for printers", "15", "4.50"),
                        List.of("Pens and pencils", "3", "1.20"),
                        List.of("Total", "30", "35.70"));
    }

    @Test
    void aCellAcrossColumnsSpansThem() {
        Table table = onlyTable(page(1, 72, """
                              Number of people
                Region       2019         2020
                North          10           12
                South          20           21
                East           30           31
                West           40           43
                Centre         50           51
                Islands        60           61
                Abroad         70           71
                """));
        assertThat(table.columns()).isEqualTo(3);
        assertThat(table.cells().get(0).column()).isEqualTo(1);
        assertThat(table.cells().get(0).columnSpan()).isEqualTo(2);
    }

    @Test
    void textIsNoTable() {
        assertThat(TableFinder.tables(page(1, 72, """
                The parties agree that this is so, and that
                nothing else is so, unless it is in writing
                and signed by the two of them at one time.
                """))).isEmpty();
    }

    @Test
    void aNumberedListIsNoTable() {
        assertThat(TableFinder.tables(page(1, 72, """
                (a)    the party that discloses something first
                (b)    the party that receives what is disclosed
                (c)    any other person who is told about it later
                (d)    everybody else in the world at that time
                """))).isEmpty();
    }

    @Test
    void textInTwoColumnsIsNoTable() {
        assertThat(TableFinder.tables(page(1, 72, """
                the party that discloses first     and the party that receives it
                shall keep all of it a secret      for as long as the two of them
                from any other person they meet    have not agreed in writing that
                on any day of their later lives    it may be told to other people
                """))).isEmpty();
    }

    @Test
    void cellsBetweenLinesAreATableAlsoWithAColumnThatIsOpenToTheMargin() {
        Page text = page(1, 72, """
                        Men     Women
                1991    10      12
                1996    20      21
                2001    30      31
                """);
        List<BoundingBox> cells = new ArrayList<>();
        for (int row = 0; row < 4; row++) {
            double top = 71 + 14 * row;
            cells.add(new BoundingBox(108, top, 148, top + 14));
            cells.add(new BoundingBox(148, top, 204, top + 14));
        }
        Table table = onlyTable(new Page(
                1, 612, 792, text.reading(), text.words(), text.lines(), cells, List.of(), List.of(), List.of(), null));
        assertThat(table.rows()).isEqualTo(4);
        assertThat(table.columns()).isEqualTo(3);
        assertThat(table.cells()).hasSize(11);
        assertThat(table.cells().get(0).box()).isEqualTo(cells.get(0));
    }

    @Test
    void rowsThatNoLineSetsApartAreRows() {
        Page text = page(1, 72, """
                Country   Fund    Total
                Bulgaria   2.3     5.5
                Cyprus     0.2     0.2
                Latvia     1.5     3.9
                Total      4.0     9.6
                """);
        List<BoundingBox> cells = new ArrayList<>();
        double[] xs = {70, 120, 160, 200};
        double[] ys = {71, 85, 127, 141};
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                cells.add(new BoundingBox(xs[column], ys[row], xs[column + 1], ys[row + 1]));
            }
        }
        Table table = onlyTable(withCells(text, cells));
        assertThat(rows(text, table))
                .containsExactly(
                        List.of("Country", "Fund", "Total"),
                        List.of("Bulgaria", "2.3", "5.5"),
                        List.of("Cyprus", "0.2", "0.2"),
                        List.of("Latvia", "1.5", "3.9"),
                        List.of("Total", "4.0", "9.6"));
    }

    @Test
    void wrappedTextInFramedCellsStaysInOneRow() {
        Page text = page(1, 72, """
                Duty      Who does it
                keep it   the one that
                secret    receives it
                """);
        List<BoundingBox> cells = List.of(
                new BoundingBox(70, 71, 118, 85),
                new BoundingBox(118, 71, 200, 85),
                new BoundingBox(70, 85, 118, 113),
                new BoundingBox(118, 85, 200, 113));
        assertThat(rows(text, onlyTable(withCells(text, cells))))
                .containsExactly(List.of("Duty", "Who does it"), List.of("keep it secret", "the one that receives it"));
    }

    @Test
    void labelsBetweenTwoLatticesBelongToTheRightOne() {
        Page text = page(1, 72, """
                Air     Asked      Sea     Asked
                Spain     268      Spain     153
                Malta     233      Malta     119
                Italy     139      Italy     114
                """);
        List<BoundingBox> cells = new ArrayList<>();
        for (int row = 0; row < 4; row++) {
            double top = 71 + 14 * row;
            for (double left : new double[] {108, 203}) {
                cells.add(new BoundingBox(left, top, left + 20, top + 14));
                cells.add(new BoundingBox(left + 20, top, left + 40, top + 14));
            }
        }
        List<Table> tables = TableFinder.tables(withCells(text, cells));
        assertThat(tables)
                .hasSize(2)
                .allSatisfy(table -> assertThat(table.columns()).isEqualTo(3));
        assertThat(rows(text, tables.get(0))).contains(List.of("Spain", "", "268"));
        assertThat(rows(text, tables.get(1))).contains(List.of("Spain", "", "153"));
    }

    @Test
    void titleSourceAndTypedLinesAreNoRows() {
        Page page = page(1, 72, """
                Table 7:      Prices in the year before
                Item              Units   Price
                -------------------------------
                Paper                12   30.00
                Ink                  15    4.50
                Pens                  3    1.20
                Source:       the shop    itself
                """);
        assertThat(rows(page, onlyTable(page)))
                .containsExactly(
                        List.of("Item", "Units", "Price"),
                        List.of("Paper", "12", "30.00"),
                        List.of("Ink", "15", "4.50"),
                        List.of("Pens", "3", "1.20"));
    }

    @Test
    void stretchedProseAboveATableMakesNoColumns() {
        Page page = page(1, 72, """
                When   the   sums   are   paid   they   are   set   down
                Item              Units       Price
                Paper                12       30.00
                Ink                  15        4.50
                Pens                  3        1.20
                """);
        Table table = onlyTable(page);
        assertThat(table.columns()).isEqualTo(3);
        assertThat(table.rows()).isEqualTo(4);
    }

    @Test
    void wideNumbersInNarrowColumnsAreCellsOfTheirOwn() {
        Page page = page(1, 72, """
                Rate      1.1    1.2    1.3
                0.99      880    960  1,040
                0.95      176    192    208
                0.90       88     96    104
                0.85       59     64     69
                0.80       44     48     52
                0.75       35     38     42
                0.70       33     36     39
                0.65       33 12,345 12,345
                """);
        assertThat(rows(page, onlyTable(page))).contains(List.of("0.65", "33", "12,345", "12,345"));
    }

    @Test
    void fieldsOfAFormAreNoTable() {
        Page text = page(1, 72, """
                1 Wages and tips that your employer has paid   10
                2 Interest that any bank or fund has paid      20
                3 Everything else that was paid by anybody     30
                4 What is left when all of it is added up      40
                """);
        List<BoundingBox> cells = new ArrayList<>();
        for (int row = 0; row < 4; row++) {
            double top = 71 + 14 * row;
            cells.add(new BoundingBox(296, top, 303, top + 14));
            cells.add(new BoundingBox(303, top, 380, top + 14));
        }
        assertThat(TableFinder.tables(new Page(
                        1,
                        612,
                        792,
                        text.reading(),
                        text.words(),
                        text.lines(),
                        cells,
                        List.of(),
                        List.of(),
                        List.of(),
                        null)))
                .isEmpty();
    }

    @Test
    void aTableGoesOnOnTheNextPageAndItsHeadingCountsOnce() {
        Page first = page(1, 600, PRICES);
        Page second = page(2, 40, PRICES.replace("Paper   ", "Pins    "));
        ParsedFile file = new ParsedFile(
                "a".repeat(64),
                SpanningTables.marked(List.of(
                        first.withTables(TableFinder.tables(first)), second.withTables(TableFinder.tables(second)))));
        assertThat(file.page(1).tables().get(0).continues()).isFalse();
        assertThat(file.page(2).tables().get(0).continues()).isTrue();
        assertThat(WholeTable.from(file, 1, file.page(1).tables().get(0)).rows())
                .hasSize(9);
    }

    @Test
    void aTableThatIsPrintedElsewhereOnTheNextPageGoesOnIfItsHeadingIsRepeated() {
        Page first = page(1, 600, PRICES);
        String shifted = PRICES.indent(8);
        Page second = page(2, 40, shifted);
        Page other = page(2, 40, shifted.replaceFirst("Price", "Costs"));
        assertThat(List.of(second, other))
                .extracting(page -> SpanningTables.marked(List.of(
                                first.withTables(TableFinder.tables(first)), page.withTables(TableFinder.tables(page))))
                        .get(1)
                        .tables()
                        .get(0)
                        .continues())
                .containsExactly(true, false);
    }

    @Test
    void aTableThatFollowsTextIsANewOne() {
        Page first = page(1, 600, PRICES);
        Page second = page(2, 40, "These are\nthe prices\nof the next\nyear as\ndecided\n\n\n" + PRICES);
        List<Page> pages = SpanningTables.marked(
                List.of(first.withTables(TableFinder.tables(first)), second.withTables(TableFinder.tables(second))));
        assertThat(pages.get(1).tables().get(0).continues()).isFalse();
    }

    private static Page withCells(Page text, List<BoundingBox> cells) {
        return new Page(
                1, 612, 792, text.reading(), text.words(), text.lines(), cells, List.of(), List.of(), List.of(), null);
    }

    private static List<List<String>> rows(Page page, Table table) {
        return WholeTable.from(file(page.withTables(List.of(table))), 1, table).rows();
    }

    private static Table onlyTable(Page page) {
        List<Table> tables = TableFinder.tables(page);
        assertThat(tables).hasSize(1);
        return tables.get(0);
    }

    private static ParsedFile file(Page page) {
        return new ParsedFile("a".repeat(64), List.of(page));
    }
}
