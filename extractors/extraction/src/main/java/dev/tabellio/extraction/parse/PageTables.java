package dev.tabellio.extraction.parse;

import dev.tabellio.document.Page;
import dev.tabellio.extraction.tables.TableFinder;

/** Finds tables on pages as they are read, and brings them back to the displayed page. */
final class PageTables {

    private PageTables() {}

    static Page on(Page page) {
        return page.withTables(TableFinder.tables(page.upright()).stream()
                .map(table -> table.moved(box -> page.frame().toDisplayed(box, page.width(), page.height())))
                .toList());
    }
}
