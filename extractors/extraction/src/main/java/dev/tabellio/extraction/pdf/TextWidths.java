package dev.tabellio.extraction.pdf;

/** Widths of text in Helvetica, which nearly all form fields use or resemble. */
final class TextWidths {

    /** Advance of the characters from blank to tilde in thousandths of an em (Adobe's published font metrics). */
    private static final short[] HELVETICA = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
                833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
                556,
        556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
                334,
        260, 334, 584
    };

    private static final int OTHER = 556;

    private TextWidths() {}

    /** Width of a text in points. */
    static double of(String text, double size) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i) - ' ';
            sum += c >= 0 && c < HELVETICA.length ? HELVETICA[c] : OTHER;
        }
        return sum * size / 1000;
    }
}
