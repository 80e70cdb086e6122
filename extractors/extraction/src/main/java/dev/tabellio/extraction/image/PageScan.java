package dev.tabellio.extraction.image;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.Origin;
import dev.tabellio.extraction.geometry.Ruling;
import java.util.List;

/** What the pixels of an upright, straight page say, and the picture of it that is left for OCR. */
public final class PageScan {

    /** Share of ink up to which a page is blank: dirt and the shadow of an edge. One short line of text is at 0.0005. */
    private static final double BLANK = 0.0003;

    /** Shortest line in inches that is taken out before OCR; shorter ones may belong to large letters. */
    private static final double ERASED = 0.4;

    private final GreyImage text;
    private final BinaryImage textInk;
    private final int dpi;
    private final List<Ruling> rulings;
    private final List<Checkbox> checkboxes;
    private final double inkShare;

    private PageScan(
            GreyImage text,
            BinaryImage textInk,
            int dpi,
            List<Ruling> rulings,
            List<Checkbox> checkboxes,
            double inkShare) {
        this.text = text;
        this.textInk = textInk;
        this.dpi = dpi;
        this.rulings = List.copyOf(rulings);
        this.checkboxes = List.copyOf(checkboxes);
        this.inkShare = inkShare;
    }

    /**
     * Looks at a page.
     *
     * @param dpi resolution of the image
     */
    public static PageScan of(GreyImage image, int dpi) {
        GreyImage text = Paper.evened(image);
        BinaryImage ink = BinaryImage.of(text);
        double inkShare = ink.share();
        List<PixelRulings.Line> lines = PixelRulings.find(ink, dpi);
        BinaryImage textInk = new BinaryImage(ink.ink().clone(), ink.width(), ink.height());
        Eraser eraser = new Eraser(ink, text, textInk);
        lines.stream().filter(line -> line.length() >= (int) (ERASED * dpi)).forEach(eraser::line);
        // The lines of a cell run so close to the boxes in it that they would seem to be a part of them.
        List<PixelCheckboxes.Box> boxes = PixelCheckboxes.find(textInk, dpi);
        boxes.forEach(eraser::box);
        double points = 72.0 / dpi;
        return new PageScan(
                text,
                textInk,
                dpi,
                lines.stream().map(line -> ruling(line, points)).toList(),
                boxes.stream().map(box -> checkbox(box, points)).toList(),
                inkShare);
    }

    /** The page without ruling lines and checkboxes, its paper white. */
    public GreyImage text() {
        return text;
    }

    /** Resolution of {@link #text()}. */
    public int dpi() {
        return dpi;
    }

    /** Straight lines, in points of the image. */
    public List<Ruling> rulings() {
        return rulings;
    }

    /** In points of the image. */
    public List<Checkbox> checkboxes() {
        return checkboxes;
    }

    /** Whether there is nothing on the page. */
    public boolean isBlank() {
        return inkShare < BLANK;
    }

    /** The ink of {@link #text()}. */
    BinaryImage textInk() {
        return textInk;
    }

    private static Ruling ruling(PixelRulings.Line line, double points) {
        return new Ruling(
                line.horizontal(),
                (line.first() + line.last() + 1) / 2.0 * points,
                line.from() * points,
                (line.to() + 1) * points,
                line.thickness() * points);
    }

    private static Checkbox checkbox(PixelCheckboxes.Box box, double points) {
        return new Checkbox(
                new BoundingBox(
                        box.left() * points,
                        box.top() * points,
                        (box.right() + 1) * points,
                        (box.bottom() + 1) * points),
                box.ticked(),
                Origin.OCR,
                box.confidence());
    }
}
