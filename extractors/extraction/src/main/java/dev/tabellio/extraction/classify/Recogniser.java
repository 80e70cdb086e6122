package dev.tabellio.extraction.classify;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.extraction.text.Letters;
import dev.tabellio.extraction.text.PageText;
import dev.tabellio.extraction.text.WordSequence;
import dev.tabellio.extraction.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Weighs what is printed on a page against what a type declares. */
final class Recogniser {

    /** A heading has at most this many words; longer lines are sentences. */
    private static final int HEADING_WORDS = 14;

    /** Points by which a running header may move from page to page. */
    private static final double SAME_HEIGHT = 6;

    /**
     * Share of the letters of an excluding wording that recognised text must have. A 1040 whose number was read "LO4O" has 0.8
     * of "Amended U.S. Individual Income Tax Return" (2026-11-21).
     */
    private static final double EXCLUDING = 0.9;

    private Recogniser() {}

    /**
     * How well a page starts a document of the type; 1 and above counts as recognised.
     *
     * @param following the pages after it that would belong to the document
     * @param before the page before it
     */
    static double start(
            Recognition type, PageText page, double height, List<PageText> following, Optional<PageText> before) {
        if (type.start().isEmpty() || type.never().stream().anyMatch(wording -> excludes(wording, page))) {
            return 0;
        }
        return weigh(type, type.start(), page, height, following, before);
    }

    /** A wording that makes it another document has to be there: many titles differ from it by one word. */
    private static boolean excludes(Wording wording, PageText page) {
        return page.contains(wording) && page.find(wording).stream().anyMatch(hit -> hit.strength() >= EXCLUDING);
    }

    /** How well a page bears out a list of evidence; 1 and above counts as recognised. */
    static double weigh(
            Recognition type,
            List<Evidence> list,
            PageText page,
            double height,
            List<PageText> following,
            Optional<PageText> before) {
        boolean needsHeadings = list.stream().anyMatch(item -> item.heading().isPresent());
        List<String> headings = needsHeadings ? headings(page, height, before) : List.of();
        double sum = 0;
        for (Evidence evidence : list) {
            boolean holds = evidence.heading().isPresent()
                    ? headings.stream()
                            .anyMatch(line -> evidence.heading()
                                    .orElseThrow()
                                    .matcher(line)
                                    .find())
                    : holds(evidence, page, following);
            sum += holds ? evidence.weight() : 0;
        }
        return sum / type.threshold();
    }

    /** The page's headings as text, each also joined with the next one. */
    static List<String> headings(PageText page, double height, Optional<PageText> before) {
        List<String> headings = new ArrayList<>();
        Optional<WordSequence> previous = Optional.empty();
        for (WordSequence row : page.rows()) {
            if (row.box().top() > height / 2 || row.words().size() > HEADING_WORDS) {
                previous = Optional.empty();
                continue;
            }
            if (before.isPresent() && repeats(page, row, before.get())) {
                continue;
            }
            headings.add(page.text(row));
            previous.ifPresent(above -> headings.add(page.text(above) + " " + page.text(row)));
            previous = Optional.of(row);
        }
        return headings;
    }

    private static boolean repeats(PageText page, WordSequence row, PageText before) {
        String letters = Letters.compact(page.text(row));
        BoundingBox box = row.box();
        return before.rows().stream()
                .anyMatch(other -> Math.abs(other.box().top() - box.top()) <= SAME_HEIGHT
                        && Letters.compact(before.text(other)).equals(letters));
    }

    private static boolean holds(Evidence evidence, PageText page, List<PageText> following) {
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
