package dev.tabellio.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;

/**
 * A rectangle on a page in points (1/72 in) from the top-left corner of the displayed page, y down, rounded to 0.01 pt.
 * In JSON it is the array {@code [left, top, right, bottom]}.
 */
public record BoundingBox(double left, double top, double right, double bottom) {

    /** @throws IllegalArgumentException if a coordinate is not finite or an edge lies beyond its opposite */
    public BoundingBox {
        left = round(left);
        top = round(top);
        right = round(right);
        bottom = round(bottom);
        if (!(Double.isFinite(left) && Double.isFinite(top) && Double.isFinite(right) && Double.isFinite(bottom))
                || left > right
                || top > bottom) {
            throw new IllegalArgumentException("not a box: [%s, %s, %s, %s]".formatted(left, top, right, bottom));
        }
    }

    @JsonCreator
    static BoundingBox of(double[] edges) {
        if (edges.length != 4) {
            throw new IllegalArgumentException("a box has four edges, not " + edges.length);
        }
        return new BoundingBox(edges[0], edges[1], edges[2], edges[3]);
    }

    /** The smallest box around all of them. @throws IllegalArgumentException if there are none */
    public static BoundingBox around(Collection<BoundingBox> boxes) {
        if (boxes.isEmpty()) {
            throw new IllegalArgumentException("no boxes");
        }
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (BoundingBox box : boxes) {
            left = Math.min(left, box.left);
            top = Math.min(top, box.top);
            right = Math.max(right, box.right);
            bottom = Math.max(bottom, box.bottom);
        }
        return new BoundingBox(left, top, right, bottom);
    }

    @JsonValue
    double[] edges() {
        return new double[] {left, top, right, bottom};
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    public double area() {
        return width() * height();
    }

    public double centerX() {
        return (left + right) / 2;
    }

    public double centerY() {
        return (top + bottom) / 2;
    }

    public boolean containsPoint(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    /** Whether the center of {@code other} lies inside this box. */
    public boolean containsCenterOf(BoundingBox other) {
        return containsPoint(other.centerX(), other.centerY());
    }

    public boolean contains(BoundingBox other) {
        return other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom;
    }

    public boolean intersects(BoundingBox other) {
        return other.left < right && other.right > left && other.top < bottom && other.bottom > top;
    }

    /** Length in points that the two share on the x axis; 0 if none. */
    public double overlapX(BoundingBox other) {
        return Math.max(0, Math.min(right, other.right) - Math.max(left, other.left));
    }

    /** Length in points that the two share on the y axis; 0 if none. */
    public double overlapY(BoundingBox other) {
        return Math.max(0, Math.min(bottom, other.bottom) - Math.max(top, other.top));
    }

    public double intersectionArea(BoundingBox other) {
        return overlapX(other) * overlapY(other);
    }

    public BoundingBox union(BoundingBox other) {
        return new BoundingBox(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /** This box grown by {@code points} on every side. */
    public BoundingBox grow(double points) {
        return new BoundingBox(left - points, top - points, right + points, bottom + points);
    }

    private static double round(double value) {
        return Double.isFinite(value) ? Math.round(value * 100) / 100.0 : value;
    }
}
