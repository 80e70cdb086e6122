package dev.tabellio.extraction.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The path that is being drawn, as far as forms need it: straight segments, rectangles, bounds. */
final class PathShape {

    private static final double SAME = 0.05;

    private final AffineTransform toDisplay;
    private final List<Part> parts = new ArrayList<>();
    private Point2D.Float point = new Point2D.Float();

    /** One subpath. */
    private static final class Part {
        private final List<double[]> points = new ArrayList<>();
        /** Positions in {@code points} at which a curve begins. */
        private final Set<Integer> curves = new HashSet<>();

        private boolean curved;
        private boolean closed;
    }

    /** @param toDisplay from the user space of the points that will be added */
    PathShape(AffineTransform toDisplay) {
        this.toDisplay = toDisplay;
    }

    private PathShape(Part part) {
        toDisplay = new AffineTransform();
        parts.add(part);
    }

    void moveTo(float x, float y) {
        Part part = new Part();
        part.points.add(displayed(x, y));
        parts.add(part);
        point = new Point2D.Float(x, y);
    }

    void lineTo(float x, float y) {
        last(x, y).points.add(displayed(x, y));
        point = new Point2D.Float(x, y);
    }

    void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        Part part = last(x1, y1);
        part.curved = true;
        part.curves.add(part.points.size() - 1);
        part.points.add(displayed(x1, y1));
        part.points.add(displayed(x2, y2));
        part.points.add(displayed(x3, y3));
        point = new Point2D.Float(x3, y3);
    }

    void close() {
        if (!parts.isEmpty()) {
            parts.get(parts.size() - 1).closed = true;
        }
    }

    /** Where the next segment starts, in user space. */
    Point2D currentPoint() {
        return point;
    }

    void clear() {
        parts.clear();
    }

    private Part last(float x, float y) {
        if (parts.isEmpty()) {
            moveTo(x, y);
        }
        return parts.get(parts.size() - 1);
    }

    private double[] displayed(float x, float y) {
        double[] at = {x, y};
        toDisplay.transform(at, 0, at, 0, 1);
        return at;
    }

    /** Each subpath by itself. */
    List<PathShape> parts() {
        return parts.size() == 1
                ? List.of(this)
                : parts.stream().map(PathShape::new).toList();
    }

    /** Straight segments as {x1, y1, x2, y2}, also those between the rounded corners of a box. */
    List<double[]> segments() {
        List<double[]> segments = new ArrayList<>();
        for (Part part : parts) {
            int i = 1;
            while (i < part.points.size()) {
                if (part.curves.contains(i - 1)) {
                    i += 3;
                } else {
                    segments.add(segment(part.points.get(i - 1), part.points.get(i)));
                    i++;
                }
            }
            if (part.closed && part.points.size() > 2) {
                segments.add(segment(part.points.get(part.points.size() - 1), part.points.get(0)));
            }
        }
        return segments;
    }

    private static double[] segment(double[] from, double[] to) {
        return new double[] {from[0], from[1], to[0], to[1]};
    }

    /** Corners and control points of all subpaths. */
    int points() {
        return parts.stream().mapToInt(part -> part.points.size()).sum();
    }

    /**
     * The area that filling it paints, on the displayed page.
     *
     * @param windingRule of {@link Path2D}
     */
    Path2D.Double area(int windingRule) {
        Path2D.Double area = new Path2D.Double(windingRule);
        for (Part part : parts) {
            double[] first = part.points.get(0);
            area.moveTo(first[0], first[1]);
            int i = 1;
            while (i < part.points.size()) {
                double[] at = part.points.get(i);
                if (part.curves.contains(i - 1)) {
                    double[] second = part.points.get(i + 1);
                    double[] end = part.points.get(i + 2);
                    area.curveTo(at[0], at[1], second[0], second[1], end[0], end[1]);
                    i += 3;
                } else {
                    area.lineTo(at[0], at[1]);
                    i++;
                }
            }
            area.closePath();
        }
        return area;
    }

    /** Bounds of all points; width is -1 if there are none. */
    Rectangle2D.Double bounds() {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Part part : parts) {
            for (double[] at : part.points) {
                left = Math.min(left, at[0]);
                right = Math.max(right, at[0]);
                top = Math.min(top, at[1]);
                bottom = Math.max(bottom, at[1]);
            }
        }
        return left > right
                ? new Rectangle2D.Double(0, 0, -1, -1)
                : new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    /** Whether it has a curve, or more corners than a frame. */
    boolean isFreehand() {
        return parts.stream().anyMatch(part -> part.curved || part.points.size() > 6);
    }

    /** Whether it is one rectangle along the axes. */
    boolean isRectangle() {
        if (parts.size() != 1 || parts.get(0).curved) {
            return false;
        }
        List<double[]> points = parts.get(0).points;
        int count = points.size();
        if (count == 5 && same(points.get(0), points.get(4))) {
            count = 4;
        }
        if (count != 4) {
            return false;
        }
        for (int i = 0; i < 4; i++) {
            double[] from = points.get(i);
            double[] to = points.get((i + 1) % 4);
            boolean alongX = Math.abs(from[1] - to[1]) <= SAME;
            boolean alongY = Math.abs(from[0] - to[0]) <= SAME;
            if (!alongX && !alongY) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(double[] a, double[] b) {
        return Math.abs(a[0] - b[0]) <= SAME && Math.abs(a[1] - b[1]) <= SAME;
    }
}
