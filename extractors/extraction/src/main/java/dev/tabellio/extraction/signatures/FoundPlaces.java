package dev.tabellio.extraction.signatures;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Signature;
import dev.tabellio.document.Signature.Mark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The places to sign that are found on a page so far, each once, and the words that belong to them. */
final class FoundPlaces {

    /** Share of the smaller one that two places have in common if they are one. */
    private static final double SAME_PLACE = 0.3;

    private final PagePrint print;
    private final SeenMarks marks;
    private final BoundingBox page;
    private final Set<Integer> used = new LinkedHashSet<>();
    private final List<Signature> found = new ArrayList<>();

    FoundPlaces(PagePrint print, SeenMarks marks, BoundingBox page) {
        this.print = print;
        this.marks = marks;
        this.page = page;
    }

    List<Signature> all() {
        return Collections.unmodifiableList(found);
    }

    /** Whether a word of a segment belongs to a place. */
    boolean isUsed(Segment segment) {
        return segment.words().stream().anyMatch(used::contains);
    }

    /** Positions of the words in an area, without some; can be changed. */
    List<Integer> wordsIn(BoundingBox room, List<Integer> others) {
        List<Integer> inside = new ArrayList<>();
        for (int i = 0; i < print.words().size(); i++) {
            if (room.containsCenterOf(print.words().get(i).box()) && !others.contains(i)) {
                inside.add(i);
            }
        }
        return inside;
    }

    /** What stands where at least a name is typed. */
    static Mark orTyped(Mark mark) {
        return mark == Mark.EMPTY ? Mark.TYPED : mark;
    }

    /** A place with the mark that is seen there. */
    void add(BoundingBox room, List<Integer> words, boolean typed) {
        Mark mark = marks.in(room);
        add(room, typed ? orTyped(mark) : mark, words);
    }

    /** A place, unless it is known. */
    void add(BoundingBox place, Mark mark, List<Integer> words) {
        BoundingBox box = within(page, place);
        boolean known = found.stream()
                .anyMatch(other -> other.box().intersectionArea(box)
                        > SAME_PLACE * Math.min(other.box().area(), box.area()));
        used.addAll(words);
        if (!known) {
            found.add(new Signature(box, mark, words, List.of(), List.of()));
        }
    }

    private static BoundingBox within(BoundingBox page, BoundingBox box) {
        double left = Math.max(page.left(), Math.min(box.left(), page.right()));
        double top = Math.max(page.top(), Math.min(box.top(), page.bottom()));
        return new BoundingBox(
                left,
                top,
                Math.max(left, Math.min(box.right(), page.right())),
                Math.max(top, Math.min(box.bottom(), page.bottom())));
    }

    void add(Signature signature) {
        found.add(signature);
    }

    void replace(Signature known, Signature better) {
        found.remove(known);
        found.add(better);
    }
}
