package dev.tabellio.extraction.pdf;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been painted on a page so far, as far as it is behind text: whether something painted on it shows. */
final class Background {

    /** Sides in points of an area that text can stand on. */
    private static final double SMALLEST = 5;

    /** Areas that are looked at; a page with more is a picture made of paths. */
    private static final int MOST = 5_000;

    /** Share of the page that one image covers if the page is a scan, which is paper. */
    private static final double SCAN = 0.6;

    /**
     * An area.
     *
     * @param tone its colour; null for pictures and patterns
     * @param exact whether all of the box is painted
     */
    private record Area(Rectangle2D.Double box, @Nullable Tone tone, boolean exact) {}

    private final List<Area> areas = new ArrayList<>();

    /**
     * An area in a colour.
     *
     * @param tone its colour; null if it has several
     * @param exact whether it fills its bounds
     */
    void fill(Rectangle2D.Double bounds, @Nullable Tone tone, boolean exact) {
        if (bounds.width > SMALLEST && bounds.height > SMALLEST && areas.size() < MOST) {
            areas.add(new Area(bounds, tone, exact));
        }
    }

    void picture(Rectangle2D.Double bounds, Rectangle2D.Double page) {
        boolean scan = bounds.width * bounds.height >= SCAN * page.width * page.height;
        fill(bounds, scan ? Tone.WHITE : null, scan);
    }

    /** Whether something of a colour shows at a place. */
    boolean shows(double x, double y, Tone tone) {
        for (int i = areas.size() - 1; i >= 0; i--) {
            Area area = areas.get(i);
            if (area.box().contains(x, y)) {
                Tone behind = area.tone();
                if (behind == null || behind.differs(tone)) {
                    return true;
                }
                if (area.exact()) {
                    return false;
                }
            }
        }
        return Tone.WHITE.differs(tone);
    }
}
