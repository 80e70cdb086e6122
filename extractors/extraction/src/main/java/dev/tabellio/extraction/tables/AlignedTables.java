package dev.tabellio.extraction.tables;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import dev.tabellio.document.Table;
import dev.tabellio.extraction.tables.TextRow.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables without a lattice of lines: rows that follow each other closely and leave the same white columns free. Text in
 * columns, lists and blocks of signatures do so, too; they are told by the length of what stands in a column.
 */
final class AlignedTables {

    /** Rows further apart than this many heights of their print belong to different tables. 2.6: -0.014, 3.4: -0.016. */
    private static final double APART = 2.0;

    /** Rows of one piece that may follow each other inside of a table: headings, or cells that are wrapped. 1 or 3: the same. */
    private static final int SINGLE_ROWS = 2;

    /** Rows with several pieces that make a table. 2: -0.001, 4: the same, but tables of three rows are real. */
    private static final int FEWEST_ROWS = 3;

    private AlignedTables() {}

    /** @param rows from the top of the page */
    static List<Table> of(Page page, List<TextRow> rows) {
        List<Table> tables = new ArrayList<>();
        int start = 0;
        int free = 0;
        while (start < rows.size()) {
            if (rows.get(start).pieces().size() < 2 || Pieces.isCaption(page, rows.get(start))) {
                start++;
                continue;
            }
            int end = end(rows, start, page.width());
            List<TextRow> part = rows.subList(start, end);
            Columns.Coverage coverage = new Columns.Coverage(page.width());
            part.forEach(coverage::add);
            Columns columns = coverage.columns();
            if (isTable(page, part, columns)) {
                int last = withoutNotes(page, rows, start, end);
                List<TextRow> whole = rows.subList(withHeadings(page, rows, free, start, columns), last);
                tables.add(new TableGrid(page, whole, columns).table());
                free = end;
            }
            start = end;
        }
        return tables;
    }

    /** Behind the last row that belongs to the row at {@code start}. */
    private static int end(List<TextRow> rows, int start, double width) {
        Columns.Coverage coverage = new Columns.Coverage(width);
        coverage.add(rows.get(start));
        int last = start;
        for (int i = start + 1; i < rows.size() && i - last <= SINGLE_ROWS + 1; i++) {
            BoundingBox above = rows.get(i - 1).box();
            BoundingBox box = rows.get(i).box();
            double height = Math.min(above.height(), box.height());
            if (box.top() - above.bottom() > APART * height) {
                break;
            }
            if (rows.get(i).pieces().size() > 1) {
                coverage.add(rows.get(i));
                if (coverage.columns().count() > 1) {
                    last = i;
                }
            }
        }
        return last + 1;
    }

    /** The first of the rows above that stand over columns behind the first one. */
    private static int withHeadings(Page page, List<TextRow> rows, int free, int start, Columns columns) {
        double right = rows.get(start).box().right();
        int first = start;
        while (first > free && start - first < SINGLE_ROWS) {
            BoundingBox above = rows.get(first - 1).box();
            BoundingBox box = rows.get(first).box();
            if (columns.first(above) == 0
                    || Pieces.isCaption(page, rows.get(first - 1))
                    || above.right() > right + box.height()
                    || box.top() - above.bottom() > Math.min(above.height(), box.height())) {
                break;
            }
            first--;
        }
        return first;
    }

    /** Behind the last row that is not a note below the table. */
    private static int withoutNotes(Page page, List<TextRow> rows, int start, int end) {
        int last = end;
        while (last - start > FEWEST_ROWS && Pieces.isNote(page, rows.get(last - 1))) {
            last--;
        }
        return last;
    }

    private static boolean isTable(Page page, List<TextRow> rows, Columns columns) {
        long several = rows.stream().filter(row -> row.pieces().size() > 1).count();
        if (columns.count() < 2 || several < FEWEST_ROWS) {
            return false;
        }
        int proseColumns = 0;
        int numberColumns = 0;
        boolean markers = false;
        for (int column = 0; column < columns.count(); column++) {
            int at = column;
            List<Piece> pieces = rows.stream()
                    .flatMap(row -> row.pieces().stream())
                    .filter(piece -> columns.first(piece.box()) == at && columns.last(piece.box()) == at)
                    .toList();
            double words = pieces.stream()
                    .mapToInt(piece -> piece.words().size())
                    .average()
                    .orElse(0);
            long numbers = pieces.stream()
                    .filter(piece -> Pieces.isNumber(page, piece))
                    .count();
            proseColumns += words > 4.5 && pieces.size() >= 3 ? 1 : 0;
            numberColumns += 2 * numbers >= pieces.size() && numbers > 0 ? 1 : 0;
            markers |= column == 0 && pieces.stream().allMatch(piece -> Pieces.isMarker(page, piece));
        }
        if (columns.count() == 2 && (markers || (proseColumns > 0 && numberColumns == 0))) {
            return false;
        }
        return numberColumns > 0 || (proseColumns == 0 && columns.count() > 2 && several > FEWEST_ROWS);
    }
}
