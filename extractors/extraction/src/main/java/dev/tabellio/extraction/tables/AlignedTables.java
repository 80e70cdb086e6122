package dev.tabellio.extraction.tables;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import dev.tabellio.document.Table;
import dev.tabellio.extraction.tables.TextRow.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Tables without a lattice of lines: rows that follow each other closely and leave the same white columns free. Text in
 * columns, lists and blocks of signatures do so, too; they are told by the length of what stands in a column.
 */
final class AlignedTables {

    /** Rows further apart than this many heights of their print belong to different tables. 2.6: -0.014, 3.4: -0.016. */
    private static final double APART = 2.0;

    /** Rows that keep the same distance may be so many heights apart. */
    private static final double FURTHEST = 3.5;

    /** By how much a distance may be larger than another one and still be the same. */
    private static final double IN_STEP = 1.1;

    /** Rows of one piece that may follow each other inside of a table: headings, or cells that are wrapped. 1 or 3: the same. */
    private static final int SINGLE_ROWS = 2;

    /** Rows of one piece in one column that may follow each other: labels of rows without values, wrapped ones. */
    private static final int LABELS = 5;

    /** Most words of the name of a group of rows. */
    private static final int LABEL_WORDS = 4;

    /** Rows with several pieces that make a table. 2: -0.001, 4: the same, but tables of three rows are real. */
    private static final int FEWEST_ROWS = 3;

    private AlignedTables() {}

    /** @param lines rows of text from the top of the page */
    static List<Table> of(Page page, List<TextRow> lines) {
        List<TextRow> rows = new ArrayList<>(lines);
        List<Table> tables = new ArrayList<>();
        int start = 0;
        int free = 0;
        while (start < rows.size()) {
            if (rows.get(start).pieces().size() < 2 || Pieces.isCaption(page, rows.get(start))) {
                start++;
                continue;
            }
            int end = end(rows, start, page.width());
            List<TextRow> apart = NumberColumns.apart(page, rows.subList(start, end));
            for (int i = 0; i < apart.size(); i++) {
                rows.set(start + i, apart.get(i));
            }
            List<TextRow> part = rows.subList(start, end);
            Columns columns = Columns.of(page.width(), part, Pieces.firstData(page, part));
            OptionalDouble prose = RunningText.beside(page, part, columns);
            if (prose.isPresent()) {
                tables.addAll(beside(page, part, prose.getAsDouble()));
            } else if (isTable(page, part, columns)
                    && !RunningText.is(page, part, columns)
                    && !Charts.isChart(page, part, columns)) {
                int last = withLabel(page, rows, withoutNotes(page, rows, start, end), columns);
                List<TextRow> whole = rows.subList(withHeadings(page, rows, free, start, columns), last);
                tables.add(new TableGrid(page, whole, columns).table());
                end = Math.max(end, last);
                free = end;
            }
            start = end;
        }
        return tables;
    }

    /** Tables in rows that running text stands beside, each side of it by itself. */
    private static List<Table> beside(Page page, List<TextRow> rows, double x) {
        Map<Boolean, List<Integer>> sides = rows.stream()
                .flatMap(row -> row.pieces().stream())
                .flatMap(piece -> piece.words().stream())
                .collect(Collectors.partitioningBy(
                        word -> page.words().get(word).box().centerX() < x));
        return sides.values().stream()
                .flatMap(words -> of(page, TextRow.of(page, words)).stream())
                .toList();
    }

    /** Behind the last row that belongs to the row at {@code start}. */
    private static int end(List<TextRow> rows, int start, double width) {
        Columns.Coverage coverage = new Columns.Coverage(width);
        coverage.add(rows.get(start));
        int last = start;
        int across = 0;
        for (int i = start + 1; i < rows.size() && i - last <= LABELS && across <= SINGLE_ROWS; i++) {
            double height =
                    Math.min(rows.get(i - 1).box().height(), rows.get(i).box().height());
            if (gap(rows, i) > APART * height && !isInStep(rows, start, i, height)) {
                break;
            }
            Columns columns = coverage.columns();
            if (rows.get(i).pieces().size() > 1) {
                coverage.add(rows.get(i));
                if (coverage.columns().count() > 1) {
                    last = i;
                    across = 0;
                }
            } else if (columns.first(rows.get(i).box())
                    < columns.last(rows.get(i).box())) {
                across++;
            }
        }
        return last + 1;
    }

    /** White between a row and the one above. */
    private static double gap(List<TextRow> rows, int i) {
        return rows.get(i).box().top() - rows.get(i - 1).box().bottom();
    }

    /** Whether rows that are far apart follow at the same distance as those before or after. */
    private static boolean isInStep(List<TextRow> rows, int start, int i, double height) {
        double gap = gap(rows, i);
        boolean before = i - 1 > start && gap <= IN_STEP * gap(rows, i - 1);
        boolean after = i + 1 < rows.size() && Math.abs(gap(rows, i + 1) - gap) <= (IN_STEP - 1) * gap;
        return gap <= FURTHEST * height && (before || after);
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
                    || (gap(rows, first) > Math.min(above.height(), box.height())
                            && !isInStep(rows, start, first, Math.min(above.height(), box.height())))) {
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

    /** Behind a last row that but names what would follow: a table that goes on on the next page may end with it. */
    private static int withLabel(Page page, List<TextRow> rows, int end, Columns columns) {
        if (end == rows.size() || end < 2) {
            return end;
        }
        TextRow row = rows.get(end);
        double height = Math.min(row.box().height(), rows.get(end - 1).box().height());
        boolean label = row.pieces().size() == 1
                && row.pieces().get(0).words().size() <= LABEL_WORDS
                && columns.last(row.box()) == 0
                && Math.abs(row.box().left() - rows.get(end - 1).box().left()) < height / 2
                && !Pieces.isNote(page, row);
        boolean inStep = gap(rows, end) <= IN_STEP * gap(rows, end - 1);
        boolean alone = end + 1 == rows.size() || gap(rows, end + 1) > APART * height;
        return label && inStep && alone ? end + 1 : end;
    }

    private static boolean isTable(Page page, List<TextRow> rows, Columns columns) {
        long several = rows.stream()
                .filter(row -> row.pieces().size() > 1 && !Pieces.isItem(page, row))
                .count();
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
