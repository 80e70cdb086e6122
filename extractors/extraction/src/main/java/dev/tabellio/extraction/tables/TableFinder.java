package dev.tabellio.extraction.tables;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import dev.tabellio.document.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the tables of a page by its geometry alone. */
public final class TableFinder {

    private TableFinder() {}

    /**
     * Finds tables.
     *
     * @param upright the page as it is read
     * @return tables from the top; no word is in two of them
     */
    public static List<Table> tables(Page upright) {
        if (upright.words().size() < 4) {
            return List.of();
        }
        Lattices lattices = Lattices.of(upright);
        List<Table> tables = new ArrayList<>(lattices.tables());
        List<BoundingBox> taken = new ArrayList<>(lattices.forms());
        lattices.tables().forEach(table -> taken.add(table.box()));
        List<Integer> free = TextRow.all(upright).stream()
                .filter(i -> taken.stream()
                        .noneMatch(box ->
                                box.containsCenterOf(upright.words().get(i).box())))
                .toList();
        tables.addAll(AlignedTables.of(upright, TextRow.of(upright, free)));
        tables.sort(Comparator.comparingDouble(table -> table.box().top()));
        return List.copyOf(tables);
    }
}
