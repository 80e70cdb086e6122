package dev.tabellio.extraction.image;

import dev.tabellio.document.MediaType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.metadata.IIOMetadata;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The resolution and orientation of an image.
 *
 * @param x pixels per inch along the rows as stored
 * @param y pixels per inch along the columns as stored
 * @param turn from the stored pixels to what a viewer displays
 */
record Resolution(double x, double y, Turn turn) {

    private static final double LOWEST = 50;
    private static final double HIGHEST = 1200;
    private static final double MILLIMETRES = 25.4;

    /** Shorter side in inches of the page that is assumed where the file does not say: Letter, and nearly A4. */
    private static final double ASSUMED_SIDE = 8.5;

    /** Screen resolutions are defaults of programs, not of scanners, if the page would be larger than this, in inches. */
    private static final double LARGEST_SIDE = 20;

    private static final int EXIF_ORIENTATION = 0x0112;

    /** Of a PNG or TIFF; null metadata say nothing. */
    static Resolution of(MediaType mediaType, @Nullable IIOMetadata metadata, int width, int height) {
        if (metadata == null) {
            return of(Double.NaN, Double.NaN, Turn.NONE, width, height);
        }
        double x = MILLIMETRES / dimension(metadata, "HorizontalPixelSize");
        double y = MILLIMETRES / dimension(metadata, "VerticalPixelSize");
        return of(x, y, mediaType == MediaType.TIFF ? named(metadata) : Turn.NONE, width, height);
    }

    static Resolution of(JpegHeader jpeg, int width, int height) {
        return of(jpeg.x(), jpeg.y(), Turn.ofOrientation(jpeg.orientation()), width, height);
    }

    private static Resolution of(double x, double y, Turn turn, int width, int height) {
        boolean stated = x >= LOWEST && x <= HIGHEST && y >= LOWEST && y <= HIGHEST;
        if (stated && Math.min(width / x, height / y) <= LARGEST_SIDE) {
            return new Resolution(x, y, turn);
        }
        double assumed = Math.max(LOWEST, Math.min(HIGHEST, Math.min(width, height) / ASSUMED_SIDE));
        return new Resolution(assumed, assumed, turn);
    }

    /** The resolution as OCR is told it. */
    static int usable(double dpi) {
        return (int) Math.round(Math.max(LOWEST, Math.min(HIGHEST, dpi)));
    }

    /** In millimetres; NaN if the file does not say. */
    private static double dimension(IIOMetadata metadata, String name) {
        if (!metadata.isStandardMetadataFormatSupported()) {
            return Double.NaN;
        }
        Node root = metadata.getAsTree("javax_imageio_1.0");
        NodeList found = ((Element) root).getElementsByTagName(name);
        if (found.getLength() == 0) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(((Element) found.item(0)).getAttribute("value"));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Turn named(IIOMetadata metadata) {
        Node root = metadata.getAsTree("javax_imageio_1.0");
        NodeList found = ((Element) root).getElementsByTagName("ImageOrientation");
        String value = found.getLength() == 0 ? "" : ((Element) found.item(0)).getAttribute("value");
        return switch (value) {
            case "FlipH" -> Turn.ofOrientation(2);
            case "Rotate180" -> Turn.ofOrientation(3);
            case "FlipV" -> Turn.ofOrientation(4);
            case "FlipHRotate90" -> Turn.ofOrientation(5);
            case "Rotate270" -> Turn.ofOrientation(6);
            case "FlipVRotate90" -> Turn.ofOrientation(7);
            case "Rotate90" -> Turn.ofOrientation(8);
            default -> Turn.NONE;
        };
    }

    /** The orientation in an EXIF segment ("Exif", two zeros, a TIFF header, the first directory); 1 if there is none. */
    static int exifOrientation(byte[] segment) {
        int header = 6;
        if (segment.length < header + 14 || segment[0] != 'E' || segment[1] != 'x' || segment[2] != 'i') {
            return 1;
        }
        ByteBuffer tiff =
                ByteBuffer.wrap(segment, header, segment.length - header).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xffffffffL;
        if (directory + 2 > tiff.limit()) {
            return 1;
        }
        int entries = tiff.getShort((int) directory) & 0xffff;
        for (int i = 0; i < entries && directory + 2 + 12L * (i + 1) <= tiff.limit(); i++) {
            int entry = (int) directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == EXIF_ORIENTATION) {
                return tiff.getShort(entry + 8) & 0xffff;
            }
        }
        return 1;
    }
}
