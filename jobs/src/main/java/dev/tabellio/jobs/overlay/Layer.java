package dev.tabellio.jobs.overlay;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.Region;
import dev.tabellio.document.Signature;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.function.Function;

/** One kind of thing on a page, drawn in one colour. In the order in which they are painted. */
enum Layer {
    CELLS("cells", new Color(0x9A, 0x6F, 0xC9), dotted(), Page::cells),
    LINES(
            "lines",
            new Color(0x9E, 0x9E, 0x9E),
            thin(),
            page -> page.lines().stream().map(TextLine::box).toList()),
    TEXT_WORDS("words: text layer", new Color(0x1F, 0x77, 0xB4), thin(), words(Origin.TEXT_LAYER)),
    FORM_WORDS("words: form field", new Color(0x2C, 0xA0, 0x2C), thin(), words(Origin.FORM_FIELD)),
    OCR_WORDS("words: OCR", new Color(0xE6, 0x7E, 0x00), thin(), words(Origin.OCR)),
    OTHER_WORDS(
            "words: person or model",
            new Color(0x00, 0x83, 0x8F),
            thin(),
            page -> page.words().stream()
                    .filter(word -> word.origin() == Origin.HUMAN || word.origin() == Origin.MODEL)
                    .map(Word::box)
                    .toList()),
    EMPTY_BOXES("checkboxes, empty", new Color(0x8D, 0x6E, 0x63), thick(), checkboxes(false)),
    TICKED_BOXES("checkboxes, ticked", new Color(0xD3, 0x2F, 0x2F), thick(), checkboxes(true)),
    TO_SIGN("places to sign, not signed", new Color(0xAD, 0x14, 0x57), dashed(), signatures(false)),
    SIGNED("places to sign, signed", new Color(0xAD, 0x14, 0x57), thick(), signatures(true)),
    REGIONS(
            "regions",
            new Color(0x00, 0x69, 0x5C),
            dashed(),
            page -> page.regions().stream().map(Region::box).toList());

    private final String title;
    private final Color color;
    private final BasicStroke stroke;
    private final Function<Page, List<BoundingBox>> boxes;

    Layer(String title, Color color, BasicStroke stroke, Function<Page, List<BoundingBox>> boxes) {
        this.title = title;
        this.color = color;
        this.stroke = stroke;
        this.boxes = boxes;
    }

    String title() {
        return title;
    }

    Color color() {
        return color;
    }

    BasicStroke stroke() {
        return stroke;
    }

    List<BoundingBox> boxes(Page page) {
        return boxes.apply(page);
    }

    private static Function<Page, List<BoundingBox>> words(Origin origin) {
        return page -> page.words().stream()
                .filter(word -> word.origin() == origin)
                .map(Word::box)
                .toList();
    }

    private static Function<Page, List<BoundingBox>> checkboxes(boolean selected) {
        return page -> page.checkboxes().stream()
                .filter(checkbox -> checkbox.selected() == selected)
                .map(Checkbox::box)
                .toList();
    }

    private static Function<Page, List<BoundingBox>> signatures(boolean signed) {
        return page -> page.signatures().stream()
                .filter(signature -> signature.isSigned() == signed)
                .map(Signature::box)
                .toList();
    }

    private static BasicStroke thin() {
        return new BasicStroke(1);
    }

    private static BasicStroke thick() {
        return new BasicStroke(2.5f);
    }

    private static BasicStroke dotted() {
        return new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {1, 4}, 0);
    }

    private static BasicStroke dashed() {
        return new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {9, 5}, 0);
    }
}
