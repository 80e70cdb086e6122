package dev.tabellio.extraction.tables;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.extraction.tables.TextRow.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Headings over several columns: those of an upper line stand in the middle of what they head, and divide the columns that have
 * headings of their own below among them, without the first one, which names the rows. Most are narrower than what they head, so that their boxes alone do not tell.
 */
final class HeadingSpans {

    /** Points by which a heading may stand beside the middle of its columns: numbers seldom fill a column on both sides. */
    private static final double OFF_CENTRE = 4;

    /** The same as a share of the width of the columns. */
    private static final double OFF_SHARE = 0.06;

    /** The share if several headings divide all columns: that they do is evidence by itself. */
    private static final double DIVIDED_SHARE = 0.12;

    private final Columns columns;
    private final List<BoundingBox> extents;

    /** @param lines all lines of the table; what spans no columns shows how wide each column is */
    HeadingSpans(Columns columns, List<TextRow> lines) {
        this.columns = columns;
        extents = new ArrayList<>();
        for (int column = 0; column < columns.count(); column++) {
            int at = column;
            List<BoundingBox> boxes = lines.stream()
                    .flatMap(line -> line.pieces().stream())
                    .map(Piece::box)
                    .filter(box -> columns.first(box) == at && columns.last(box) == at)
                    .toList();
            extents.add(boxes.isEmpty() ? new BoundingBox(0, 0, 0, 0) : BoundingBox.around(boxes));
        }
    }

    /** The columns of a heading. */
    record Span(int first, int last) {}

    /**
     * Spans of the headings of a line over another line of headings.
     *
     * @param near whether the lines are as near as those of one heading; then either they divide all columns among them, or one
     *     in the middle of its column is the first line of its heading
     * @return by heading; empty if the headings do not stand in the middle of columns that they divide
     */
    Map<Piece, Span> over(TextRow line, TextRow below, boolean near) {
        boolean[] headed = new boolean[columns.count()];
        for (Piece piece : below.pieces()) {
            for (int column = columns.first(piece.box()); column <= columns.last(piece.box()); column++) {
                headed[column] = true;
            }
        }
        Map<Piece, Span> division = division(line);
        if (!division.isEmpty()) {
            return division;
        }
        Map<Piece, Span> spans = spans(line, headed, false);
        return near && !isDivision(line, spans) ? spans(line, headed, true) : spans;
    }

    /** Several headings that divide all columns from the first of theirs on, each over two or more. */
    private Map<Piece, Span> division(TextRow line) {
        List<Piece> pieces = line.pieces();
        int own = columns.first(pieces.get(0).box());
        if (pieces.size() < 2 || own == 0) {
            return Map.of();
        }
        Map<Piece, Span> best = Map.of();
        double least = Double.POSITIVE_INFINITY;
        for (int first = 1; first <= own; first++) {
            Map<Piece, Span> spans = new HashMap<>();
            double off = divide(pieces, 0, first, spans);
            if (off < least) {
                least = off;
                best = spans;
            }
        }
        return best;
    }

    /** @return how far all are off together with the best division of the columns from one on; infinite if there is none */
    private double divide(List<Piece> pieces, int at, int first, Map<Piece, Span> spans) {
        if (at == pieces.size()) {
            return first == columns.count() ? 0 : Double.POSITIVE_INFINITY;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int last = first + 1; last < columns.count(); last++) {
            double off = off(pieces.get(at), first, last) * OFF_SHARE / DIVIDED_SHARE;
            if (off > 1) {
                continue;
            }
            Map<Piece, Span> rest = new HashMap<>();
            double all = off + divide(pieces, at + 1, last + 1, rest);
            if (all < least) {
                least = all;
                spans.clear();
                spans.putAll(rest);
                spans.put(pieces.get(at), new Span(first, last));
            }
        }
        return least;
    }

    /** Whether headings share all columns from the first of them on, several each. */
    private boolean isDivision(TextRow line, Map<Piece, Span> spans) {
        int next = -1;
        for (Piece piece : line.pieces()) {
            Span span = spans.get(piece);
            if (span == null || span.last() == span.first() || (next >= 0 && span.first() != next)) {
                return false;
            }
            next = span.last() + 1;
        }
        return next == columns.count();
    }

    /** @param single whether one in the middle of its own column heads no other */
    private Map<Piece, Span> spans(TextRow line, boolean[] headed, boolean single) {
        Map<Piece, Span> spans = new HashMap<>();
        int from = 1;
        for (Piece piece : line.pieces()) {
            int own = columns.first(piece.box());
            from = own == 0 ? 0 : from;
            if (single && own == columns.last(piece.box()) && off(piece, own, own) <= 1) {
                from = own + 1;
                continue;
            }
            Span best = widest(piece, from, headed);
            if (best == null) {
                return Map.of();
            }
            spans.put(piece, best);
            from = best.last() + 1;
        }
        return spans;
    }

    private @Nullable Span widest(Piece piece, int from, boolean[] headed) {
        Span best = null;
        double least = 0;
        for (int first = from; first <= columns.first(piece.box()); first++) {
            for (int last = Math.max(first, columns.last(piece.box())); last < columns.count(); last++) {
                double off = off(piece, first, last);
                if (off > 1 || !isHeaded(headed, first, last)) {
                    continue;
                }
                int wider = best == null ? 1 : last - first - (best.last() - best.first());
                if (wider > 0 || (wider == 0 && off < least)) {
                    best = new Span(first, last);
                    least = off;
                }
            }
        }
        return best;
    }

    private static boolean isHeaded(boolean[] headed, int first, int last) {
        for (int column = first; column <= last; column++) {
            if (!headed[column]) {
                return false;
            }
        }
        return true;
    }

    /** How far a heading stands from the middle of columns, as a multiple of what is allowed. */
    private double off(Piece piece, int first, int last) {
        double left = extents.get(first).left();
        double right = extents.get(last).right();
        return Math.abs((left + right) / 2 - piece.box().centerX()) / Math.max(OFF_CENTRE, OFF_SHARE * (right - left));
    }
}
