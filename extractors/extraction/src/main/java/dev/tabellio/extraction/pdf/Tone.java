package dev.tabellio.extraction.pdf;

/**
 * A colour as far as people tell it from another one.
 *
 * @param red from 0 to 1
 * @param green from 0 to 1
 * @param blue from 0 to 1
 */
record Tone(double red, double green, double blue) {

    static final Tone WHITE = new Tone(1, 1, 1);

    static final Tone BLACK = new Tone(0, 0, 0);

    static final Tone GREY = new Tone(0.5, 0.5, 0.5);

    /**
     * Difference in luminance from 0 to 1 below which text is not seen by its lightness: that of #EEE on white, a contrast of
     * 1.16 to 1, where WCAG 2 asks for 4.5 to 1 of readable text. Watermarks of forms are at 0.1 and more.
     */
    private static final double CONTRAST = 0.07;

    /** Difference in red or green by which colours of one lightness differ, as red on grey does; blue alone is too dark. */
    private static final double HUE = 0.25;

    /** From 0 for black to 1 for white. */
    double luminance() {
        return 0.3 * red + 0.59 * green + 0.11 * blue;
    }

    /** Whether something in one colour shows on the other. */
    boolean differs(Tone other) {
        return Math.abs(luminance() - other.luminance()) >= CONTRAST
                || Math.abs(red - other.red) >= HUE
                || Math.abs(green - other.green) >= HUE;
    }
}
