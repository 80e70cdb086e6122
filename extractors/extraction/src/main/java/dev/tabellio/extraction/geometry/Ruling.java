package dev.tabellio.extraction.geometry;

import dev.tabellio.document.BoundingBox;

/**
 * A straight line along an axis of the displayed page, in points.
 *
 * @param horizontal whether it runs along x
 * @param position its place on the other axis: y of a horizontal line, x of a vertical one; the middle of its thickness
 * @param from its start along its own axis
 * @param to its end, not before {@code from}
 * @param thickness in points
 */
public record Ruling(boolean horizontal, double position, double from, double to, double thickness) {

    /** @throws IllegalArgumentException if it ends before it starts */
    public Ruling {
        if (!(from <= to)) {
            throw new IllegalArgumentException("a line from %s to %s".formatted(from, to));
        }
    }

    public double length() {
        return to - from;
    }

    /** Whether the line runs vertically between the two boxes that stand beside each other. */
    public boolean separates(BoundingBox left, BoundingBox right) {
        if (horizontal || position < left.right() - 1 || position > right.left() + 1) {
            return false;
        }
        double top = Math.max(left.top(), right.top());
        double bottom = Math.min(left.bottom(), right.bottom());
        return Math.min(to, bottom) - Math.max(from, top) >= 0.5 * (bottom - top);
    }
}
