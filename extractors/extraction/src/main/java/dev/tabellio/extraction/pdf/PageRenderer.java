package dev.tabellio.extraction.pdf;

import dev.tabellio.extraction.guard.TooLargeException;
import dev.tabellio.extraction.image.GreyImage;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.rendering.ImageType;
import org.jspecify.annotations.Nullable;

/**
 * Makes pictures of pages. A page that is one image is taken as that image: rendering a 300 dpi scan at 200 dpi costs twice
 * as much as at 300, and taking the image itself a third less (STACK measurement, 2026-11-20), and no pixel is resampled.
 */
final class PageRenderer {

    /** Distance in points between page and image up to which the image is the page. */
    private static final double FLUSH = 3;

    /** Resolution up to which a scan that is not coarse is taken as it is; others are scaled to the wanted one. */
    private static final double HIGHEST_NATIVE = 420;

    /** Most pixels of an image that is decoded as it is: a page at 600 dpi. */
    private static final double MOST_TAKEN = 40e6;

    /** Resolution below which a page is more than is looked at: one of 27 x 27 m. */
    private static final int LOWEST_DPI = 4;

    /** Resolution that pages are always drawn at if they can be at all. */
    private static final int COARSE_DPI = 50;

    /** A page that cannot be drawn in this part of the time is drawn at this part of the resolution. */
    private static final int COARSER = 3;

    /** Most pixels of all images of a page: beyond it decoding alone may take gigabytes. */
    private static final long MOST_IMAGE_PIXELS = 250_000_000;

    private final PDDocument document;

    PageRenderer(PDDocument document) {
        this.document = document;
    }

    /** The page with everything that a viewer shows, also the values of form fields. */
    BufferedImage picture(int number, PageFrame frame, int dpi) throws IOException {
        return new BoundedRenderer(document, Deadline.ofCaller())
                .drawn(number, frame, fitting(frame, dpi), ImageType.RGB);
    }

    /**
     * The page as OCR wants it: grey, form fields left out. A page that takes too long to draw is drawn more coarsely.
     *
     * @param limit for drawing it
     */
    PagePixels pixels(
            int number,
            PageFrame frame,
            List<PlacedImage> images,
            boolean onlyImages,
            int quarters,
            int dpi,
            Duration limit)
            throws IOException {
        long total = 0;
        for (PlacedImage image : images) {
            total += (long) image.width() * image.height();
        }
        if (total > MOST_IMAGE_PIXELS) {
            throw new TooLargeException(
                    "its images have %d pixels; at most %d are decoded".formatted(total, MOST_IMAGE_PIXELS));
        }
        double paper = PaperSize.of(frame, images, dpi);
        int wanted = fitting(frame, dpi * paper);
        PagePixels taken =
                onlyImages && images.size() == 1 ? taken(images.get(0), frame, quarters, wanted, paper) : null;
        if (taken != null) {
            return taken;
        }
        Deadline forFine = Deadline.in(limit.dividedBy(COARSER));
        try {
            return drawn(number, frame, wanted, forFine).onPaper(paper);
        } catch (IOException e) {
            if (!forFine.isOver()) {
                throw e;
            }
            int coarse = Math.max(wanted / COARSER, Math.min(wanted, COARSE_DPI));
            return drawn(number, frame, coarse, Deadline.in(limit.dividedBy(COARSER)))
                    .onPaper(paper);
        }
    }

    private PagePixels drawn(int number, PageFrame frame, int dpi, Deadline deadline) throws IOException {
        BoundedRenderer renderer = new BoundedRenderer(document, deadline);
        renderer.setAnnotationsFilter(annotation -> !(annotation instanceof PDAnnotationWidget));
        return new PagePixels(GreyImage.of(renderer.drawn(number, frame, dpi, ImageType.GRAY)), dpi);
    }

    private static int fitting(PageFrame frame, double dpi) throws IOException {
        double squareInches = frame.width() * frame.height() / (72.0 * 72.0);
        int fitting = (int) Math.min(Math.rint(dpi), Math.sqrt(PagePixels.MOST_PIXELS / squareInches));
        if (fitting < LOWEST_DPI) {
            throw new TooLargeException("a page of %.0f x %.0f inches is more than is looked at"
                    .formatted(frame.width() / 72, frame.height() / 72));
        }
        return fitting;
    }

    private static @Nullable PagePixels taken(PlacedImage placed, PageFrame frame, int quarters, int dpi, double paper)
            throws IOException {
        Rectangle2D.Double box = placed.box();
        if (!(placed.image() instanceof PDImageXObject image)
                || !placed.upright()
                || box.getMinX() > FLUSH
                || box.getMinY() > FLUSH
                || box.getMaxX() < frame.width() - FLUSH
                || box.getMaxY() < frame.height() - FLUSH) {
            return null;
        }
        boolean onItsSide = quarters % 2 == 1;
        double dpiX = placed.width() / ((onItsSide ? frame.height() : frame.width()) / 72);
        double dpiY = placed.height() / ((onItsSide ? frame.width() : frame.height()) / 72);
        if (dpiX < 72 * paper || dpiY < 72 * paper || (double) placed.width() * placed.height() > MOST_TAKEN) {
            return null;
        }
        GreyImage grey = ImageSamples.grey(image).turned(quarters);
        boolean square = Math.abs(dpiX - dpiY) <= 0.02 * dpiX;
        if (paper == 1 && square && dpiX >= PagePixels.COARSE && dpiX <= HIGHEST_NATIVE) {
            return new PagePixels(grey, (int) Math.round(dpiX));
        }
        int width = (int) Math.round(frame.width() / 72 * dpi);
        int height = (int) Math.round(frame.height() / 72 * dpi);
        return new PagePixels(grey.scaled(Math.max(1, width), Math.max(1, height)), dpi, Math.min(dpi, (int)
                        Math.round(Math.min(dpiX, dpiY))))
                .onPaper(paper);
    }
}
