package dev.tabellio.samples.sets;

import java.nio.file.Path;
import java.util.List;

/** The tables of one file, as people marked them. @param tables by page, each region of a table by itself */
public record TableTruth(Path file, List<Grid> tables) {

    public TableTruth {
        tables = List.copyOf(tables);
    }

    /** Cells of one table on one page, in any order; a cell without text is not there. */
    public record Grid(List<Cell> cells) {

        public Grid {
            cells = List.copyOf(cells);
        }
    }

    /** A cell from its first to its last row and column, from 0. */
    public record Cell(int firstRow, int lastRow, int firstColumn, int lastColumn, String text) {}
}
