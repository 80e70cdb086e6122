package dev.tabellio.extraction.pdf;

import java.util.List;

/**
 * How large the paper was that a page is a scan of. Pages are at times made as large as their scan has pixels, at an inch or
 * at a hundred to the side; print on them is far too small or too large for everything that knows sizes of print.
 */
final class PaperSize {

    /** Shorter side in points that is assumed for such paper: Letter's, and nearly that of A4. */
    private static final double ASSUMED_SIDE = 612;

    /** Shorter sides in points that paper has: that of A6, and the longest of the sheets that office scanners take. */
    private static final double SMALL = 300;

    private static final double LARGE = 1440;

    /** Pixels per inch that scanners give: documents are scanned at 72 to 600. */
    private static final double COARSE = 72;

    private static final double FINE = 700;

    /** Resolution below which print of the usual size can not be read. */
    private static final double ILLEGIBLE = 50;

    /** Share of the page that images cover if it is a scan. */
    private static final double SCAN = 0.5;

    private PaperSize() {}

    /**
     * The size of the paper by that of the page, 1 where it may be the same.
     *
     * @param dpi at which a page is looked at
     */
    static double of(PageFrame frame, List<PlacedImage> images, int dpi) {
        double side = Math.min(frame.width(), frame.height());
        double scanned = scannedAt(frame, images);
        double seenAt = Math.min(dpi, Math.sqrt(PagePixels.MOST_PIXELS / (frame.width() * frame.height())) * 72);
        boolean tiny = side < SMALL && scanned > FINE;
        boolean huge = side > LARGE && (seenAt < ILLEGIBLE || (scanned > 0 && scanned < COARSE));
        return tiny || huge ? ASSUMED_SIDE / side : 1;
    }

    /** In pixels per inch; 0 if the page is no scan. */
    private static double scannedAt(PageFrame frame, List<PlacedImage> images) {
        double pixels = 0;
        double area = 0;
        for (PlacedImage image : images) {
            pixels += (double) image.width() * image.height();
            area += image.box().getWidth() * image.box().getHeight();
        }
        return area < SCAN * frame.width() * frame.height() ? 0 : Math.sqrt(pixels / area) * 72;
    }
}
