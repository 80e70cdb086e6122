package dev.tabellio.extraction.image;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.Origin;
import dev.tabellio.extraction.geometry.CharacterBoxes;
import dev.tabellio.extraction.geometry.Ruling;
import java.util.List;

/** What the pixels of an upright, straight page say, and the picture of it that is left for OCR. */
public final class PageScan {

    /** Share of ink up to which a page is blank: dirt and the shadow of an edge. One short line of text is at 0.0005. */
    private static final double BLANK = 0.0003;

    /** Shortest line in inches that is taken out before OCR; shorter ones may belong to large letters. */
    private static final double ERASED = 0.4;

    /**
     * Ruling lines up to which a page is one of text. Fifteen contract pages have 0 to 24, most of them underlines, forms 35
     * and more. With 16 a page of contents scanned at 200 dpi loses 2 words in 100, with 40 a photographed W-2 loses 9; forms are
     * better evened on four of five photographs (2026-11-21).
     */
    private static final int FEW_LINES = 24;

    /** Share of a line along sides of boxes if it is no line; the rest is between the boxes. */
    private static final double SIDES = 0.6;

    private final GreyImage text;
    private final BinaryImage textInk;
    private final Marks marks;
    private final int dpi;
    private final List<Ruling> rulings;
    private final List<Checkbox> checkboxes;
    private final double inkShare;

    private PageScan(
            GreyImage text,
            BinaryImage textInk,
            Marks marks,
            int dpi,
            List<Ruling> rulings,
            List<Checkbox> checkboxes,
            double inkShare) {
        this.text = text;
        this.textInk = textInk;
        this.marks = marks;
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
        List<PixelRulings.Line> lines = withoutSides(PixelRulings.find(ink, dpi), ink, dpi);
        List<PixelRulings.Line> erased = lines.stream()
                .filter(line -> line.length() >= (int) (ERASED * dpi))
                .toList();
        BinaryImage textInk = ink.copy();
        Eraser eraser = new Eraser(ink, text, textInk);
        erased.forEach(eraser::line);
        // The lines of a cell run so close to the boxes in it that they would seem to be a part of them.
        List<PixelCheckboxes.Box> frames = PixelCheckboxes.find(textInk, dpi);
        List<BoundingBox> characters = CharacterBoxes.among(
                frames.stream().map(PixelCheckboxes.Box::box).toList());
        List<PixelCheckboxes.Box> combs = frames.stream()
                .filter(frame -> characters.contains(frame.box()))
                .toList();
        List<PixelCheckboxes.Box> boxes = frames.stream()
                .filter(frame -> !frame.solid() && !combs.contains(frame))
                .toList();
        boxes.forEach(eraser::box);
        combs.forEach(eraser::frame);
        if (lines.size() > FEW_LINES) {
            text = Paper.evened(image);
            textInk = ink.copy();
            FormEraser.erase(ink, dpi, lines, boxes, text, textInk);
            combs.forEach(new Eraser(ink, text, textInk)::frame);
        }
        FaintInk.darken(text, dpi);
        double points = 72.0 / dpi;
        return new PageScan(
                text,
                textInk,
                new Marks(ink, erased, boxes, combs),
                dpi,
                lines.stream().map(line -> ruling(line, points)).toList(),
                boxes.stream().map(box -> checkbox(box, points)).toList(),
                inkShare);
    }

    /** The page without ruling lines and checkboxes, its paper white, faint print as dark as the rest. */
    public GreyImage text() {
        return text;
    }

    /**
     * The page without ruling lines and checkboxes, in even light but with all shades of its strokes, faint print as dark as
     * the rest.
     *
     * @param upright the picture that this page was looked at in
     */
    public GreyImage shaded(GreyImage upright) {
        GreyImage shaded = PaperLight.evened(upright);
        Eraser eraser = new Eraser(
                marks.ink(),
                shaded,
                new BinaryImage(new boolean[shaded.pixels().length], shaded.width(), shaded.height()));
        marks.lines().forEach(eraser::line);
        marks.boxes().forEach(eraser::box);
        marks.combs().forEach(eraser::frame);
        FaintInk.darken(shaded, dpi);
        return shaded;
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

    /** Whether the page is a form, by its lines; otherwise it is one of text. */
    public boolean isForm() {
        return rulings.size() > FEW_LINES;
    }

    /** Whether there is nothing on the page. */
    public boolean isBlank() {
        return inkShare < BLANK;
    }

    /**
     * Whether a pen left its strokes in an area: ink beside ruling lines, checkboxes and words.
     *
     * @param area in points of the image
     * @param words that are print, boxes in points of the image
     */
    public boolean isWrittenOn(BoundingBox area, List<BoundingBox> words) {
        return HandInk.in(textInk, dpi, area, words);
    }

    /** The ink of {@link #text()}. */
    BinaryImage textInk() {
        return textInk;
    }

    /**
     * The lines without those that are made of the sides of boxes. Boxes in a row or column run together to solid or dashed
     * lines; rulings between them hide the boxes, so these are looked for without the rulings that cross such a line too.
     */
    private static List<PixelRulings.Line> withoutSides(List<PixelRulings.Line> lines, BinaryImage ink, int dpi) {
        List<PixelRulings.Line> kept = withoutSides(lines, PixelCheckboxes.find(ink, dpi));
        for (boolean horizontal : new boolean[] {true, false}) {
            BinaryImage uncrossed = ink.copy();
            Eraser eraser = Eraser.of(ink, uncrossed);
            kept.stream()
                    .filter(line -> line.horizontal() == horizontal && line.length() >= (int) (ERASED * dpi))
                    .forEach(eraser::line);
            kept = withoutSides(kept, PixelCheckboxes.find(uncrossed, dpi));
        }
        return kept;
    }

    private static List<PixelRulings.Line> withoutSides(
            List<PixelRulings.Line> lines, List<PixelCheckboxes.Box> boxes) {
        return lines.stream().filter(line -> !isOfBoxes(line, boxes)).toList();
    }

    /** Whether a line is made of the sides of boxes in a row, which run together where they nearly touch. */
    private static boolean isOfBoxes(PixelRulings.Line line, List<PixelCheckboxes.Box> boxes) {
        int covered = 0;
        for (PixelCheckboxes.Box box : boxes) {
            covered += box.alongSide(line);
        }
        return covered > SIDES * line.length();
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

    /**
     * What is on a page and no text.
     *
     * @param ink all that is on the page
     * @param combs frames for one character each
     */
    private record Marks(
            BinaryImage ink,
            List<PixelRulings.Line> lines,
            List<PixelCheckboxes.Box> boxes,
            List<PixelCheckboxes.Box> combs) {}
}
