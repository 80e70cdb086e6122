package dev.tabellio.extraction.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/**
 * An image with a soft mask: a signature lets the print below it show, a patch does not. The mask is decoded when there is
 * print below the image, which is rare.
 */
final class MaskedImage implements Cover {

    /** Samples of a mask that are looked at. */
    private static final double MOST_SAMPLES = 4e6;

    /** Opacity from 0 to 255 from which on nothing shows through. */
    private static final int OPAQUE = 250;

    /** Places of the print at which the mask is asked, in each direction. */
    private static final int PLACES = 4;

    private final Rectangle2D.Double box;
    private final int order;
    private final PDImageXObject image;
    private final AffineTransform toDisplay;
    private @Nullable Optional<Raster> mask;

    /** @param toDisplay from the unit square of the image to the displayed page */
    MaskedImage(Rectangle2D.Double box, int order, PDImageXObject image, AffineTransform toDisplay) {
        this.box = box;
        this.order = order;
        this.image = image;
        this.toDisplay = toDisplay;
    }

    @Override
    public Rectangle2D.Double box() {
        return box;
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public boolean hides(Rectangle2D.Double print) {
        Optional<Raster> known = mask;
        if (known == null) {
            known = decoded(image);
            mask = known;
        }
        return known.isPresent() && isOpaque(known.get(), print);
    }

    private boolean isOpaque(Raster opacity, Rectangle2D.Double print) {
        try {
            AffineTransform toImage = toDisplay.createInverse();
            for (int i = 0; i <= PLACES; i++) {
                for (int j = 0; j <= PLACES; j++) {
                    Point2D at = toImage.transform(
                            new Point2D.Double(print.x + print.width * i / PLACES, print.y + print.height * j / PLACES),
                            null);
                    int x = (int) (at.getX() * opacity.getWidth());
                    int y = (int) ((1 - at.getY()) * opacity.getHeight());
                    boolean inside = x >= 0 && y >= 0 && x < opacity.getWidth() && y < opacity.getHeight();
                    if (inside && opacity.getSample(x, y, 0) < OPAQUE) {
                        return false;
                    }
                }
            }
            return true;
        } catch (NoninvertibleTransformException e) {
            return false;
        }
    }

    /** Empty if there is none, or none that can be read. */
    private static Optional<Raster> decoded(PDImageXObject image) {
        try {
            PDImageXObject soft = image.getSoftMask();
            if (soft == null) {
                return Optional.empty();
            }
            double samples = (double) soft.getWidth() * soft.getHeight();
            int step = (int) Math.max(1, Math.ceil(Math.sqrt(samples / MOST_SAMPLES)));
            return Optional.of(soft.getOpaqueImage(null, step).getRaster());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
