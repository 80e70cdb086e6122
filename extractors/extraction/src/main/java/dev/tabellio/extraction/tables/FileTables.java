package dev.tabellio.extraction.tables;

import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;

/** Finds the tables of a file. A step of its own, since no form is read by it and a page costs about a millisecond. */
public final class FileTables {

    private FileTables() {}

    /** @return the same file, each page with its tables; those that go on from the page before are marked */
    public static ParsedFile in(ParsedFile file) {
        return new ParsedFile(
                file.sha256(),
                SpanningTables.marked(file.pages().stream().map(FileTables::on).toList()),
                file.hidden(),
                file.attachments());
    }

    private static Page on(Page page) {
        return page.withTables(TableFinder.tables(page.upright()).stream()
                .map(table -> table.moved(box -> page.frame().toDisplayed(box, page.width(), page.height())))
                .toList());
    }
}
