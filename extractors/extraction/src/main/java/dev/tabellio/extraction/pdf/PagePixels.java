package dev.tabellio.extraction.pdf;

import dev.tabellio.extraction.image.GreyImage;

/**
 * The picture of a displayed page or of a part of it.
 *
 * @param dpi its resolution in both directions
 * @param scannedDpi the resolution that it was scanned at, which is lower if it was enlarged since
 * @param whole whether it is all of the page
 * @param paper size of the paper that was scanned by the size of the page: 1 unless the page is far larger or smaller than
 *     any paper
 */
public record PagePixels(GreyImage image, int dpi, int scannedDpi, boolean whole, double paper) {

    /** Resolution below which a scan is enlarged before anything is looked for: its letters have strokes of one pixel. */
    public static final int COARSE = 190;

    /** Most pixels of a picture, which are those of an A3 page at 300 dpi: recognition takes ten bytes for each. */
    public static final double MOST_PIXELS = 18e6;

    /** A whole page. */
    public PagePixels(GreyImage image, int dpi, int scannedDpi) {
        this(image, dpi, scannedDpi, true, 1);
    }

    /** A whole page at the resolution that it was made at. */
    public PagePixels(GreyImage image, int dpi) {
        this(image, dpi, dpi);
    }

    /** A coarse scan enlarged to a resolution, or as far as a picture may be large; any other as it is. */
    public PagePixels fine(int wanted) {
        double area = (double) image.width() * image.height();
        int finer = (int) Math.min(wanted, dpi * Math.sqrt(MOST_PIXELS / area));
        if (dpi >= COARSE || finer <= dpi) {
            return this;
        }
        double scale = (double) finer / dpi;
        int width = (int) Math.round(image.width() * scale);
        int height = (int) Math.round(image.height() * scale);
        return new PagePixels(image.scaled(width, height), finer, scannedDpi, whole, paper);
    }

    /** A part of it. */
    public PagePixels with(GreyImage part) {
        return new PagePixels(part, dpi, scannedDpi, false, paper);
    }

    /** The same picture of a page that is taken for another size of paper. */
    PagePixels onPaper(double size) {
        return new PagePixels(image, dpi, scannedDpi, whole, size);
    }

    /** This picture as one of the paper that was scanned, which is then the page. */
    public PagePixels ofPaper() {
        return new PagePixels(image, whole(dpi / paper), whole(scannedDpi / paper), whole, 1);
    }

    /** How many points of the paper are one point of the page, as {@link #ofPaper} rounds it. */
    public double enlargement() {
        return (double) dpi / ofPaper().dpi();
    }

    private static int whole(double dpi) {
        return Math.max(1, (int) Math.round(dpi));
    }
}
