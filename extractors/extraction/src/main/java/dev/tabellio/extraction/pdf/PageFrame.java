package dev.tabellio.extraction.pdf;

import dev.tabellio.document.BoundingBox;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * How the user space of a PDF page (y up) is displayed in points: crop box, rotation and size of its unit applied, origin
 * top-left, y down.
 *
 * @param width of the displayed page in points
 * @param height of the displayed page in points
 * @param unit points to one unit of user space: 1 unless the page says otherwise (ISO 32000-2, table 31, UserUnit)
 * @param toDisplay from user space to the displayed page
 */
record PageFrame(double width, double height, double unit, AffineTransform toDisplay) {

    /** Largest unit that viewers know: pages of 381 km (Acrobat's limit). */
    private static final double LARGEST_UNIT = 75_000;

    static PageFrame of(PDPage page) {
        PDRectangle crop = usable(page.getCropBox()) ? page.getCropBox() : page.getMediaBox();
        if (!usable(crop)) {
            crop = PDRectangle.LETTER;
        }
        double width = crop.getWidth();
        double height = crop.getHeight();
        AffineTransform turn = switch (Math.floorMod(page.getRotation(), 360)) {
            case 90 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 180 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 270 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(1, 0, 0, -1, 0, height);
        };
        turn.translate(-crop.getLowerLeftX(), -crop.getLowerLeftY());
        double unit = page.getUserUnit() > 0 && page.getUserUnit() <= LARGEST_UNIT ? page.getUserUnit() : 1;
        turn.preConcatenate(AffineTransform.getScaleInstance(unit, unit));
        boolean onItsSide = Math.floorMod(page.getRotation(), 180) == 90;
        return new PageFrame(unit * (onItsSide ? height : width), unit * (onItsSide ? width : height), unit, turn);
    }

    private static boolean usable(PDRectangle box) {
        return box.getWidth() >= 1 && box.getHeight() >= 1;
    }

    /** A rectangle of user space as displayed. */
    Rectangle2D displayed(Rectangle2D area) {
        return toDisplay.createTransformedShape(area).getBounds2D();
    }

    BoundingBox displayed(PDRectangle area) {
        Point2D a = toDisplay.transform(new Point2D.Double(area.getLowerLeftX(), area.getLowerLeftY()), null);
        Point2D b = toDisplay.transform(new Point2D.Double(area.getUpperRightX(), area.getUpperRightY()), null);
        return new BoundingBox(
                Math.min(a.getX(), b.getX()),
                Math.min(a.getY(), b.getY()),
                Math.max(a.getX(), b.getX()),
                Math.max(a.getY(), b.getY()));
    }

    BoundingBox bounds() {
        return new BoundingBox(0, 0, width, height);
    }
}
