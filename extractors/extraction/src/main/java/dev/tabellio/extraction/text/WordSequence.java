package dev.tabellio.extraction.text;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Words that follow each other on one line, left to right.
 *
 * @param words positions in {@link PageText#words()}
 */
public record WordSequence(List<Integer> words, BoundingBox box) {

    /** Words stand on one line when they share at least this share of the smaller height. */
    private static final double SAME_LINE = 0.5;

    /** ... and their centers or, in print of unlike size, their baselines differ by no more than these shares of it. */
    private static final double OFF_CENTER = 0.5;

    private static final double OFF_BASELINE = 0.3;

    /** Boxes of recognised words are less exact: a touching ruling line makes one taller. */
    private static final double RECOGNISED_OFF_CENTER = 0.8;

    /** Print this many times as high stands on the line of small print whose baseline it shares ("Form W-2"). */
    private static final double BIG_PRINT = 2.2;

    private static final double BIG_OFF_BASELINE = 0.25;

    /**
     * ... and print this many times as high is drawn over the page (DRAFT, VOID): the number of Form 1040 is 4.4 times as high as
     * the word before it, the watermark of draft forms of the IRS 8.7 times as high as the labels under it (2026-11-21).
     */
    private static final double OVER_PAGE = 6;

    /**
     * How much wider gaps are in relation to the heights of recognised words, whose boxes lie close around their ink: a blank
     * after a full stop was 0.86 of the height of capitals on scans of the returns at 200 dpi (2026-11-21).
     */
    private static final double TIGHT_BOXES = 1.4;

    /**
     * Height of capitals in relation to words like "or" and "are", whose boxes are only as high as their small letters. Next
     * to such a word a blank would be as wide as its height.
     */
    private static final double CAPITALS = 1.5;

    public WordSequence {
        words = List.copyOf(words);
    }

    /**
     * Links each word to its nearest right neighbour on the same line. Neighbours are linked pairwise, so that a line may
     * rise or fall over the width of a scan.
     *
     * @param gap the widest gap between neighbours, as a share of the smaller height; of recognised words, of the height of
     *     capitals
     */
    static List<WordSequence> chains(List<Word> words, double gap) {
        int n = words.size();
        BoundingBox[] boxes = words.stream().map(Word::box).toArray(BoundingBox[]::new);
        Integer[] byTop = new Integer[n];
        Arrays.setAll(byTop, i -> i);
        Arrays.sort(byTop, Comparator.comparingDouble((Integer i) -> boxes[i].top()));
        double tallest =
                Arrays.stream(boxes).mapToDouble(BoundingBox::height).max().orElse(0);
        int[] next = new int[n];
        int[] previous = new int[n];
        Arrays.fill(next, -1);
        Arrays.fill(previous, -1);
        Integer[] byLeft = byTop.clone();
        Arrays.sort(byLeft, Comparator.comparingDouble((Integer i) -> boxes[i].left()));
        for (int i : byLeft) {
            BoundingBox box = boxes[i];
            int best = -1;
            double nearest = Double.POSITIVE_INFINITY;
            for (int r = firstBelow(boxes, byTop, box.top() - tallest); r < n; r++) {
                int j = byTop[r];
                BoundingBox other = boxes[j];
                if (other.top() >= box.bottom()) {
                    break;
                }
                if (other.left() < nearest
                        && other.bottom() >= box.top()
                        && j != i
                        && previous[j] < 0
                        && follows(words.get(i), words.get(j))) {
                    best = j;
                    nearest = other.left();
                }
            }
            if (best >= 0 && near(words.get(i), words.get(best), gap)) {
                next[i] = best;
                previous[best] = i;
            }
        }
        List<WordSequence> chains = new ArrayList<>();
        for (int i : byTop) {
            if (previous[i] < 0) {
                chains.add(chain(boxes, next, i));
            }
        }
        return chains;
    }

    /** Whether a wording that ends this line may go on in {@code next}: the line right below, of like size. */
    boolean runsOnIn(WordSequence next) {
        double height = Math.min(box.height(), next.box.height());
        double capitals = Math.min(Math.max(box.height(), next.box.height()), CAPITALS * height);
        double space = next.box.top() - box.bottom();
        return space > -0.4 * capitals
                && space < 0.9 * capitals
                && Math.max(box.height(), next.box.height()) < 1.7 * height
                && box.overlapX(next.box) > 0;
    }

    private static int firstBelow(BoundingBox[] boxes, Integer[] byTop, double top) {
        int low = 0;
        int high = byTop.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (boxes[byTop[middle]].top() < top) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean follows(Word left, Word right) {
        double small = Math.min(left.box().height(), right.box().height());
        return right.box().centerX() > left.box().right() - 0.3 * small && level(left, right);
    }

    private static boolean level(Word one, Word other) {
        BoundingBox a = one.box();
        BoundingBox b = other.box();
        double small = Math.min(a.height(), b.height());
        double tall = Math.max(a.height(), b.height());
        if (a.overlapY(b) < SAME_LINE * small || tall > OVER_PAGE * small) {
            return false;
        }
        double offCenter = Math.abs(a.centerY() - b.centerY());
        double offBaseline = Math.abs(a.bottom() - b.bottom());
        if (one.origin() == Origin.OCR && other.origin() == Origin.OCR) {
            return offCenter <= RECOGNISED_OFF_CENTER * small || offBaseline <= OFF_BASELINE * small;
        }
        return tall > BIG_PRINT * small
                ? offBaseline <= BIG_OFF_BASELINE * tall
                : offCenter <= OFF_CENTER * small || offBaseline <= OFF_BASELINE * small;
    }

    private static boolean near(Word left, Word right, double gap) {
        double small = Math.min(left.box().height(), right.box().height());
        double tall = Math.max(left.box().height(), right.box().height());
        boolean recognised = left.origin() == Origin.OCR && right.origin() == Origin.OCR;
        double widest = recognised ? gap * TIGHT_BOXES * Math.min(tall, CAPITALS * small) : gap * small;
        return right.box().left() - left.box().right() <= widest;
    }

    private static WordSequence chain(BoundingBox[] boxes, int[] next, int first) {
        List<Integer> chain = new ArrayList<>();
        List<BoundingBox> around = new ArrayList<>();
        for (int i = first; i >= 0; i = next[i]) {
            chain.add(i);
            around.add(boxes[i]);
        }
        return new WordSequence(chain, BoundingBox.around(around));
    }
}
