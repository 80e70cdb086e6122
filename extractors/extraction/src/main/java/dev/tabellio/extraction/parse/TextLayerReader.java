package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.geometry.CellFinder;
import dev.tabellio.extraction.geometry.TextArrangement;
import dev.tabellio.extraction.pdf.PageContent;
import java.util.ArrayList;
import java.util.List;

/** A page as its PDF content describes it, with what its images show. */
final class TextLayerReader {

    /** Confidence from which a word of an image counts: what is read into photographs stays below. */
    private static final double LEGIBLE = 0.55;

    private TextLayerReader() {}

    /**
     * A part of the page that was read from its picture.
     *
     * @param box where it is on the displayed page
     * @param page the part as a page of its own
     */
    record Pictured(BoundingBox box, Page page) {

        BoundingBox onPage(BoundingBox inPart) {
            return new BoundingBox(
                    box.left() + inPart.left(),
                    box.top() + inPart.top(),
                    box.left() + inPart.right(),
                    box.top() + inPart.bottom());
        }
    }

    /** @param number from 1 */
    static Page page(int number, PageContent content, List<Pictured> pictured) {
        List<Word> words = new ArrayList<>(content.words());
        List<BoundingBox> cells = new ArrayList<>(CellFinder.cells(content.rulings(), content.bounds()));
        List<Checkbox> checkboxes = new ArrayList<>(content.checkboxes());
        for (Pictured part : pictured) {
            part.page().words().stream()
                    .map(word -> new Word(word.text(), part.onPage(word.box()), word.origin(), word.confidence()))
                    .filter(word -> word.confidence() >= LEGIBLE
                            && content.words().stream()
                                    .noneMatch(printed -> printed.box().containsCenterOf(word.box())))
                    .forEach(words::add);
            part.page().cells().forEach(cell -> cells.add(part.onPage(cell)));
            part.page().checkboxes().stream()
                    .map(box -> new Checkbox(part.onPage(box.box()), box.selected(), box.origin(), box.confidence()))
                    .forEach(checkboxes::add);
        }
        boolean mixed = words.size() > content.words().size();
        TextArrangement arrangement = TextArrangement.of(words, content.rulings());
        PageReading reading = words.isEmpty() && checkboxes.isEmpty()
                ? PageReading.BLANK
                : mixed ? PageReading.MIXED : PageReading.TEXT_LAYER;
        return new Page(
                number,
                content.width(),
                content.height(),
                reading,
                arrangement.words(),
                arrangement.lines(),
                cells,
                checkboxes,
                content.formFields(),
                List.of(),
                null);
    }
}
