package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A value that no ruling bounds and that may have more lines than most: an address or a description. */
final class WrappedValue {

    /** In heights of a word: lines of one value are less than this apart. */
    private static final double NEXT_LINE = 0.8;

    private WrappedValue() {}

    /**
     * The lines found close to a label, and those that follow them without a gap, away from the label.
     *
     * @param rows at least one, from top to bottom
     * @param most lines that there may be
     */
    static List<List<Word>> of(LabelledPage page, PlacedLabel label, ValueArea area, List<List<Word>> rows, int most) {
        BoundingBox box = area.box();
        BoundingBox wide = ValueArea.of(page, label, false, most, !area.below())
                .filter(more -> more.below() == area.below())
                .map(ValueArea::box)
                .orElse(box);
        BoundingBox beyond = area.below()
                ? new BoundingBox(box.left(), box.bottom(), box.right(), Math.max(box.bottom(), wide.bottom()))
                : new BoundingBox(box.left(), Math.min(box.top(), wide.top()), box.right(), box.top());
        List<List<Word>> more = new ArrayList<>(page.rowsIn(beyond));
        List<List<Word>> all = new ArrayList<>(rows);
        if (!area.below()) {
            Collections.reverse(more);
            Collections.reverse(all);
        }
        for (List<Word> row : more) {
            double height = row.get(0).box().height();
            if (apart(all.get(all.size() - 1), row) >= NEXT_LINE * height) {
                break;
            }
            all.add(row);
        }
        if (!area.below()) {
            Collections.reverse(all);
        }
        return all;
    }

    private static double apart(List<Word> a, List<Word> b) {
        BoundingBox one = BoundingBox.around(a.stream().map(Word::box).toList());
        BoundingBox other = BoundingBox.around(b.stream().map(Word::box).toList());
        return Math.max(one.top() - other.bottom(), other.top() - one.bottom());
    }
}
