package dev.tabellio.extraction.pdf;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/** Something opaque that was painted: an area, or the part of an image that its mask lets through. */
interface Cover {

    /** Around it on the displayed page. */
    Rectangle2D.Double box();

    /** Its place among everything painted on the page. */
    int order();

    /** Whether it hides what is printed in a box that has its centre within {@link #box}. */
    boolean hides(Rectangle2D.Double print);

    /**
     * A painted area.
     *
     * @param shape what of the box is painted
     */
    record Area(Rectangle2D.Double box, Shape shape, int order) implements Cover {

        @Override
        public boolean hides(Rectangle2D.Double print) {
            return shape.contains(print.getCenterX(), print.getCenterY());
        }
    }
}
