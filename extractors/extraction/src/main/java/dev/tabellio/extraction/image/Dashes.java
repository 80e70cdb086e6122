package dev.tabellio.extraction.image;

import java.util.ArrayList;
import java.util.List;

/** Finds dashed and dotted lines in one row of a picture: short runs of ink of one length at one distance. */
final class Dashes {

    /** Longest dash and longest gap in inches. The leaders of IRS forms stand 0.17 in apart and are text. */
    private static final double LONGEST_DASH = 0.09;

    private static final double LONGEST_GAP = 0.055;

    /** Fewest dashes of a line. Letters of one word are rarely that regular, and never over this many strokes. */
    private static final int FEWEST = 6;

    /** Shortest dashed line in inches: the dividers of a comb for digits. */
    private static final double SHORTEST = 0.14;

    /** Deviation of a dash or gap from the first one, as a share of it. */
    private static final double DEVIATION = 0.4;

    private Dashes() {}

    /** First and last pixel of each dashed line in a row. */
    static List<int[]> in(RowRuns runs, int dpi) {
        double longestDash = LONGEST_DASH * dpi;
        double longestGap = LONGEST_GAP * dpi;
        List<int[]> found = new ArrayList<>();
        int first = -1;
        int count = 0;
        int dash = 0;
        int gap = 0;
        int end = -1;
        for (int run = 0; run < runs.count(); run++) {
            int start = runs.first(run);
            int length = runs.last(run) - start + 1;
            int distance = start - end - 1;
            boolean continues =
                    count > 0 && alike(length, dash) && distance <= longestGap && (count == 1 || alike(distance, gap));
            if (!continues) {
                keep(found, first, end, count, dpi);
                first = start;
                count = 0;
                dash = length;
            }
            if (length > longestDash) {
                count = 0;
            } else {
                gap = count == 1 ? distance : gap;
                count++;
            }
            end = runs.last(run);
        }
        keep(found, first, end, count, dpi);
        return found;
    }

    private static boolean alike(int value, int expected) {
        return Math.abs(value - expected) <= DEVIATION * expected + 1;
    }

    private static void keep(List<int[]> found, int first, int end, int count, int dpi) {
        if (count >= FEWEST && end - first + 1 >= SHORTEST * dpi) {
            found.add(new int[] {first, end});
        }
    }
}
