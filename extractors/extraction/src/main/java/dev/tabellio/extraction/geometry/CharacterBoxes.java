package dev.tabellio.extraction.geometry;

import dev.tabellio.document.BoundingBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells frames for one character each, side by side for a number or a code, from checkboxes. */
public final class CharacterBoxes {

    /** Fewest in a row: the three states of an answer may stand as close. */
    private static final int FEWEST = 4;

    /** Most between two of them, as a share of their width; the label of a checkbox needs more. */
    private static final double BETWEEN = 0.35;

    /** Deviation of sizes and of places across the row, as a share of the size. */
    private static final double IRREGULAR = 0.2;

    private CharacterBoxes() {}

    /** Most between the others of such a row, as a share of their width: a frame that was not seen. */
    private static final double MISSING = 1.75;

    /** Of small frames those that stand in a row with four or more that nearly touch. */
    public static List<BoundingBox> among(List<BoundingBox> frames) {
        List<BoundingBox> fromLeft = frames.stream()
                .sorted(Comparator.comparingDouble(BoundingBox::left))
                .toList();
        List<List<BoundingBox>> rows = new ArrayList<>();
        for (BoundingBox frame : fromLeft) {
            rows.stream()
                    .filter(row -> follows(row.get(row.size() - 1), frame, BETWEEN))
                    .findFirst()
                    .orElseGet(() -> {
                        List<BoundingBox> fresh = new ArrayList<>();
                        rows.add(fresh);
                        return fresh;
                    })
                    .add(frame);
        }
        List<BoundingBox> characters = new ArrayList<>();
        rows.stream().filter(row -> row.size() >= FEWEST).forEach(characters::addAll);
        for (int i = 0; i < characters.size(); i++) {
            BoundingBox known = characters.get(i);
            fromLeft.stream()
                    .filter(frame -> !characters.contains(frame)
                            && (follows(known, frame, MISSING) || follows(frame, known, MISSING)))
                    .toList()
                    .forEach(characters::add);
        }
        return List.copyOf(characters);
    }

    private static boolean follows(BoundingBox last, BoundingBox next, double between) {
        double irregular = IRREGULAR * last.width();
        return next.left() - last.right() <= between * last.width()
                && next.left() >= last.right() - irregular
                && Math.abs(next.width() - last.width()) <= irregular
                && Math.abs(next.top() - last.top()) <= irregular
                && Math.abs(next.bottom() - last.bottom()) <= irregular;
    }
}
