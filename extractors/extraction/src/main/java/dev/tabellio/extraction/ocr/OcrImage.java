package dev.tabellio.extraction.ocr;

/**
 * An 8-bit grey image, upright.
 *
 * @param pixels row by row, 0 black to 255 white; length is {@code width * height}
 * @param dpi resolution in pixels per inch, between 50 and 1200
 */
@SuppressWarnings("ArrayRecordComponent") // a picture is megabytes: copies would cost more than reading it
public record OcrImage(byte[] pixels, int width, int height, int dpi) {

    /** @throws IllegalArgumentException if the sizes do not agree or the resolution is out of range */
    public OcrImage {
        if (width < 1 || height < 1 || pixels.length != width * height) {
            throw new IllegalArgumentException("%d bytes for %d x %d pixels".formatted(pixels.length, width, height));
        }
        if (dpi < 50 || dpi > 1200) {
            throw new IllegalArgumentException("%d dpi is not between 50 and 1200".formatted(dpi));
        }
    }
}
