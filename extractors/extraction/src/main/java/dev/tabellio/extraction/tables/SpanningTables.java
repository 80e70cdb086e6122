package dev.tabellio.extraction.tables;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import dev.tabellio.document.Table;
import dev.tabellio.document.TableCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells which tables go on with the last table of the page before: nothing but headers and footers stands between them. */
final class SpanningTables {

    /** Lines of a header or footer that may stand between the two parts, on each page. */
    private static final int FURNITURE = 3;

    /** Points by which the edges of the two parts may differ; what fills a column differs from page to page. */
    private static final double SHIFTED = 15;

    private SpanningTables() {}

    /** @param pages in order @return the same pages with their first tables marked as continuing, or not */
    static List<Page> marked(List<Page> pages) {
        List<Page> marked = new ArrayList<>(pages);
        for (int i = 1; i < pages.size(); i++) {
            Page page = pages.get(i);
            if (continues(pages.get(i - 1).upright(), page.upright())) {
                List<Table> tables = new ArrayList<>(page.tables());
                tables.set(0, tables.get(0).continuing(true));
                marked.set(i, page.withTables(tables));
            }
        }
        return List.copyOf(marked);
    }

    private static boolean continues(Page before, Page page) {
        if (before.tables().isEmpty() || page.tables().isEmpty()) {
            return false;
        }
        Table upper = before.tables().get(before.tables().size() - 1);
        Table lower = page.tables().get(0);
        BoundingBox end = upper.box();
        BoundingBox start = lower.box();
        boolean sameEdges =
                Math.abs(end.left() - start.left()) < SHIFTED && Math.abs(end.right() - start.right()) < SHIFTED;
        return upper.columns() == lower.columns()
                && (sameEdges || isRepeated(firstRow(before, upper), firstRow(page, lower)))
                && before.lines().stream()
                                .filter(line -> line.box().centerY() > end.bottom())
                                .count()
                        <= FURNITURE
                && page.lines().stream()
                                .filter(line -> line.box().centerY() < start.top())
                                .count()
                        <= FURNITURE;
    }

    private static boolean isRepeated(Map<Integer, String> headings, Map<Integer, String> others) {
        return headings.size() > 1 && headings.equals(others);
    }

    /** Texts by column. What is centred has other edges on each page, but its headings are the same. */
    private static Map<Integer, String> firstRow(Page page, Table table) {
        return table.cells().stream()
                .filter(cell -> cell.row() == 0)
                .collect(Collectors.toMap(
                        TableCell::column,
                        cell -> cell.words().stream()
                                .map(word -> page.words().get(word).text())
                                .collect(Collectors.joining(" "))));
    }
}
