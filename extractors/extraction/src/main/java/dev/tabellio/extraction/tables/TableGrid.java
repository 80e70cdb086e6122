package dev.tabellio.extraction.tables;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import dev.tabellio.document.Table;
import dev.tabellio.document.TableCell;
import dev.tabellio.extraction.tables.TextRow.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Rows of text and columns between stripes made a table: lines of a wrapped cell become one row. */
final class TableGrid {

    /** Lines nearer to each other than this share of their height can be one wrapped cell. 0.75: -0.001, 1.0: -0.001. */
    private static final double TIGHT = 0.5;

    /** Lines that share this part of their height stand beside each other. 0.1: the same, 0.4: -0.002. */
    private static final double BESIDE = 0.2;

    /** Share of the distance of rows from which on a line is no part of the heading above it. 0.8: the same, 1.1: -0.007. */
    private static final double SAME_PITCH = 0.9;

    private final Page page;
    private final Columns columns;
    private final List<List<TextRow>> rows = new ArrayList<>();
    private final Map<Piece, HeadingSpans.Span> spans = new HashMap<>();

    TableGrid(Page page, List<TextRow> lines, Columns columns) {
        this.page = page;
        this.columns = columns;
        int data = Pieces.firstData(page, lines);
        List<TextRow> body = lines.subList(data, lines.size());
        HeadingSpans headings = new HeadingSpans(columns, lines);
        for (int i = 0; i < data; i++) {
            TextRow line = lines.get(i);
            lines.subList(i + 1, data).stream()
                    .filter(below -> below.pieces().size() > line.pieces().size())
                    .findFirst()
                    .ifPresent(below -> spans.putAll(headings.over(line, below, isTight(line, below))));
        }
        double pitch = pitch(body);
        OptionalDouble within = RowPitch.ofLines(page, body, columns);
        for (int i = 0; i < lines.size(); i++) {
            TextRow line = lines.get(i);
            boolean goesOn;
            if (i == 0 || i == data) {
                goesOn = false;
            } else if (i < data) {
                goesOn = isHeadingWrapped(lines.get(i - 1), line, pitch);
            } else if (within.isPresent()) {
                goesOn = RowPitch.distance(lines, i) <= within.getAsDouble();
            } else {
                goesOn = isWrapped(lines, i);
            }
            if (goesOn) {
                rows.get(rows.size() - 1).add(line);
            } else {
                rows.add(new ArrayList<>(List.of(line)));
            }
        }
    }

    Table table() {
        List<TableCell> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            TreeMap<Integer, List<Piece>> byColumn = new TreeMap<>();
            for (TextRow line : rows.get(row)) {
                for (Piece piece : line.pieces()) {
                    for (Piece part : apart(piece)) {
                        byColumn.computeIfAbsent(first(part), column -> new ArrayList<>())
                                .add(part);
                    }
                }
            }
            for (var entry : byColumn.entrySet()) {
                cells.add(cell(row, entry.getKey(), entry.getValue()));
            }
        }
        cells.sort(Comparator.comparingInt(TableCell::row).thenComparingInt(TableCell::column));
        BoundingBox box = BoundingBox.around(cells.stream().map(TableCell::box).toList());
        return new Table(box, rows.size(), columns.count(), false, cells);
    }

    /** A piece over several columns taken apart if it is a number in each: wide numbers leave narrow gaps. */
    private List<Piece> apart(Piece piece) {
        if (piece.words().size() < 2 || columns.first(piece.box()) == columns.last(piece.box())) {
            return List.of(piece);
        }
        TreeMap<Integer, List<Integer>> words = new TreeMap<>();
        for (int word : piece.words()) {
            words.computeIfAbsent(columns.middle(page.words().get(word).box()), column -> new ArrayList<>())
                    .add(word);
        }
        List<Piece> parts = words.values().stream()
                .map(part -> new Piece(
                        BoundingBox.around(part.stream()
                                .map(i -> page.words().get(i).box())
                                .toList()),
                        part))
                .toList();
        return parts.stream().allMatch(part -> Pieces.isNumber(page, part)) ? parts : List.of(piece);
    }

    /** The column in which a piece begins; a number is in one column, however wide it is. */
    private int first(Piece piece) {
        HeadingSpans.Span span = spans.get(piece);
        if (span != null) {
            return span.first();
        }
        return Pieces.isNumber(page, piece) ? columns.middle(piece.box()) : columns.first(piece.box());
    }

    private int last(Piece piece) {
        HeadingSpans.Span span = spans.get(piece);
        if (span != null) {
            return span.last();
        }
        return Pieces.isNumber(page, piece) ? columns.middle(piece.box()) : columns.last(piece.box());
    }

    private TableCell cell(int row, int column, List<Piece> pieces) {
        BoundingBox box = BoundingBox.around(pieces.stream().map(Piece::box).toList());
        int last = pieces.stream().mapToInt(this::last).max().orElse(column);
        List<Integer> words =
                pieces.stream().flatMap(piece -> piece.words().stream()).toList();
        return new TableCell(row, column, 1, Math.max(1, last - column + 1), box, words);
    }

    /** The usual distance from the top of a line to the top of the next one. */
    private static double pitch(List<TextRow> lines) {
        double[] distances = IntStream.range(1, lines.size())
                .mapToDouble(
                        i -> lines.get(i).box().top() - lines.get(i - 1).box().top())
                .sorted()
                .toArray();
        return distances.length == 0 ? Double.POSITIVE_INFINITY : distances[distances.length / 2];
    }

    /** A heading above a group of rows stands in the first column alone, as far below the headings of columns as rows are. */
    private boolean isHeadingWrapped(TextRow above, TextRow line, double pitch) {
        boolean group = columns.last(line.box()) == 0
                && columns.last(above.box()) > 0
                && line.box().top() - above.box().top() >= SAME_PITCH * pitch;
        boolean near = isTight(above, line) || line.box().top() - above.box().top() < SAME_PITCH * pitch;
        return near && !spans(above) && !spans(line) && !group;
    }

    private boolean spans(TextRow line) {
        return line.pieces().stream().anyMatch(piece -> first(piece) < last(piece));
    }

    /** A line of one cell whose text goes on from the line above, and that has nothing in other columns. */
    private boolean isWrapped(List<TextRow> lines, int i) {
        TextRow line = lines.get(i);
        TextRow above = lines.get(i - 1);
        if (isBeside(above, line)) {
            return true;
        }
        if (!isTight(above, line)) {
            return false;
        }
        if (line.pieces().size() == 1) {
            Piece piece = line.pieces().get(0);
            int column = columns.first(piece.box());
            boolean below = above.pieces().stream().anyMatch(other -> columns.first(other.box()) == column);
            return below && startsInside(piece);
        }
        return above.pieces().size() == 1
                && columns.first(above.pieces().get(0).box()) == 0
                && columns.first(line.pieces().get(0).box()) == 0
                && startsInside(line.pieces().get(0));
    }

    /** Half a line lower and in other columns: beside the middle of a cell of two lines. */
    private boolean isBeside(TextRow above, TextRow line) {
        double height = Math.min(above.box().height(), line.box().height());
        return above.box().bottom() - line.box().top() > BESIDE * height
                && above.pieces().stream()
                        .noneMatch(piece -> line.pieces().stream()
                                .anyMatch(other -> columns.first(other.box()) <= columns.last(piece.box())
                                        && columns.last(other.box()) >= columns.first(piece.box())));
    }

    private boolean startsInside(Piece piece) {
        String text = Pieces.text(page, piece);
        return Character.isLowerCase(text.codePointAt(0)) || (text.startsWith("(") && !Pieces.isNumber(page, piece));
    }

    private static boolean isTight(TextRow above, TextRow line) {
        return line.box().top() - above.box().bottom()
                < TIGHT * Math.min(above.box().height(), line.box().height());
    }
}
