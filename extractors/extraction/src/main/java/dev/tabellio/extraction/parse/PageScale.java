package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.FormField;
import dev.tabellio.document.Page;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import java.util.List;

/** Pages that were read as the paper that was scanned, brought to the size that they are displayed in. */
final class PageScale {

    private PageScale() {}

    /**
     * A page without tables and regions in another size.
     *
     * @param width in points
     * @param height in points
     */
    static Page of(Page page, double width, double height) {
        double x = width / page.width();
        double y = height / page.height();
        return new Page(
                        page.number(),
                        width,
                        height,
                        page.reading(),
                        words(page.words(), x, y),
                        page.lines().stream()
                                .map(line -> new TextLine(of(line.box(), x, y), line.words()))
                                .toList(),
                        page.cells().stream().map(cell -> of(cell, x, y)).toList(),
                        checkboxes(page.checkboxes(), x, y),
                        fields(page.formFields(), x, y),
                        List.of(),
                        page.frame(),
                        page.failure())
                .withSignatures(page.signatures().stream()
                        .map(signature -> signature.at(of(signature.box(), x, y)))
                        .toList());
    }

    /** What is known of a page, on a page that is larger by a factor. */
    static ScanReader.Known of(ScanReader.Known known, double factor) {
        return new ScanReader.Known(
                words(known.fieldWords(), factor, factor),
                checkboxes(known.widgets(), factor, factor),
                fields(known.fields(), factor, factor));
    }

    private static List<Word> words(List<Word> words, double x, double y) {
        return words.stream().map(word -> word.at(of(word.box(), x, y))).toList();
    }

    private static List<Checkbox> checkboxes(List<Checkbox> checkboxes, double x, double y) {
        return checkboxes.stream()
                .map(checkbox -> new Checkbox(
                        of(checkbox.box(), x, y), checkbox.selected(), checkbox.origin(), checkbox.confidence()))
                .toList();
    }

    private static List<FormField> fields(List<FormField> fields, double x, double y) {
        return fields.stream()
                .map(field -> new FormField(field.name(), field.value(), of(field.box(), x, y)))
                .toList();
    }

    private static BoundingBox of(BoundingBox box, double x, double y) {
        return new BoundingBox(box.left() * x, box.top() * y, box.right() * x, box.bottom() * y);
    }
}
