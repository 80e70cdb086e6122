package dev.tabellio.extraction.admission;

import dev.tabellio.document.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells kinds of file by their first bytes. */
final class MediaTypes {

    /** Bytes of a file's start that decide; the PDF header may stand anywhere in them (ISO 32000-1, Annex H.3.4.1). */
    static final int START = 1024;

    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] TIFF_LITTLE = {'I', 'I', 42, 0};
    private static final byte[] TIFF_BIG = {'M', 'M', 0, 42};

    private MediaTypes() {}

    /** @param start the first {@link #START} bytes, or all of a shorter file */
    static Optional<MediaType> of(byte[] start) {
        if (standsAt(start, 0, PNG)) {
            return Optional.of(MediaType.PNG);
        }
        if (standsAt(start, 0, JPEG)) {
            return Optional.of(MediaType.JPEG);
        }
        if (standsAt(start, 0, TIFF_LITTLE) || standsAt(start, 0, TIFF_BIG)) {
            return Optional.of(MediaType.TIFF);
        }
        for (int i = 0; i + PDF.length <= start.length; i++) {
            if (standsAt(start, i, PDF)) {
                return Optional.of(MediaType.PDF);
            }
        }
        return Optional.empty();
    }

    private static boolean standsAt(byte[] bytes, int offset, byte[] magic) {
        if (offset + magic.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (bytes[offset + i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
