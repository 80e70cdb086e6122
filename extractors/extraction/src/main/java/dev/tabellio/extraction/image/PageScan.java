package dev.tabellio.extraction.image;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.Origin;
import dev.tabellio.extraction.geometry.Ruling;
import java.util.Arrays;
import java.util.List;

/**
 * What the pixels of an upright, straight page say, and the picture of it that is left for OCR.
 *
 * @param text the page without ruling lines and checkboxes
 * @param rulings straight lines, in points of the image
 * @param checkboxes in points of the image
 * @param inkShare share of the page that is ink, from 0 to 1
 */
public record PageScan(GreyImage text, List<Ruling> rulings, List<Checkbox> checkboxes, double inkShare) {

    /** Share of ink up to which a page is blank: dirt and the shadow of an edge. One short line of text is at 0.0005. */
    private static final double BLANK = 0.0003;

    /** Shortest line in inches that is taken out before OCR; shorter ones may belong to large letters. */
    private static final double ERASED = 0.4;

    public PageScan {
        rulings = List.copyOf(rulings);
        checkboxes = List.copyOf(checkboxes);
    }

    /**
     * Looks at a page.
     *
     * @param dpi resolution of the image
     */
    public static PageScan of(GreyImage image, int dpi) {
        BinaryImage ink = BinaryImage.of(image);
        List<PixelRulings.Line> lines = PixelRulings.find(ink, dpi);
        List<PixelCheckboxes.Box> boxes = PixelCheckboxes.find(ink, dpi);
        GreyImage text = PixelRulings.without(image, ink, lines, (int) (ERASED * dpi));
        boxes.forEach(box -> erase(text, box));
        double points = 72.0 / dpi;
        return new PageScan(
                text,
                lines.stream().map(line -> ruling(line, points)).toList(),
                boxes.stream().map(box -> checkbox(box, points)).toList(),
                ink.share());
    }

    /** Whether there is nothing on the page. */
    public boolean isBlank() {
        return inkShare < BLANK;
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

    private static void erase(GreyImage image, PixelCheckboxes.Box box) {
        int margin = 1 + box.side() / 10;
        int left = Math.max(0, box.left() - margin);
        int right = Math.min(image.width(), box.right() + 1 + margin);
        for (int y = Math.max(0, box.top() - margin); y < Math.min(image.height(), box.bottom() + 1 + margin); y++) {
            Arrays.fill(image.pixels(), y * image.width() + left, y * image.width() + right, (byte) 255);
        }
    }
}
