package dev.tabellio.extraction.classify;

import dev.tabellio.extraction.text.PageText;
import dev.tabellio.extraction.text.Wording;
import java.util.List;

/** Weighs what is printed on a page against what a type declares. */
final class Recogniser {

    /** Sums of weights may miss the threshold by the rounding of their decimals. */
    private static final double ROUNDING = 1e-9;

    /**
     * Share of the letters of an excluding wording that recognised text must have. A 1040 whose number was read "LO4O" has 0.8
     * of "Amended U.S. Individual Income Tax Return" (2026-11-21).
     */
    private static final double EXCLUDING = 0.9;

    /**
     * Share of the weight that a form with numbers on it needs where text about it stands beside it: more than its number and title,
     * which such text names, too (0.45 of Form 1098). Set by that, not by an experiment.
     */
    private static final double BESIDE_INSTRUCTIONS = 0.6;

    private Recogniser() {}

    /**
     * How well a page starts a document of the type; 1 and above counts as recognised.
     *
     * @param following the pages after it that would belong to the document
     * @param headings of the page
     */
    static double start(Recognition type, PageText page, List<PageText> following, PageHeadings headings) {
        double weight = weigh(type, type.start(), page, following, headings);
        return weight >= 1 && type.never().stream().anyMatch(wording -> excludes(wording, page)) ? 0 : weight;
    }

    /**
     * How well a page that text about the form would give away as instructions starts a document of the type, if somebody's
     * numbers stand on it: nothing counts against it, and {@link #BESIDE_INSTRUCTIONS} of the weight is enough.
     */
    static double startBesideInstructions(
            Recognition type, PageText page, List<PageText> following, PageHeadings headings) {
        List<Evidence> speaksFor =
                type.start().stream().filter(evidence -> evidence.weight() > 0).toList();
        double weight = 0;
        for (Evidence evidence : speaksFor) {
            weight += holds(evidence, page, following, headings) ? evidence.weight() : 0;
        }
        weight /= BESIDE_INSTRUCTIONS * type.threshold();
        return weight >= 1 && type.never().stream().anyMatch(wording -> excludes(wording, page)) ? 0 : weight;
    }

    /** A wording that makes it another document has to be there: many titles differ from it by one word. */
    private static boolean excludes(Wording wording, PageText page) {
        return page.contains(wording) && page.find(wording).stream().anyMatch(hit -> hit.strength() >= EXCLUDING);
    }

    /**
     * How well a page bears out a list of evidence; 1 and above counts as recognised. Below 1 it stops at the first evidence
     * after which the rest cannot be enough.
     */
    static double weigh(
            Recognition type, List<Evidence> list, PageText page, List<PageText> following, PageHeadings headings) {
        double open = list.stream()
                .mapToDouble(Evidence::weight)
                .filter(weight -> weight > 0)
                .sum();
        double sum = 0;
        for (Evidence evidence : list) {
            if (sum + open < type.threshold() - ROUNDING) {
                break;
            }
            open -= Math.max(0, evidence.weight());
            sum += holds(evidence, page, following, headings) ? evidence.weight() : 0;
        }
        return sum / type.threshold();
    }

    /** Whether one piece of evidence is there. */
    static boolean holds(Evidence evidence, PageText page, List<PageText> following, PageHeadings headings) {
        if (evidence.heading().isPresent()) {
            return headings.match(evidence.heading().get());
        }
        int count = 0;
        for (Wording wording : evidence.wordings()) {
            if (evidence.rowStart()) {
                count += page.beginningRows(wording).size();
            } else if (evidence.atLeast() == 1) {
                count += page.contains(wording) ? 1 : 0;
            } else {
                count += page.find(wording).size();
            }
            if (evidence.wholeDocument()) {
                for (PageText next : following) {
                    count += count < evidence.atLeast() ? next.find(wording).size() : 0;
                }
            }
            if (count >= evidence.atLeast()) {
                return true;
            }
        }
        return false;
    }
}
