package dev.tabellio.extraction.signatures;

import dev.tabellio.document.BoundingBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Places to sign in the boxes of forms: a label in a cell, with room below or behind it. */
final class FormBoxes {

    /** Smallest room in points that a form cell has for a signature, across and down. */
    private static final double CELL_WIDTH = 90;

    private static final double CELL_HEIGHT = 9;

    /** A cell higher than this holds more than a signature. */
    private static final double HIGHEST_CELL = 64;

    private final PagePrint print;
    private final List<BoundingBox> cells;
    private final FoundPlaces found;

    FormBoxes(PagePrint print, List<BoundingBox> cells, FoundPlaces found) {
        this.print = print;
        this.cells = cells;
        this.found = found;
    }

    /** Labels in boxes of forms, with room below or behind them; the left side of a box is often not drawn. */
    void find() {
        for (Segment segment : print.segments()) {
            if (found.isUsed(segment) || !Labels.asksForSignature(segment.text())) {
                continue;
            }
            Optional<BoundingBox> cell = cells.stream()
                    .filter(around -> around.containsCenterOf(segment.box()) && around.height() <= HIGHEST_CELL)
                    .min(Comparator.comparingDouble(BoundingBox::area));
            if (cell.isPresent()) {
                inCell(segment, cell.get());
            } else {
                print.headedBox(segment, HIGHEST_CELL).ifPresent(room -> inRoom(segment.words(), room));
            }
        }
    }

    private void inCell(Segment label, BoundingBox cell) {
        double edge = print.segments().stream()
                .filter(other -> other.onRowOf(label)
                        && other.box().left() > label.box().right()
                        && cell.containsCenterOf(other.box()))
                .mapToDouble(other -> other.box().left() - 2)
                .min()
                .orElse(cell.right());
        BoundingBox below = new BoundingBox(
                cell.left(), Math.min(label.box().bottom(), cell.bottom()), Math.max(edge, cell.left()), cell.bottom());
        BoundingBox behind = new BoundingBox(Math.min(label.box().right() + 2, edge), cell.top(), edge, cell.bottom());
        boolean wide = behind.width() >= CELL_WIDTH && behind.height() >= CELL_HEIGHT;
        BoundingBox room = wide ? behind : below;
        inRoom(label.words(), room);
    }

    private void inRoom(List<Integer> label, BoundingBox room) {
        if (room.width() < CELL_WIDTH || room.height() < CELL_HEIGHT) {
            return;
        }
        List<Integer> words = new ArrayList<>(label);
        List<Integer> typed = found.wordsIn(room, words);
        double left = print.words().get(label.get(0)).box().left();
        if (!typed.isEmpty()
                && Math.abs(print.words().get(typed.get(0)).box().left() - left) <= SignatureFinder.SAME_EDGE
                && !Labels.isPerson(print.textOf(typed))) {
            words.addAll(typed);
            double edge = print.boxOf(words).right() + 2;
            inRoom(
                    words,
                    new BoundingBox(
                            Math.min(edge, room.right()),
                            room.top() - SignatureFinder.HEIGHT / 2,
                            room.right(),
                            room.bottom()));
            return;
        }
        if (!typed.isEmpty() && !Labels.isTypedName(print.textOf(typed))) {
            return;
        }
        words.addAll(typed);
        found.add(room, words, !typed.isEmpty());
    }
}
