package dev.tabellio.extraction.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes whole lines of the pieces in which they were drawn. */
final class Rulings {

    /**
     * Points between two pieces of one line. IRS forms draw dashed lines with gaps of up to 3 pt (returns set, 2026-11-20);
     * the smallest distance between two separate cells in them is over 4 pt.
     */
    private static final double GAP = 3.2;

    private Rulings() {}

    /**
     * Joins pieces that follow each other on one line.
     *
     * @param tolerance distance in points across the line within which pieces are one line (double lines become one)
     * @return whole lines, horizontal ones first, each kind by position and start
     */
    static List<Ruling> joined(List<Ruling> pieces, double tolerance) {
        List<Ruling> lines = new ArrayList<>();
        join(pieces.stream().filter(Ruling::horizontal).toList(), tolerance, lines);
        join(pieces.stream().filter(piece -> !piece.horizontal()).toList(), tolerance, lines);
        return lines;
    }

    private static void join(List<Ruling> pieces, double tolerance, List<Ruling> into) {
        List<Ruling> sorted = pieces.stream()
                .sorted(Comparator.comparingDouble(Ruling::position).thenComparingDouble(Ruling::from))
                .toList();
        int start = 0;
        while (start < sorted.size()) {
            int end = start + 1;
            while (end < sorted.size()
                    && sorted.get(end).position() - sorted.get(end - 1).position() <= tolerance
                    && sorted.get(end).position() - sorted.get(start).position() <= 2 * tolerance) {
                end++;
            }
            joinTrack(sorted.subList(start, end), into);
            start = end;
        }
    }

    private static void joinTrack(List<Ruling> track, List<Ruling> into) {
        double weight = 0;
        double position = 0;
        for (Ruling piece : track) {
            double length = Math.max(piece.length(), 0.1);
            weight += length;
            position += piece.position() * length;
        }
        position /= weight;
        List<Ruling> byStart =
                track.stream().sorted(Comparator.comparingDouble(Ruling::from)).toList();
        Ruling first = byStart.get(0);
        double from = first.from();
        double to = first.to();
        double thickness = first.thickness();
        for (Ruling piece : byStart.subList(1, byStart.size())) {
            if (piece.from() - to <= GAP) {
                to = Math.max(to, piece.to());
                thickness = Math.max(thickness, piece.thickness());
            } else {
                into.add(new Ruling(first.horizontal(), position, from, to, thickness));
                from = piece.from();
                to = piece.to();
                thickness = piece.thickness();
            }
        }
        into.add(new Ruling(first.horizontal(), position, from, to, thickness));
    }
}
