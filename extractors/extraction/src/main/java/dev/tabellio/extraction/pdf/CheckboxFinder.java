package dev.tabellio.extraction.pdf;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.Origin;
import dev.tabellio.extraction.geometry.CharacterBoxes;
import dev.tabellio.extraction.geometry.Ruling;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds drawn checkboxes: small squares that hold nothing or a mark. A square with other text in it is a form cell; squares
 * in an unbroken row are a comb for digits.
 */
final class CheckboxFinder {

    /** Glyphs that people and programs tick a box with. */
    private static final String MARKS = "✓✔☑✕✖✗✘☒×XxV•●■◼";

    private static final String EMPTY_BOXES = "☐□❏❐❑❒⬜▢";
    private static final String TICKED_BOXES = "☑☒▣🗹🗷";

    /** Share of the box's side that a drawn mark spans; dots and specks are smaller. */
    private static final double MARK_SIZE = 0.35;

    /** Height in points of the bands by which glyphs are looked up. */
    private static final double BAND = 10;

    private static final double SMALLEST_SIDE = 4.5;
    private static final double LARGEST_SIDE = 18;

    private final List<Checkbox> found = new ArrayList<>();
    private final List<Glyph> marks = new ArrayList<>();

    private CheckboxFinder() {}

    /**
     * @param checkboxes by row, then from the left
     * @param marks the glyphs that tick them, which are not text
     */
    record Found(List<Checkbox> checkboxes, List<Glyph> marks) {}

    /** @param printed the visible glyphs that are not blank */
    static Found find(Drawing drawing, List<Glyph> printed) {
        CheckboxFinder finder = new CheckboxFinder();
        List<Rectangle2D.Double> squares = separate(candidates(drawing));
        Map<Integer, List<Glyph>> bands = bands(squares, printed);
        for (Rectangle2D.Double square : squares) {
            finder.judge(square, bands, drawing.blots());
        }
        printed.forEach(finder::boxGlyph);
        finder.found.sort(
                Comparator.comparingDouble((Checkbox checkbox) -> checkbox.box().top())
                        .thenComparingDouble(checkbox -> checkbox.box().left()));
        return new Found(finder.found, finder.marks);
    }

    private static List<Rectangle2D.Double> candidates(Drawing drawing) {
        List<Rectangle2D.Double> candidates = new ArrayList<>(drawing.squares());
        List<Ruling> tops = sides(drawing, true);
        List<Ruling> lefts = sides(drawing, false);
        for (Ruling top : tops) {
            for (Ruling left : lefts) {
                if (near(left.position(), top.from())
                        && near(left.from(), top.position())
                        && Math.abs(left.length() - top.length()) <= 0.2 * top.length()
                        && hasSide(tops, left.to(), top.from())
                        && hasSide(lefts, top.to(), left.from())) {
                    candidates.add(
                            new Rectangle2D.Double(left.position(), top.position(), top.length(), left.length()));
                }
            }
        }
        return candidates;
    }

    private static List<Ruling> sides(Drawing drawing, boolean horizontal) {
        List<Ruling> sides = drawing.rulings().stream()
                .filter(line -> line.horizontal() == horizontal
                        && line.length() >= SMALLEST_SIDE
                        && line.length() <= LARGEST_SIDE)
                .toList();
        return sides.size() > 2000 ? List.of() : sides;
    }

    private static boolean hasSide(List<Ruling> sides, double position, double from) {
        return sides.stream().anyMatch(side -> near(side.position(), position) && near(side.from(), from));
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= 1.2;
    }

    /** Each square once, without those that stand in an unbroken row or column of their like, or nearly touch in a row. */
    private static List<Rectangle2D.Double> separate(List<Rectangle2D.Double> squares) {
        List<Rectangle2D.Double> distinct = new ArrayList<>();
        for (Rectangle2D.Double square : squares) {
            if (distinct.stream().noneMatch(other -> sameBox(other, square))) {
                distinct.add(square);
            }
        }
        List<Rectangle2D.Double> rows = distinct.stream()
                .filter(square -> neighbours(square, distinct).size() >= 2)
                .toList();
        List<BoundingBox> characters =
                CharacterBoxes.among(distinct.stream().map(CheckboxFinder::box).toList());
        return distinct.stream()
                .filter(square -> !characters.contains(box(square))
                        && !rows.contains(square)
                        && neighbours(square, distinct).stream().noneMatch(rows::contains))
                .toList();
    }

    private static List<Rectangle2D.Double> neighbours(Rectangle2D.Double square, List<Rectangle2D.Double> squares) {
        return squares.stream().filter(other -> touches(square, other)).toList();
    }

    private static boolean sameBox(Rectangle2D.Double a, Rectangle2D.Double b) {
        Rectangle2D shared = a.createIntersection(b);
        return shared.getWidth() > 0
                && shared.getHeight() > 0
                && shared.getWidth() * shared.getHeight() > 0.5 * Math.min(a.width * a.height, b.width * b.height);
    }

    private static boolean touches(Rectangle2D.Double a, Rectangle2D.Double b) {
        if (a.equals(b)) {
            return false;
        }
        double across = Math.abs(a.getCenterX() - b.getCenterX());
        double down = Math.abs(a.getCenterY() - b.getCenterY());
        double side = (a.width + b.width) / 2;
        return Math.abs(Math.max(across, down) - side) < 1 && Math.min(across, down) < 1;
    }

    /** The glyphs whose centers lie in the bands of the page that a square reaches into: few of its thousands. */
    private static Map<Integer, List<Glyph>> bands(List<Rectangle2D.Double> squares, List<Glyph> printed) {
        Map<Integer, List<Glyph>> bands = new HashMap<>();
        for (Rectangle2D.Double square : squares) {
            for (int band = band(square.getMinY()); band <= band(square.getMaxY()); band++) {
                bands.computeIfAbsent(band, any -> new ArrayList<>());
            }
        }
        if (!bands.isEmpty()) {
            for (Glyph glyph : printed) {
                List<Glyph> reached = bands.get(band(glyph.box().getCenterY()));
                if (reached != null) {
                    reached.add(glyph);
                }
            }
        }
        return bands;
    }

    private static int band(double y) {
        return (int) (y / BAND);
    }

    private void judge(Rectangle2D.Double square, Map<Integer, List<Glyph>> bands, List<Drawing.Blot> blots) {
        List<Glyph> inside = new ArrayList<>();
        for (int band = band(square.getMinY()); band <= band(square.getMaxY()); band++) {
            for (Glyph glyph : bands.getOrDefault(band, List.of())) {
                if (square.contains(glyph.box().getCenterX(), glyph.box().getCenterY())) {
                    if (!isMark(glyph)) {
                        return;
                    }
                    inside.add(glyph);
                }
            }
        }
        boolean ticked = !inside.isEmpty();
        for (Drawing.Blot blot : blots) {
            ticked |= marks(square, blot);
        }
        marks.addAll(inside);
        found.add(new Checkbox(box(square), ticked, Origin.TEXT_LAYER, 1));
    }

    private static boolean isMark(Glyph glyph) {
        return glyph.symbol() || MARKS.contains(glyph.text());
    }

    /** Whether something that is not the box itself was drawn inside of it. */
    private static boolean marks(Rectangle2D.Double square, Drawing.Blot blot) {
        Rectangle2D.Double box = blot.box();
        return blot.dark()
                && Math.max(box.width, box.height) >= MARK_SIZE * square.width
                && Math.max(box.width, box.height) <= 1.5 * square.width
                && square.contains(box.getCenterX(), box.getCenterY())
                && !isOutline(square, box);
    }

    /** The frame itself, painted again, or one of its sides. */
    private static boolean isOutline(Rectangle2D.Double square, Rectangle2D.Double box) {
        boolean asWide = box.width > 0.82 * square.width;
        boolean asHigh = box.height > 0.82 * square.height;
        boolean flat = Math.min(box.width, box.height) < 0.12 * square.width;
        return flat || (asWide && asHigh);
    }

    private void boxGlyph(Glyph glyph) {
        boolean ticked = TICKED_BOXES.contains(glyph.text());
        if ((ticked || EMPTY_BOXES.contains(glyph.text())) && !marks.contains(glyph)) {
            found.add(new Checkbox(box(glyph.box()), ticked, Origin.TEXT_LAYER, 1));
            marks.add(glyph);
        }
    }

    private static BoundingBox box(Rectangle2D.Double area) {
        return new BoundingBox(area.getMinX(), area.getMinY(), area.getMaxX(), area.getMaxY());
    }
}
