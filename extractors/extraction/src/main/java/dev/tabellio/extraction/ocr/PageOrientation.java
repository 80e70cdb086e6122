package dev.tabellio.extraction.ocr;

/**
 * How the text of an image stands.
 *
 * @param degrees by which the image has to be turned clockwise to be upright: 0, 90, 180 or 270
 * @param confidence 0 if nothing could be told; Tesseract's scale, on which 2 is a guess and 15 is certain
 */
public record PageOrientation(int degrees, double confidence) {

    /** Too little text to tell. */
    public static final PageOrientation UNKNOWN = new PageOrientation(0, 0);

    /** @throws IllegalArgumentException if it is not a multiple of 90 degrees */
    public PageOrientation {
        if (degrees < 0 || degrees > 270 || degrees % 90 != 0) {
            throw new IllegalArgumentException("not a quarter turn: " + degrees);
        }
    }
}
