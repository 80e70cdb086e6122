package dev.tabellio.extraction.pdf;

import dev.tabellio.document.BoundingBox;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * How the user space of a PDF page (points, y up) is displayed: crop box and rotation applied, origin top-left, y down.
 *
 * @param width of the displayed page in points
 * @param height of the displayed page in points
 * @param toDisplay from user space to the displayed page
 */
record PageFrame(double width, double height, AffineTransform toDisplay) {

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
        boolean onItsSide = Math.floorMod(page.getRotation(), 180) == 90;
        return new PageFrame(onItsSide ? height : width, onItsSide ? width : height, turn);
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
