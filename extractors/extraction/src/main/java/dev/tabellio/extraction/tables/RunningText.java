package dev.tabellio.extraction.tables;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import dev.tabellio.extraction.tables.TextRow.Piece;
import java.util.List;
import java.util.regex.Pattern;

/** Tells rows of text that look like a table and are none: numbered clauses, and lists of contents. */
final class RunningText {

    private static final Pattern PAGE_NUMBER = Pattern.compile("\\d{1,3}");

    /** Share of the width of the rows from which on a line is a line of text; clauses are indented. */
    private static final double WIDE = 0.6;

    /** Fewest words of such a line; a title is shorter. */
    private static final int LINE_WORDS = 8;

    /** Share of rows with such a line in running text; a table may have a title or a note across. */
    private static final double MOSTLY = 0.34;

    /** Fewest entries of a list of contents. */
    private static final int FEWEST_ENTRIES = 4;

    private RunningText() {}

    static boolean is(Page page, List<TextRow> rows, Columns columns) {
        return isProse(rows) || isContents(page, rows, columns);
    }

    /** Whether lines of text that fill most of the width are among the rows again and again. */
    static boolean isProse(List<TextRow> rows) {
        double width =
                BoundingBox.around(rows.stream().map(TextRow::box).toList()).width();
        long lines = rows.stream()
                .filter(row -> row.pieces().stream()
                        .anyMatch(piece -> piece.words().size() >= LINE_WORDS
                                && piece.box().width() > WIDE * width))
                .count();
        return lines > MOSTLY * rows.size();
    }

    /** Whether the last column holds page numbers that never fall, and no other one numbers. */
    private static boolean isContents(Page page, List<TextRow> rows, Columns columns) {
        int last = columns.count() - 1;
        int before = 0;
        int entries = 0;
        for (TextRow row : rows) {
            for (Piece piece : row.pieces()) {
                String text = Pieces.text(page, piece);
                if (columns.middle(piece.box()) < last) {
                    if (Pieces.isNumber(page, piece) && !Pieces.isMarker(page, piece)) {
                        return false;
                    }
                } else if (PAGE_NUMBER.matcher(text).matches()) {
                    int number = Integer.parseInt(text);
                    if (number < before) {
                        return false;
                    }
                    before = number;
                    entries++;
                } else if (entries > 0) {
                    return false;
                }
            }
        }
        return entries >= FEWEST_ENTRIES && 2 * entries > rows.size();
    }
}
