package dev.tabellio.extraction.synthesis.contract;

import dev.tabellio.extraction.sections.PlacedLine;
import dev.tabellio.extraction.sections.Section;
import dev.tabellio.extraction.sections.SectionTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sections of a contract as spans of its running text: a clause ends where the next one starts. */
final class Clauses {

    /**
     * A clause.
     *
     * @param span its own text, without the clauses below it
     * @param reference how the contract cites it: "4.2(b)"; empty if it has no number
     * @param number where its own number stands; empty if it has none
     * @param heading its heading without the number, such as "Governing Law"; if it has none, that of the clause above it
     */
    record Clause(TextSpan span, String reference, TextSpan number, String heading) {}

    private static final String NUMBER = "(?:(?:section|article)?\\s{0,2}\\d{1,2}(?:\\.\\d{1,2}){0,2}[.)]?\\s{1,3})?";

    private static final Pattern LABEL = Pattern.compile(NUMBER + "(?<heading>[A-Z][A-Za-z ]{2,40}):\\s");

    private static final Pattern HEADING = Pattern.compile(NUMBER + "(?<heading>[A-Z][A-Za-z ]{2,40})[.:]");

    private final List<Clause> all;

    private Clauses(List<Clause> all) {
        this.all = all;
    }

    static Clauses of(ContractText contract, SectionTree tree) {
        Map<Long, ContractText.Line> byPlace = new HashMap<>();
        contract.lines().forEach(line -> byPlace.put(place(line.page(), line.index()), line));
        List<Clause> clauses = new ArrayList<>();
        collect(tree.root(), "", byPlace, contract.text().length(), clauses);
        return new Clauses(List.copyOf(clauses));
    }

    private static void collect(
            Section section, String above, Map<Long, ContractText.Line> byPlace, int length, List<Clause> into) {
        String heading = section.heading().isEmpty() ? above : section.heading();
        int start = 0;
        int numberEnd = 0;
        if (!section.lines().isEmpty()) {
            PlacedLine first = section.lines().get(0);
            ContractText.Line line = byPlace.get(place(first.page(), first.index()));
            if (line != null) {
                start = line.start();
                numberEnd = Math.min(line.end(), start + section.number().length());
            }
        }
        if (!into.isEmpty()) {
            Clause last = into.remove(into.size() - 1);
            into.add(new Clause(
                    new TextSpan(last.span().start(), Math.max(last.span().start(), start)),
                    last.reference(),
                    last.number(),
                    last.heading()));
        }
        into.add(new Clause(
                new TextSpan(start, Math.max(start, length)),
                section.reference(),
                new TextSpan(start, Math.max(start, numberEnd)),
                heading));
        section.children().forEach(child -> collect(child, heading, byPlace, length, into));
    }

    private static long place(int page, int index) {
        return ((long) page << 32) | index;
    }

    List<Clause> all() {
        return all;
    }

    /**
     * The heading that a sentence stands under: its own label ("Term: two years"), a heading that the sentence before it is
     * ("TERM. Two years"), or else that of its clause.
     */
    String headingAt(String text, Sentences sentences, int position) {
        int index = sentences.indexAt(position);
        Matcher label = LABEL.matcher(sentences.all().get(index).of(text));
        if (label.lookingAt()) {
            return label.group("heading");
        }
        String before = index == 0 ? "" : sentences.all().get(index - 1).of(text);
        Matcher heading = HEADING.matcher(before);
        return heading.matches() ? heading.group("heading") : at(position).heading();
    }

    /** The clause at a position. */
    Clause at(int position) {
        int low = 0;
        int high = all.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (all.get(middle).span().start() <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return all.get(low);
    }
}
