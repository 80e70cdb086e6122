package dev.tabellio.jobs.eval;

import java.util.Random;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * How a table is drawn.
 *
 * @param texts columns of text at the left; the others hold numbers
 * @param empty share of places without a value
 * @param size of the print in points
 * @param pitch from row to row, as a multiple of the size
 * @param gap between columns in points
 */
record TableStyle(
        Rules rules,
        int columns,
        int texts,
        int bodyRows,
        boolean spanningHeadings,
        boolean wrappedHeadings,
        boolean wrappedCells,
        boolean groups,
        double empty,
        FontName font,
        double size,
        double pitch,
        double gap) {

    /** Lines and fills that are drawn. */
    enum Rules {
        NONE,
        GRID,
        /** Around the table and below its headings. */
        FRAME,
        /** Below each row. */
        ROWS,
        /** Above, below the headings and at the end. */
        THREE,
        /** Between columns alone, and around all. */
        COLUMNS,
        /** All headings boxed, rows of the body divided by lines across. */
        HEADINGS,
        /** Every second row has a grey ground. */
        ZEBRA
    }

    static TableStyle of(Rules rules, Random random) {
        int texts = 1 + (random.nextInt(3) == 0 ? 1 : 0);
        int columns = texts + 1 + random.nextInt(6);
        FontName[] fonts = {FontName.HELVETICA, FontName.TIMES_ROMAN, FontName.COURIER, FontName.HELVETICA_BOLD};
        double size = 6.5 + random.nextInt(8) * 0.5;
        boolean wrapped = random.nextInt(4) == 0;
        return new TableStyle(
                rules,
                columns,
                texts,
                3 + random.nextInt(14),
                columns - texts > 3 && random.nextInt(3) == 0,
                random.nextInt(2) == 0,
                wrapped,
                random.nextInt(4) == 0,
                random.nextInt(3) == 0 ? 0.15 : 0,
                fonts[random.nextInt(fonts.length)],
                size,
                (wrapped ? 1.75 : 1.25) + random.nextDouble() * 0.9,
                size * (0.9 + 2.5 * random.nextDouble()));
    }

    /** Rows of one line without gaps, so many of them. */
    static TableStyle plain(Rules rules, int rows, Random random) {
        TableStyle any = of(rules, random);
        return new TableStyle(
                rules,
                any.columns(),
                any.texts(),
                rows,
                any.spanningHeadings(),
                any.wrappedHeadings(),
                false,
                any.groups(),
                0,
                any.font(),
                any.size(),
                any.pitch(),
                any.gap());
    }
}
