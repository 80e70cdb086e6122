package dev.tabellio.jobs.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.samples.sets.TableTruth.Cell;
import dev.tabellio.samples.sets.TableTruth.Grid;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdjacencyTest {

    private static final Grid FOUR =
            new Grid(List.of(cell(0, 0, "a"), cell(0, 1, "b c"), cell(1, 0, "d"), cell(1, 1, "e")));

    private static Cell cell(int row, int column, String text) {
        return new Cell(row, row, column, column, text);
    }

    @Test
    void fourCellsHaveFourRelations() {
        assertThat(Adjacency.compare(List.of(FOUR), List.of(FOUR))).isEqualTo(new Adjacency.Counts(4, 4, 4));
    }

    @Test
    void blanksAndWhereATableStandsDoNotMatter() {
        Grid moved = new Grid(List.of(cell(1, 2, "a"), cell(1, 4, "bc"), cell(3, 2, "d"), cell(3, 4, "e")));
        assertThat(Adjacency.compare(List.of(moved), List.of(FOUR)).right()).isEqualTo(4);
    }

    @Test
    void aCellOverTwoColumnsHasBothBelow() {
        Grid spanning = new Grid(List.of(new Cell(0, 0, 0, 1, "a"), cell(1, 0, "d"), cell(1, 1, "e")));
        assertThat(Adjacency.compare(List.of(spanning), List.of()).found()).isEqualTo(3);
    }

    @Test
    void whatIsRightTwiceCountsAsOftenAsItIsTrue() {
        assertThat(Adjacency.compare(List.of(FOUR, FOUR), List.of(FOUR))).isEqualTo(new Adjacency.Counts(8, 4, 4));
    }

    @Test
    void withoutAnyTableNothingIsRight() {
        Adjacency.Counts counts = Adjacency.compare(List.of(), List.of(FOUR));
        assertThat(Adjacency.f1(counts.precision(), counts.recall())).isZero();
    }
}
