package dev.tabellio.extraction.pdf;

import dev.tabellio.extraction.geometry.Ruling;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** What the paths of one page draw, sorted by what it means for a form. Coordinates are those of the displayed page. */
final class Drawing {

    /** Thickest filled rectangle in points that is a line. */
    private static final double THICKEST_LINE = 3;

    /** Shortest line in points; anything shorter is part of a letter or a pattern. */
    private static final double SHORTEST_LINE = 1.5;

    /** Largest slope, as a share of its length, of a line that runs along an axis. */
    private static final double SLOPE = 0.01;

    /** Sides of checkboxes in points. IRS forms use 8; payroll and insurance forms 6 to 15. */
    private static final double SMALLEST_SQUARE = 4.5;

    private static final double LARGEST_SQUARE = 18;

    /** Sides in points of what a pen draws in one stroke; larger ones are frames and pictures. */
    private static final double LONGEST_STROKE = 300;

    private static final double HIGHEST_STROKE = 72;

    /** Least width and height in points of what text can stand on, or be hidden below. */
    private static final double THINNEST_COVER = 5;

    /** Corners and control points of a shape beyond which it is a drawing, not something that was laid over text. */
    private static final int MOST_CORNERS = 400;

    /** Beyond this many pieces a page is a picture made of paths, and more of them say nothing about cells. */
    private static final int MOST_PIECES = 60_000;

    /**
     * Something small that was painted: a mark if a checkbox is around it.
     *
     * @param dark whether it was painted in a colour that a person sees on white
     */
    record Blot(Rectangle2D.Double box, boolean dark) {}

    /**
     * How something is painted.
     *
     * @param tone its colour
     * @param opaque whether it hides what is below it
     * @param order its place among everything painted on the page
     */
    record Paint(Tone tone, boolean opaque, int order) {
        boolean dark() {
            return Ink.isDark(tone);
        }
    }

    private final Background background = new Background();
    private final List<Ruling> rulings = new ArrayList<>();
    private final List<Rectangle2D.Double> squares = new ArrayList<>();
    private final List<Blot> blots = new ArrayList<>();
    private final List<Cover> covers = new ArrayList<>();
    private final List<Rectangle2D.Double> strokes = new ArrayList<>();

    List<Ruling> rulings() {
        return rulings;
    }

    List<Rectangle2D.Double> squares() {
        return squares;
    }

    List<Blot> blots() {
        return blots;
    }

    /** Bounds of what no straight line or frame makes: letters drawn as outlines, logos, strokes of a pen. */
    List<Rectangle2D.Double> strokes() {
        return strokes;
    }

    /** What hides print that was painted before it. */
    List<Cover> covers() {
        return covers;
    }

    /** What is behind whatever is painted next. */
    Background background() {
        return background;
    }

    void cover(Cover cover) {
        if (covers.size() < MOST_PIECES) {
            covers.add(cover);
        }
    }

    /** @param thickness of the pen in points */
    void stroke(PathShape shape, Rectangle2D clip, double thickness, Paint paint) {
        if (thickness > THINNEST_COVER) {
            shape.segments().forEach(segment -> broad(segment, clip, thickness, paint));
        }
        if (!paint.dark() || rulings.size() > MOST_PIECES) {
            return;
        }
        for (double[] segment : shape.segments()) {
            line(segment, clip, thickness);
        }
        small(shape, clip, true);
    }

    /** A line so thick that text stands on it, or is hidden below it. */
    private void broad(double[] segment, Rectangle2D clip, double thickness, Paint paint) {
        double width = Math.abs(segment[2] - segment[0]);
        double height = Math.abs(segment[3] - segment[1]);
        if (Math.min(width, height) > SLOPE * Math.max(width, height)) {
            return;
        }
        double besideX = width >= height ? 0 : thickness / 2;
        double besideY = width >= height ? thickness / 2 : 0;
        Rectangle2D.Double box = visible(
                new Rectangle2D.Double(
                        Math.min(segment[0], segment[2]) - besideX,
                        Math.min(segment[1], segment[3]) - besideY,
                        width + 2 * besideX,
                        height + 2 * besideY),
                clip);
        if (box.width > THINNEST_COVER && box.height > THINNEST_COVER) {
            background.fill(box, paint.opaque() ? paint.tone() : null, true);
            if (paint.opaque()) {
                cover(new Cover.Area(box, box, paint.order()));
            }
        }
    }

    /** @param windingRule of {@link java.awt.geom.Path2D} */
    void fill(PathShape shape, int windingRule, Rectangle2D clip, Paint paint) {
        boolean dark = paint.dark();
        Rectangle2D.Double whole = visible(shape.bounds(), clip);
        if (paint.opaque()
                && whole.width > THINNEST_COVER
                && whole.height > THINNEST_COVER
                && (shape.isRectangle() || shape.points() <= MOST_CORNERS)) {
            cover(new Cover.Area(whole, shape.isRectangle() ? whole : shape.area(windingRule), paint.order()));
        }
        List<PathShape> parts = shape.parts();
        for (PathShape part : parts) {
            Rectangle2D.Double box = visible(part.bounds(), clip);
            if (box.width < 0 || box.height < 0) {
                continue;
            }
            background.fill(box, paint.opaque() ? paint.tone() : null, parts.size() == 1 && part.isRectangle());
            if (!part.isRectangle()) {
                if (rulings.size() <= MOST_PIECES) {
                    small(part, clip, dark);
                }
            } else if (Math.min(box.width, box.height) <= THICKEST_LINE) {
                if (dark && Math.max(box.width, box.height) >= SHORTEST_LINE) {
                    bar(box);
                }
            } else {
                small(part, clip, dark);
                if (paint.opaque()
                        && shape.points() > MOST_CORNERS
                        && box.width > THINNEST_COVER
                        && box.height > THINNEST_COVER) {
                    cover(new Cover.Area(box, box, paint.order()));
                }
            }
        }
    }

    private void small(PathShape shape, Rectangle2D clip, boolean dark) {
        for (PathShape part : shape.parts()) {
            Rectangle2D.Double box = visible(part.bounds(), clip);
            if (dark
                    && box.width > 0
                    && box.width <= LONGEST_STROKE
                    && box.height > 0
                    && box.height <= HIGHEST_STROKE
                    && strokes.size() < MOST_PIECES
                    && part.isFreehand()) {
                strokes.add(box);
            }
            if (box.width > LARGEST_SQUARE || box.height > LARGEST_SQUARE || box.width < 0 || box.height < 0) {
                continue;
            }
            if (part.isRectangle()
                    && dark
                    && Math.min(box.width, box.height) >= SMALLEST_SQUARE
                    && Math.abs(box.width - box.height) <= 0.2 * Math.max(box.width, box.height)) {
                squares.add(box);
            }
            if (Math.max(box.width, box.height) >= 2 && blots.size() < MOST_PIECES) {
                blots.add(new Blot(box, dark));
            }
        }
    }

    private void line(double[] segment, Rectangle2D clip, double thickness) {
        double width = Math.abs(segment[2] - segment[0]);
        double height = Math.abs(segment[3] - segment[1]);
        double length = Math.max(width, height);
        if (length < SHORTEST_LINE || Math.min(width, height) > Math.max(0.3, SLOPE * length)) {
            return;
        }
        Rectangle2D.Double box = visible(
                new Rectangle2D.Double(
                        Math.min(segment[0], segment[2]), Math.min(segment[1], segment[3]), width, height),
                clip);
        if (box.width < 0 || box.height < 0) {
            return;
        }
        boolean horizontal = width >= height;
        if (horizontal) {
            rulings.add(new Ruling(true, box.getCenterY(), box.getMinX(), box.getMaxX(), thickness));
        } else {
            rulings.add(new Ruling(false, box.getCenterX(), box.getMinY(), box.getMaxY(), thickness));
        }
    }

    private void bar(Rectangle2D.Double box) {
        if (rulings.size() > MOST_PIECES) {
            return;
        }
        if (box.width >= box.height) {
            rulings.add(new Ruling(true, box.getCenterY(), box.getMinX(), box.getMaxX(), box.height));
        } else {
            rulings.add(new Ruling(false, box.getCenterX(), box.getMinY(), box.getMaxY(), box.width));
        }
    }

    private static Rectangle2D.Double visible(Rectangle2D.Double box, Rectangle2D clip) {
        Rectangle2D.Double visible = new Rectangle2D.Double();
        Rectangle2D.intersect(box, clip, visible);
        return visible;
    }
}
