package dev.tabellio.jobs.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How well the confidence of a value says whether it is right.
 *
 * @param values values with a label
 * @param wrong those that are wrong or should not be there
 * @param auroc chance that a right value has a higher confidence than a wrong one, ties counting half (area under the
 *     receiver operating characteristic, by the Mann-Whitney statistic); empty if there is {@linkplain #enough not enough
 *     data}
 * @param bins confidence in tenths, the lowest first; empty ones are left out
 * @param coverage how much is kept and how much of that is wrong if only values from a confidence on are taken, the
 *     highest confidence first
 */
public record ConfidenceQuality(
        int values, int wrong, Optional<Double> auroc, List<Bin> bins, List<Coverage> coverage) {

    /** Fewest values, and fewest wrong and right ones among them, that a figure is given for. */
    static final int LEAST_VALUES = 100;
    /**
     * With 10 of the rarer kind the standard error of an AUROC of 0.9 is about 0.06 (Hanley and McNeil 1982, for 10 of one
     * kind and 90 of the other); with fewer it says nothing.
     */
    static final int LEAST_OF_A_KIND = 10;

    /** Two-sided 95 % of the normal distribution. */
    private static final double Z = 1.96;

    /**
     * A value that was read and is labelled.
     *
     * @param confidence from 0 to 1
     * @param pattern pointer of the field, rows as {@code *}; empty in results kept by earlier versions
     */
    public record Judgement(double confidence, boolean right, Optional<String> pattern) {}

    /** Values whose confidence is in [from, from + 0.1), the last bin closed; {@code confidence} is their mean. */
    public record Bin(double from, int values, int right, double confidence) {}

    /** Taking only values of a confidence of at least {@code from} keeps {@code values} of them, {@code wrong} wrong. */
    public record Coverage(double from, int values, int wrong) {

        /** Upper end of the Wilson score interval (95 %) of the share that is wrong. */
        double mostWrong() {
            double n = values;
            double p = wrong / n;
            double center = p + Z * Z / (2 * n);
            double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
            return (center + spread) / (1 + Z * Z / n);
        }
    }

    public ConfidenceQuality {
        bins = List.copyOf(bins);
        coverage = List.copyOf(coverage);
    }

    static ConfidenceQuality of(List<Judgement> judgements) {
        List<Judgement> sorted = judgements.stream()
                .sorted(Comparator.comparingDouble(Judgement::confidence).reversed())
                .toList();
        int wrong =
                (int) sorted.stream().filter(judgement -> !judgement.right()).count();
        Optional<Double> auroc = enough(sorted.size(), wrong) ? Optional.of(auroc(sorted, wrong)) : Optional.empty();
        return new ConfidenceQuality(sorted.size(), wrong, auroc, bins(sorted), coverage(sorted));
    }

    private static boolean enough(int values, int wrong) {
        return values >= LEAST_VALUES && wrong >= LEAST_OF_A_KIND && values - wrong >= LEAST_OF_A_KIND;
    }

    /** Whether there are labels enough for figures. */
    public boolean enough() {
        return enough(values, wrong);
    }

    /** Mean distance between confidence and share right, weighted by bin (expected calibration error). */
    public double calibrationError() {
        return bins.stream()
                        .mapToDouble(bin -> Math.abs(bin.right() - bin.confidence() * bin.values()))
                        .sum()
                / Math.max(1, values);
    }

    /**
     * The lowest confidence from which on the share of wrong values is, with 95 % certainty, at most {@code error}.
     *
     * @return empty if no threshold gives that, or there are too few labels to say so
     */
    public Optional<Coverage> threshold(double error) {
        return coverage.stream().filter(point -> point.mostWrong() <= error).reduce((higher, lower) -> lower);
    }

    private static double auroc(List<Judgement> highestFirst, int wrong) {
        double higher = 0;
        int wrongAbove = 0;
        for (int from = 0; from < highestFirst.size(); ) {
            int to = endOfTie(highestFirst, from);
            int wrongHere = (int) highestFirst.subList(from, to).stream()
                    .filter(judgement -> !judgement.right())
                    .count();
            int rightHere = to - from - wrongHere;
            higher += rightHere * (wrong - wrongAbove - wrongHere / 2.0);
            wrongAbove += wrongHere;
            from = to;
        }
        return higher / ((double) wrong * (highestFirst.size() - wrong));
    }

    private static int endOfTie(List<Judgement> sorted, int from) {
        int to = from;
        while (to < sorted.size()
                && sorted.get(to).confidence() == sorted.get(from).confidence()) {
            to++;
        }
        return to;
    }

    private static List<Bin> bins(List<Judgement> judgements) {
        List<Bin> bins = new ArrayList<>();
        for (int tenth = 0; tenth < 10; tenth++) {
            int bin = tenth;
            List<Judgement> inside = judgements.stream()
                    .filter(judgement -> Math.min(9, (int) (judgement.confidence() * 10)) == bin)
                    .toList();
            if (!inside.isEmpty()) {
                bins.add(new Bin(
                        tenth / 10.0,
                        inside.size(),
                        (int) inside.stream().filter(Judgement::right).count(),
                        inside.stream()
                                .mapToDouble(Judgement::confidence)
                                .average()
                                .orElse(0)));
            }
        }
        return bins;
    }

    private static List<Coverage> coverage(List<Judgement> highestFirst) {
        List<Coverage> points = new ArrayList<>();
        int wrong = 0;
        for (int from = 0; from < highestFirst.size(); ) {
            int to = endOfTie(highestFirst, from);
            wrong += (int) highestFirst.subList(from, to).stream()
                    .filter(judgement -> !judgement.right())
                    .count();
            points.add(new Coverage(highestFirst.get(from).confidence(), to, wrong));
            from = to;
        }
        return points;
    }
}
