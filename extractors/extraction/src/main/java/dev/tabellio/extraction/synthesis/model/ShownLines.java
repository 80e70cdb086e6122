package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.extraction.llm.tokens.TokenCounter;
import dev.tabellio.extraction.synthesis.model.Section.Part;
import dev.tabellio.extraction.synthesis.model.search.Passage;
import dev.tabellio.extraction.synthesis.model.search.PassageIndex;
import dev.tabellio.extraction.synthesis.model.search.RankFusion;
import dev.tabellio.extraction.synthesis.model.search.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which lines of a document are shown for which fields. A short document is shown as a whole. Of a long one, each field
 * brings the sections that speak of it (by their words, and by their meaning where a model is configured for that), the best of every field before the second best of any, until the room is
 * used up; before them the parts that always matter: preamble, definitions and signatures.
 */
final class ShownLines {

    /** Tokens of a form that is shown as a whole: its labels lie all over its pages, and hardly any form has more. */
    static final int WHOLE_FORM = 10_000;

    /** Tokens of prose that is shown as a whole: about four pages. */
    static final int WHOLE_PROSE = 2_500;

    /** Tokens of a long document that are shown for one group of fields. */
    static final int ROOM = 9_000;

    /** Of these, for definitions: contracts define for pages what nobody asks for. */
    private static final int DEFINITIONS = 600;

    /** ... for what stands before the first section, and after the last. */
    private static final int PREAMBLE = 900;

    private static final int SIGNATURES = 500;

    /** Tokens that each field may bring, so that few fields do not bring as much as many. */
    private static final int ROOM_FOR_FIELD = 800;

    /** Sections that a field brings at most. */
    private static final int FOR_FIELD = 8;

    /** A line number and its separator. */
    private static final int NUMBER = 8;

    private final NumberedText text;
    private final TokenCounter tokens;
    private final boolean whole;
    private final int room;
    private final List<Section> sections;
    private final Optional<MeaningSearch> meaning;

    /**
     * Cuts the text where it is long.
     *
     * @param prose whether it is a contract, not a form
     * @param most tokens of a document that the model can be shown
     * @param meaning empty to go by words alone
     */
    ShownLines(NumberedText text, boolean prose, TokenCounter tokens, int most, Optional<MeaningSearch> meaning) {
        this.meaning = meaning;
        this.text = text;
        this.tokens = tokens;
        this.room = Math.min(ROOM, most);
        this.whole = size(text.lines()) <= Math.min(most, prose ? WHOLE_PROSE : WHOLE_FORM);
        this.sections = isShort() ? List.of() : Sections.of(text.lines(), tokens::count);
    }

    boolean isShort() {
        return whole;
    }

    /** The lines that are shown for some fields. */
    List<NumberedLine> of(FieldSet fields) {
        if (isShort()) {
            return text.lines();
        }
        Selection selection = new Selection();
        selection.addParts(Part.PREAMBLE, PREAMBLE);
        try (PassageIndex index = new PassageIndex(sections.stream()
                .map(section -> new Passage(section.heading(), section.text()))
                .toList())) {
            List<List<Integer>> ranked = ranked(index, fields.fields());
            selection.addDefinitions(ranked);
            selection.addParts(Part.SIGNATURES, SIGNATURES);
            selection.addRanked(ranked, Math.min(room, selection.used + ranked.size() * ROOM_FOR_FIELD));
        }
        return selection.lines();
    }

    private List<List<Integer>> ranked(PassageIndex index, List<AskedField> fields) {
        List<List<Integer>> byWords = fields.stream()
                .map(field -> index.best(wanted(field), sections.size()))
                .toList();
        return meaning.flatMap(search -> search.rankings(sections, fields))
                .map(byMeaning -> IntStream.range(0, fields.size())
                        .mapToObj(place -> RankFusion.of(List.of(byWords.get(place), byMeaning.get(place))))
                        .toList())
                .orElse(byWords);
    }

    static Wanted wanted(AskedField field) {
        List<String> phrases = field.schema()
                .path("x-tabellio-search")
                .valueStream()
                .map(phrase -> phrase.asString(""))
                .toList();
        String name = field.pattern().replaceAll("[/*]+", " ").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return new Wanted(name + ". " + field.description(), phrases);
    }

    private int size(List<NumberedLine> lines) {
        return lines.stream()
                .mapToInt(line -> tokens.count(line.text()) + NUMBER)
                .sum();
    }

    private final class Selection {

        private final Set<NumberedLine> chosen = new LinkedHashSet<>();
        private final Set<Section> taken = new LinkedHashSet<>();
        private int used;

        void addParts(Part part, int most) {
            int left = most;
            for (Section section : sections) {
                if (section.part() == part && left > 0) {
                    left -= add(section);
                }
            }
        }

        void addDefinitions(List<List<Integer>> ranked) {
            int left = DEFINITIONS;
            for (int rank = 0; rank < sections.size() && left > 0; rank++) {
                for (List<Integer> best : ranked) {
                    if (rank < best.size() && left > 0) {
                        Section section = sections.get(best.get(rank));
                        left -= section.part() == Part.DEFINITIONS ? add(section) : 0;
                    }
                }
            }
        }

        void addRanked(List<List<Integer>> ranked, int room) {
            for (int rank = 0; rank < FOR_FIELD; rank++) {
                for (List<Integer> best : ranked) {
                    if (rank < best.size() && used < room) {
                        add(sections.get(best.get(rank)));
                    }
                }
            }
        }

        /** Chooses a section; gives the tokens that it took. */
        private int add(Section section) {
            if (!taken.add(section)) {
                return 0;
            }
            List<NumberedLine> lines = new ArrayList<>(section.path());
            lines.addAll(section.lines());
            lines.removeIf(chosen::contains);
            chosen.addAll(lines);
            int more = size(lines);
            used += more;
            return more;
        }

        List<NumberedLine> lines() {
            return List.copyOf(chosen);
        }
    }
}
