package dev.tabellio.extraction.signatures;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.geometry.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The print of a page as signatures are looked for in it: short runs of words, and lines to write on. */
final class PagePrint {

    /** Blank between two segments of a line, in heights of its words. */
    private static final double GAP = 1.6;

    /** Lengths in points of a line to sign on: below are lines for dates and initials, above are frames and rules. */
    private static final double SHORTEST = 60;

    private static final double LONGEST = 460;

    /** Confidence below which a recognised word on a line is taken for what a pen drew. */
    private static final double PRINTED = 0.75;

    /** Points between the ends of lines that meet in a corner. */
    private static final double CORNER = 4;

    /** Points below a label that make room for a signature. */
    private static final double ROOM = 8;

    /** Points that typed letters reach above and below the line that they stand on. */
    private static final double ABOVE = 9;

    private static final double BELOW = 3.5;

    private final List<Word> words;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Ruling> blanks = new ArrayList<>();
    private final List<Ruling> rulings;

    PagePrint(List<Word> words, List<TextLine> lines, List<Ruling> rulings) {
        this.words = words;
        this.rulings = rulings;
        for (TextLine line : lines) {
            split(line.words());
        }
        rulings.stream()
                .filter(Ruling::horizontal)
                .filter(PagePrint::isLongEnough)
                .forEach(blanks::add);
        words.forEach(this::underscores);
    }

    List<Word> words() {
        return words;
    }

    BoundingBox boxOf(List<Integer> positions) {
        return BoundingBox.around(
                positions.stream().map(i -> words.get(i).box()).toList());
    }

    String textOf(List<Integer> positions) {
        return String.join(" ", positions.stream().map(i -> words.get(i).text()).toList());
    }

    /** In the order of the lines. */
    List<Segment> segments() {
        return segments;
    }

    /** Lines to write on: rulings and rows of underscores. */
    List<Ruling> blanks() {
        return blanks;
    }

    /**
     * The box of a form that a label heads: a line below it, a side to its right that runs down past it, and a line above
     * unless the side begins there.
     */
    Optional<BoundingBox> headedBox(Segment label, double deepest) {
        BoundingBox box = label.box();
        Optional<Ruling> side = rulings.stream()
                .filter(ruling -> !ruling.horizontal()
                        && ruling.position() >= box.right() - 1
                        && ruling.from() <= box.top() + CORNER
                        && ruling.to() >= box.bottom() + ROOM)
                .min(Comparator.comparingDouble(Ruling::position));
        if (side.isEmpty()
                || (side.get().from() < box.top() - 2 * CORNER
                        && acrossIn(box, box.top() - 2 * CORNER, box.top() + 1).isEmpty())) {
            return Optional.empty();
        }
        return acrossIn(box, box.bottom() + ROOM, box.bottom() + deepest)
                .map(bottom -> new BoundingBox(
                        box.left(),
                        box.bottom(),
                        Math.max(box.right(), side.get().position()),
                        bottom));
    }

    /** Where a line runs above or below a label, between two heights of the page: the first from the top. */
    private Optional<Double> acrossIn(BoundingBox label, double from, double to) {
        return rulings.stream()
                .filter(line -> line.horizontal()
                        && line.position() >= from
                        && line.position() <= to
                        && line.from() <= label.left() + CORNER
                        && line.to() >= label.right() - CORNER)
                .map(Ruling::position)
                .min(Comparator.naturalOrder());
    }

    private static boolean isLongEnough(Ruling line) {
        return line.length() >= SHORTEST && line.length() <= LONGEST;
    }

    private void split(List<Integer> line) {
        List<Integer> open = new ArrayList<>();
        for (int i : line) {
            if (!open.isEmpty() && startsAnew(open, i)) {
                segments.add(Segment.of(open, words));
                open.clear();
            }
            open.add(i);
        }
        segments.add(Segment.of(open, words));
    }

    private boolean startsAnew(List<Integer> open, int next) {
        Word last = words.get(open.get(open.size() - 1));
        Word word = words.get(next);
        double height = Math.min(last.box().height(), word.box().height());
        return word.box().left() - last.box().right() > GAP * height
                || ((open.size() > 1 || Labels.isBlankLine(last.text())) && startsLabel(word.text()));
    }

    private static boolean startsLabel(String word) {
        return word.endsWith(":") && Labels.isLabel(word);
    }

    private void underscores(Word word) {
        int from = word.text().indexOf("___");
        if (from < 0) {
            return;
        }
        int to = word.text().lastIndexOf('_') + 1;
        double letter = word.box().width() / word.text().length();
        Ruling line = new Ruling(
                true,
                word.box().bottom() - 1,
                word.box().left() + from * letter,
                word.box().left() + to * letter,
                0.5);
        if (isLongEnough(line)) {
            blanks.add(line);
        }
    }

    /** Print on a line to write on, from {@code left} on: positions of words that are no underscores. */
    List<Integer> on(Ruling line, double left) {
        List<Integer> on = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            BoundingBox box = words.get(i).box();
            if (box.centerX() > Math.max(left, line.from())
                    && box.centerX() < line.to()
                    && box.bottom() > line.position() - ABOVE
                    && box.bottom() < line.position() + BELOW
                    && isPrint(words.get(i))) {
                on.add(i);
            }
        }
        return on;
    }

    private static boolean isPrint(Word word) {
        return !Labels.isBlankLine(word.text())
                && word.text().indexOf("___") < 0
                && (word.origin() != Origin.OCR || word.confidence() >= PRINTED);
    }

    /** The next segment to the right on the same row, within so many points. */
    Optional<Segment> rightOf(Segment segment, double reach) {
        return segments.stream()
                .filter(other -> other.onRowOf(segment)
                        && other.box().left() >= segment.box().right() - 1
                        && other.box().left() - segment.box().right() <= reach)
                .min(Comparator.comparingDouble(other -> other.box().left()));
    }

    /** Segments whose tops are between two heights of the page and that overlap a range of it, from the top. */
    List<Segment> within(double left, double top, double right, double bottom) {
        return segments.stream()
                .filter(segment -> segment.box().top() >= top
                        && segment.box().top() <= bottom
                        && segment.box().left() < right
                        && segment.box().right() > left)
                .sorted(Comparator.comparingDouble(
                                (Segment segment) -> segment.box().top())
                        .thenComparingDouble(segment -> segment.box().left()))
                .toList();
    }
}
