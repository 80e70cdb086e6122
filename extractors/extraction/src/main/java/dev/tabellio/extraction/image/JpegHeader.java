package dev.tabellio.extraction.image;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the markers of a JPEG say before its first scan (ITU T.81, annex B; JFIF 1.02; Adobe Technical Note 5116; Exif 2.3).
 * Read here because the JDK refuses to tell it where they contradict each other, such as four colours in a JFIF file, which
 * viewers show all the same.
 *
 * @param colours samples of a pixel: 1, 3 or 4; 0 if no frame was found
 * @param transform of Adobe's marker: 0 none, 1 YCbCr, 2 YCCK; {@link #NO_MARKER} without it
 * @param x pixels per inch along the rows, NaN if it is not said
 * @param y pixels per inch along the columns, NaN if it is not said
 * @param orientation in Exif's numbers, 1 if it is not said
 */
record JpegHeader(int colours, int transform, double x, double y, int orientation) {

    static final int NO_MARKER = -1;

    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    private static final double CENTIMETRES = 2.54;

    private static final JpegHeader NOTHING = new JpegHeader(0, NO_MARKER, Double.NaN, Double.NaN, 1);

    /** Reads no further than to what is damaged. */
    static JpegHeader read(Path path) throws IOException {
        JpegHeader header = NOTHING;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            int marker = marker(in);
            while (marker == START_OF_IMAGE) {
                marker = marker(in);
            }
            while (marker != START_OF_SCAN && marker != END_OF_IMAGE) {
                int length = in.readUnsignedShort() - 2;
                if (length < 0) {
                    return header;
                }
                byte[] segment = new byte[length];
                in.readFully(segment);
                header = header.with(marker, segment);
                marker = marker(in);
            }
        } catch (EOFException e) {
            // What stands in front of the end holds.
            return header;
        }
        return header;
    }

    private static int marker(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xFF) {
            return END_OF_IMAGE;
        }
        int marker = in.readUnsignedByte();
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    private JpegHeader with(int marker, byte[] segment) {
        if (isFrame(marker) && segment.length > 5) {
            return new JpegHeader(segment[5] & 0xff, transform, x, y, orientation);
        }
        if (marker == APP0 && starts(segment, "JFIF\0") && segment.length >= 12) {
            double unit = segment[7] == 1 ? 1 : segment[7] == 2 ? CENTIMETRES : Double.NaN;
            return new JpegHeader(
                    colours, transform, unit * number(segment, 8), unit * number(segment, 10), orientation);
        }
        if (marker == APP1 && starts(segment, "Exif\0") && orientation == 1) {
            return new JpegHeader(colours, transform, x, y, Resolution.exifOrientation(segment));
        }
        if (marker == APP14 && starts(segment, "Adobe") && segment.length >= 12) {
            return new JpegHeader(colours, segment[11] & 0xff, x, y, orientation);
        }
        return this;
    }

    /** SOF0 to SOF15; the tables and the extension among these numbers are none. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean starts(byte[] segment, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        return segment.length >= bytes.length && Arrays.equals(segment, 0, bytes.length, bytes, 0, bytes.length);
    }

    private static int number(byte[] segment, int at) {
        return (segment[at] & 0xff) << 8 | (segment[at + 1] & 0xff);
    }
}
