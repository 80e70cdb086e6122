package dev.tabellio.extraction.geometry;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Chains each word to the one that follows it on its line. */
final class LineGrouping {

    /**
     * Widest gap inside a line, in heights of the taller word. Blanks of justified contract text reach 1.2 heights, gutters
     * between form columns begin at 1.6 (returns and contracts sets, 2026-11-20).
     */
    private static final double WIDEST_GAP = 1.5;

    /** Widest gap in points between a clause number such as "1.2" or "(a)" and its text: a tab stop. */
    private static final double WIDEST_AFTER_NUMBER = 60;

    private static final Pattern CLAUSE_NUMBER =
            Pattern.compile("\\(?(?:[0-9]{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)](?:[0-9]{1,3}[.)]?)*|[•▪●·o-]");

    private LineGrouping() {}

    /** Lines of words from left to right, in no order among themselves. */
    static List<List<Word>> lines(List<Word> words, List<Ruling> rulings) {
        Word[] byLeft = words.stream()
                .sorted(Comparator.comparingDouble((Word word) -> word.box().left())
                        .thenComparingDouble(word -> word.box().top())
                        .thenComparingDouble(word -> word.box().right())
                        .thenComparing(Word::text))
                .toArray(Word[]::new);
        List<Ruling> vertical =
                rulings.stream().filter(ruling -> !ruling.horizontal()).toList();
        int[] next = new int[byLeft.length];
        int[] previous = new int[byLeft.length];
        Arrays.fill(next, -1);
        Arrays.fill(previous, -1);
        Bands bands = new Bands(byLeft);
        for (int i = 0; i < byLeft.length; i++) {
            int follower = follower(byLeft, i, bands, vertical);
            if (follower >= 0) {
                int rival = previous[follower];
                if (rival < 0 || gap(byLeft[i], byLeft[follower]) < gap(byLeft[rival], byLeft[follower])) {
                    if (rival >= 0) {
                        next[rival] = -1;
                    }
                    next[i] = follower;
                    previous[follower] = i;
                }
            }
        }
        List<List<Word>> lines = new ArrayList<>();
        for (int i = 0; i < byLeft.length; i++) {
            if (previous[i] < 0) {
                List<Word> line = new ArrayList<>();
                for (int at = i; at >= 0; at = next[at]) {
                    line.add(byLeft[at]);
                }
                lines.add(line);
            }
        }
        return lines;
    }

    private static int follower(Word[] words, int at, Bands bands, List<Ruling> vertical) {
        Word word = words[at];
        int best = -1;
        double bestGap = Double.MAX_VALUE;
        for (int candidate : bands.at(word.box().centerY())) {
            Word other = words[candidate];
            double gap = gap(word, other);
            if (candidate > at && gap < bestGap && isWithinLine(gap, word, other) && sameLine(word, other)) {
                best = candidate;
                bestGap = gap;
            }
        }
        if (best >= 0) {
            BoundingBox left = word.box();
            BoundingBox right = words[best].box();
            for (Ruling ruling : vertical) {
                if (ruling.separates(left, right)) {
                    return -1;
                }
            }
        }
        return best;
    }

    private static double gap(Word left, Word right) {
        return Math.abs(right.box().left() - left.box().right());
    }

    private static boolean isWithinLine(double gap, Word left, Word right) {
        return gap <= WIDEST_GAP * Math.max(left.box().height(), right.box().height())
                || (gap <= WIDEST_AFTER_NUMBER
                        && CLAUSE_NUMBER.matcher(left.text()).matches());
    }

    private static boolean sameLine(Word a, Word b) {
        double smaller = Math.min(a.box().height(), b.box().height());
        double larger = Math.max(a.box().height(), b.box().height());
        if (a.box().overlapY(b.box()) < 0.5 * smaller
                || a.box().overlapX(b.box())
                        > 0.5 * Math.min(a.box().width(), b.box().width())
                || vertical(a)
                || vertical(b)) {
            return false;
        }
        return larger <= 2.2 * smaller || !hasLetterOrDigit(a) || !hasLetterOrDigit(b);
    }

    private static boolean vertical(Word word) {
        return word.text().length() > 2 && word.box().height() > 2 * word.box().width();
    }

    private static boolean hasLetterOrDigit(Word word) {
        return word.text().codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Words by the horizontal bands that they touch, so that a line is searched and not the page. */
    private static final class Bands {
        private static final double HEIGHT = 8;
        private static final int MOST = 4000;

        private final int[][] members;

        Bands(Word[] words) {
            double bottom = 0;
            for (Word word : words) {
                bottom = Math.max(bottom, word.box().bottom());
            }
            int count = band(bottom) + 1;
            int[] sizes = new int[count];
            for (Word word : words) {
                for (int i = band(word.box().top()); i <= band(word.box().bottom()); i++) {
                    sizes[i]++;
                }
            }
            members = new int[count][];
            for (int i = 0; i < count; i++) {
                members[i] = new int[sizes[i]];
            }
            int[] filled = new int[count];
            for (int w = 0; w < words.length; w++) {
                for (int i = band(words[w].box().top());
                        i <= band(words[w].box().bottom());
                        i++) {
                    members[i][filled[i]++] = w;
                }
            }
        }

        private static int band(double y) {
            return (int) Math.max(0, Math.min(MOST, y / HEIGHT));
        }

        int[] at(double y) {
            return members[band(y)];
        }
    }
}
