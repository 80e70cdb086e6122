package dev.tabellio.extraction.tables;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.tables.TextRow.Piece;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells rows of text that look like a table and are none: numbered clauses, stretched prose, blocks of signatures and lists of contents. */
final class RunningText {

    private static final Pattern PAGE_NUMBER = Pattern.compile("\\d{1,3}");

    /** What the lines of a signature begin with. */
    private static final Pattern SIGNATURE =
            Pattern.compile("(by|name|title|its|signature|print(?:ed)? name)\\s*:", Pattern.CASE_INSENSITIVE);

    /** Blanks of stretched prose stay below so many heights of its print; columns of text stand further apart. */
    private static final double STRETCHED = 1.5;

    /** Share of the width of the rows from which on a line is a line of text; clauses are indented. */
    private static final double WIDE = 0.6;

    /** Fewest words of such a line; a title is shorter. */
    private static final int LINE_WORDS = 8;

    /** Share of rows with such a line in running text; a table may have a title or a note across. */
    private static final double MOSTLY = 0.34;

    /** Fewest entries of a list of contents. */
    private static final int FEWEST_ENTRIES = 4;

    /** The same if all of them begin with numbers of sections: the end of a list on its second page. */
    private static final int FEWEST_SECTIONS = 3;

    private static final Pattern SECTION = Pattern.compile("\\d{1,2}\\.(?:\\d{1,2}\\.?)*(?:\\s|$)");

    /** Of so many entries one may have something else for a page number: what was badly converted or recognised, or "Exhibit A". */
    private static final int ENTRIES_FOR_ANOTHER = 10;

    /** Fewest lines of a column of text, and fewest words of a line. */
    private static final int FEWEST_LINES = 6;

    private static final int COLUMN_WORDS = 5;

    /** Share of the widest line that a full one has, and share of the rows that have one. */
    private static final double FULL = 0.8;

    private static final double MOST_FULL = 0.6;

    private RunningText() {}

    static boolean is(Page page, List<TextRow> rows, Columns columns) {
        return isProse(rows) || isStretched(page, rows) || isContents(page, rows, columns) || isSigned(page, rows);
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

    /** Whether every second row is a line of prose whose blanks were stretched, so that it fell in pieces. */
    private static boolean isStretched(Page page, List<TextRow> rows) {
        return 2 * rows.stream().filter(row -> isStretched(page, row)).count() >= rows.size();
    }

    private static boolean isStretched(Page page, TextRow row) {
        List<Word> words = row.pieces().stream()
                .flatMap(piece -> piece.words().stream())
                .map(i -> page.words().get(i))
                .toList();
        long small = words.stream()
                .filter(word -> Character.isLowerCase(word.text().codePointAt(0)))
                .count();
        if (words.size() < LINE_WORDS || 2 * small < words.size()) {
            return false;
        }
        for (int i = 1; i < words.size(); i++) {
            BoundingBox before = words.get(i - 1).box();
            BoundingBox box = words.get(i).box();
            if (box.left() - before.right() > STRETCHED * Math.min(before.height(), box.height())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the lines of a block of signatures are among the rows. */
    private static boolean isSigned(Page page, List<TextRow> rows) {
        Set<String> labels = new HashSet<>();
        for (TextRow row : rows) {
            for (Piece piece : row.pieces()) {
                Matcher label = SIGNATURE.matcher(Pieces.text(page, piece));
                if (label.lookingAt()) {
                    labels.add(label.group(1).toLowerCase(Locale.ROOT));
                }
            }
        }
        return labels.size() >= 2;
    }

    /**
     * Where rows have a column of running text at their left or right, as on a page set in columns: each line of it is filled,
     * and most rows have something on both sides.
     *
     * @return x between it and the others
     */
    static OptionalDouble beside(Page page, List<TextRow> rows, Columns columns) {
        if (columns.count() < 2 || rows.size() < FEWEST_LINES) {
            return OptionalDouble.empty();
        }
        List<Double> separators = columns.separators();
        if (isTextColumn(page, rows, columns, columns.count() - 1)) {
            return OptionalDouble.of(separators.get(separators.size() - 1));
        }
        return isTextColumn(page, rows, columns, 0) ? OptionalDouble.of(separators.get(0)) : OptionalDouble.empty();
    }

    private static boolean isTextColumn(Page page, List<TextRow> rows, Columns columns, int column) {
        List<Piece> pieces = rows.stream()
                .flatMap(row -> row.pieces().stream())
                .filter(piece -> columns.first(piece.box()) == column && columns.last(piece.box()) == column)
                .toList();
        double widest =
                pieces.stream().mapToDouble(piece -> piece.box().width()).max().orElse(0);
        long full = pieces.stream()
                .filter(piece -> piece.words().size() >= COLUMN_WORDS
                        && piece.box().width() > FULL * widest
                        && !Pieces.isNumber(page, piece))
                .count();
        long both = rows.stream().filter(row -> row.pieces().size() > 1).count();
        return full >= FEWEST_LINES && full > MOST_FULL * rows.size() && both > MOST_FULL * rows.size();
    }

    /** Whether the last column holds page numbers that never fall, with rare exceptions something else, and no other one numbers. */
    private static boolean isContents(Page page, List<TextRow> rows, Columns columns) {
        int last = columns.count() - 1;
        int before = 0;
        int entries = 0;
        int others = 0;
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
                    others++;
                }
            }
        }
        boolean numbered = rows.stream()
                .allMatch(row ->
                        SECTION.matcher(Pieces.text(page, row.pieces().get(0))).lookingAt());
        return entries >= (numbered ? FEWEST_SECTIONS : FEWEST_ENTRIES)
                && 2 * entries > rows.size()
                && entries >= ENTRIES_FOR_ANOTHER * others;
    }
}
