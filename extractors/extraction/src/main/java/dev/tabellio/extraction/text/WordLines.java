package dev.tabellio.extraction.text;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Links words that stand on one line. Neighbours are linked pairwise, so that a line may rise or fall over the width of a
 * scan.
 */
final class WordLines {

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

    /** Times the median height from which a word is looked at for every other one, not just for those at its height. */
    private static final double TALL = 3;

    private final List<Word> words;
    private final BoundingBox[] boxes;
    private final Integer[] byTop;
    private final Integer[] byLeft;

    /** Height of all words but the tall ones, of which a page has few: turned print in its margin. */
    private final double usual;

    private final int[] tall;

    WordLines(List<Word> words) {
        this.words = words;
        boxes = words.stream().map(Word::box).toArray(BoundingBox[]::new);
        byTop = new Integer[boxes.length];
        Arrays.setAll(byTop, i -> i);
        Arrays.sort(byTop, Comparator.comparingDouble((Integer i) -> boxes[i].top()));
        byLeft = byTop.clone();
        Arrays.sort(byLeft, Comparator.comparingDouble((Integer i) -> boxes[i].left()));
        double[] heights =
                Arrays.stream(boxes).mapToDouble(BoundingBox::height).sorted().toArray();
        usual = heights.length == 0 ? 0 : TALL * heights[heights.length / 2];
        tall = IntStream.range(0, boxes.length)
                .filter(i -> boxes[i].height() > usual)
                .toArray();
    }

    /**
     * Links each word to its nearest right neighbour on the same line; top to bottom.
     *
     * @param gap the widest gap between neighbours, as a share of the smaller height; of recognised words, of the height of
     *     capitals
     */
    List<WordSequence> chains(double gap) {
        int[] next = new int[boxes.length];
        Arrays.fill(next, -1);
        boolean[] linked = new boolean[boxes.length];
        for (int word : byLeft) {
            int right = rightOf(word, linked);
            if (right >= 0 && near(words.get(word), words.get(right), gap)) {
                next[word] = right;
                linked[right] = true;
            }
        }
        List<WordSequence> chains = new ArrayList<>();
        for (int word : byTop) {
            if (!linked[word]) {
                chains.add(chain(next, word));
            }
        }
        return chains;
    }

    /** The nearest word to the right on the line of a word that is not linked yet, whatever the gap; -1 if none is. */
    private int rightOf(int word, boolean[] linked) {
        int best = -1;
        for (int other : tall) {
            best = linked[other] ? best : nearer(word, best, other);
        }
        double bottom = boxes[word].bottom();
        for (int rank = firstBelow(boxes[word].top() - usual); rank < byTop.length; rank++) {
            int other = byTop[rank];
            if (boxes[other].top() >= bottom) {
                break;
            }
            best = linked[other] ? best : nearer(word, best, other);
        }
        return best;
    }

    private int nearer(int word, int best, int other) {
        return (best < 0 || boxes[other].left() < boxes[best].left())
                        && boxes[other].bottom() >= boxes[word].top()
                        && other != word
                        && follows(words.get(word), words.get(other))
                ? other
                : best;
    }

    private int firstBelow(double top) {
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
        double widest = recognised ? gap * TIGHT_BOXES * Math.min(tall, WordSequence.CAPITALS * small) : gap * small;
        return right.box().left() - left.box().right() <= widest;
    }

    private WordSequence chain(int[] next, int first) {
        List<Integer> chain = new ArrayList<>();
        List<BoundingBox> around = new ArrayList<>();
        for (int i = first; i >= 0; i = next[i]) {
            chain.add(i);
            around.add(boxes[i]);
        }
        return new WordSequence(chain, BoundingBox.around(around));
    }
}
