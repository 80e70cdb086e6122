package dev.tabellio.extraction.pdf;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** What has been painted on a page so far, as far as it is behind text: whether something painted on it shows. */
final class Background {

    /**
     * Difference in luminance from 0 to 1 below which text is not seen: that of #EEE on white, a contrast of 1.16 to 1,
     * where WCAG 2 asks for 4.5 to 1 of readable text. Watermarks of forms are at 0.1 and more.
     */
    private static final double CONTRAST = 0.07;

    /** Sides in points of an area that text can stand on. */
    private static final double SMALLEST = 5;

    /** Areas that are looked at; a page with more is a picture made of paths. */
    private static final int MOST = 5_000;

    /** Share of the page that one image covers if the page is a scan, which is paper. */
    private static final double SCAN = 0.6;

    private static final double PAPER = 1;

    /**
     * An area.
     *
     * @param luminance of its colour; not a number for pictures and patterns
     * @param exact whether all of the box is painted
     */
    private record Area(Rectangle2D.Double box, double luminance, boolean exact) {}

    private final List<Area> areas = new ArrayList<>();

    /** @param exact whether it fills its bounds */
    void fill(Rectangle2D.Double bounds, double luminance, boolean exact) {
        if (bounds.width > SMALLEST && bounds.height > SMALLEST && areas.size() < MOST) {
            areas.add(new Area(bounds, luminance, exact));
        }
    }

    void picture(Rectangle2D.Double bounds, Rectangle2D.Double page) {
        boolean scan = bounds.width * bounds.height >= SCAN * page.width * page.height;
        fill(bounds, scan ? PAPER : Double.NaN, scan);
    }

    /** Whether something of a luminance shows at a place. */
    boolean shows(double x, double y, double luminance) {
        for (int i = areas.size() - 1; i >= 0; i--) {
            Area area = areas.get(i);
            if (area.box().contains(x, y)) {
                if (Double.isNaN(area.luminance()) || differ(area.luminance(), luminance)) {
                    return true;
                }
                if (area.exact()) {
                    return false;
                }
            }
        }
        return differ(PAPER, luminance);
    }

    private static boolean differ(double behind, double luminance) {
        return Math.abs(behind - luminance) >= CONTRAST;
    }
}
