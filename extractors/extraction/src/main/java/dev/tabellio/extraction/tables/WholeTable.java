package dev.tabellio.extraction.tables;

import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.Table;
import dev.tabellio.document.TableCell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table with all pages that it spans.
 *
 * @param rows texts by row and column, empty where there is nothing; text of a cell that fills several places stands in the
 *     first one. Headings that are printed again on a later page count once.
 */
public record WholeTable(List<List<String>> rows) {

    public WholeTable {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The table that begins at one of a page's tables. @param number of the page, from 1 */
    public static WholeTable from(ParsedFile file, int number, Table table) {
        List<List<String>> rows = new ArrayList<>(texts(file.page(number), table));
        List<List<String>> heading = List.copyOf(rows);
        Table last = table;
        for (int next = number + 1; next <= file.pages().size(); next++) {
            Page page = file.page(next);
            List<Table> before = file.page(next - 1).tables();
            if (page.tables().isEmpty()
                    || !page.tables().get(0).continues()
                    || !before.get(before.size() - 1).equals(last)) {
                break;
            }
            last = page.tables().get(0);
            List<List<String>> more = texts(page, last);
            int repeated = 0;
            while (repeated < Math.min(more.size(), heading.size())
                    && more.get(repeated).equals(heading.get(repeated))) {
                repeated++;
            }
            rows.addAll(more.subList(repeated, more.size()));
        }
        return new WholeTable(rows);
    }

    private static List<List<String>> texts(Page page, Table table) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            rows.add(new ArrayList<>(Collections.nCopies(table.columns(), "")));
        }
        for (TableCell cell : table.cells()) {
            rows.get(cell.row()).set(cell.column(), page.text(cell));
        }
        return rows;
    }
}
