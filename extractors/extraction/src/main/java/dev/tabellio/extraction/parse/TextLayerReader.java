package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageReading;
import dev.tabellio.extraction.geometry.CellFinder;
import dev.tabellio.extraction.geometry.TextArrangement;
import dev.tabellio.extraction.pdf.PageContent;
import java.util.List;

/** A page as its PDF content describes it. */
final class TextLayerReader {

    private TextLayerReader() {}

    /** @param number from 1 */
    static Page page(int number, PageContent content) {
        TextArrangement arrangement = TextArrangement.of(content.words(), content.rulings());
        List<BoundingBox> cells = CellFinder.cells(content.rulings(), content.bounds());
        boolean blank = content.words().isEmpty() && content.checkboxes().isEmpty();
        return new Page(
                number,
                content.width(),
                content.height(),
                blank ? PageReading.BLANK : PageReading.TEXT_LAYER,
                arrangement.words(),
                arrangement.lines(),
                cells,
                content.checkboxes(),
                content.formFields(),
                List.of(),
                null);
    }
}
