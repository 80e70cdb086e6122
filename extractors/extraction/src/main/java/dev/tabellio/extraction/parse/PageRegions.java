package dev.tabellio.extraction.parse;

import dev.tabellio.document.Page;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.ReadingFrame;
import dev.tabellio.document.Region;
import dev.tabellio.extraction.layout.LayoutDetector;
import dev.tabellio.extraction.layout.NoLayoutDetector;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.util.List;

/** Shows pages that were read to the layout detector, upright, and brings its regions back to the displayed page. */
final class PageRegions {

    private final LayoutDetector detector;

    PageRegions(LayoutDetector detector) {
        this.detector = detector;
    }

    /** Whether it is worth the time to draw the page. */
    boolean wanted(Page page) {
        return !(detector instanceof NoLayoutDetector)
                && page.reading() != PageReading.BLANK
                && page.reading() != PageReading.FAILED;
    }

    /** @param picture of the displayed page */
    Page on(Page page, BufferedImage picture) {
        // Askew by a few degrees is no matter to a detector; on its side is.
        ReadingFrame frame = new ReadingFrame(page.frame().quarters(), 0);
        List<Region> regions = detector
                .detect(
                        turned(picture, frame.quarters()),
                        frame.uprightWidth(page.width(), page.height()),
                        frame.uprightHeight(page.width(), page.height()))
                .stream()
                .map(region -> new Region(
                        region.label(),
                        frame.toDisplayed(region.box(), page.width(), page.height()),
                        region.confidence()))
                .toList();
        return page.withRegions(regions);
    }

    private static BufferedImage turned(BufferedImage image, int quarters) {
        if (quarters == 0) {
            return image;
        }
        int width = quarters % 2 == 0 ? image.getWidth() : image.getHeight();
        int height = quarters % 2 == 0 ? image.getHeight() : image.getWidth();
        AffineTransform turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(rgb(image), turned);
    }

    private static BufferedImage rgb(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return image;
        }
        BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        rgb.createGraphics().drawImage(image, 0, 0, null);
        return rgb;
    }
}
