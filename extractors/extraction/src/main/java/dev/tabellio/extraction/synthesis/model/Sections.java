package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.extraction.synthesis.model.Section.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a document by its section tree: articles, numbered sections, capital headings and exhibits. Sections that are too
 * long are cut further at clause letters or anywhere; short ones stay with what follows them.
 */
final class Sections {

    /** Tokens of a piece. A clause of a contract has 50 to 300; much larger pieces carry text that nobody asked for. */
    private static final int LONGEST = 320;

    private static final int SHORTEST = 60;

    private static final Pattern ATTACHED = Pattern.compile(
            "(?:EXHIBIT|SCHEDULE|ANNEX|APPENDIX|ATTACHMENT|ADDENDUM|Exhibit|Schedule|Annex|Appendix)\\s+[\\w-]{1,6}\\b.{0,60}");
    private static final Pattern ARTICLE =
            Pattern.compile("(?:ARTICLE|Article)\\s+(?:\\d{1,3}|[IVXLC]{1,7})\\b.{0,100}");
    private static final Pattern NUMBERED =
            Pattern.compile("(?:(?:SECTION|Section)\\s+)?(\\d{1,3}(?:\\.\\d{1,3}){0,4})[.):]?\\s+[\"\u201cA-Z].*");
    private static final Pattern LETTERED = Pattern.compile("\\((?:[a-z]{1,4}|\\d{1,2})\\)\\s.*|[A-Z]\\.\\s+[A-Z].*");
    private static final Pattern CAPITALS = Pattern.compile("[^a-z]{4,80}");
    /** A line of a table of contents. */
    private static final Pattern CONTENTS = Pattern.compile(".*(?:\\.\\s?){4,}\\s*\\d{0,3}");

    /** How the sentence that names date and parties goes. */
    private static final Pattern OPENING = Pattern.compile(
            "(?i).*\\b(?:by and (?:between|among)|(?:made|entered) (?:and entered )?into|(?:is|was) made|dated as of|made (?:this|as of)|effective as of)\\b.*");

    private static final Pattern SIGNATURES = Pattern.compile("(?i)in witness whereof\\b.*");
    private static final Pattern DEFINITIONS =
            Pattern.compile("(?i).{0,30}\\b(?:definitions?|defined terms|interpretation)\\b.{0,40}");
    private static final int CAPITAL_WORDS = 10;

    private final ToIntFunction<String> tokens;
    private final List<Section> sections = new ArrayList<>();
    private final List<Open> path = new ArrayList<>();
    private final List<NumberedLine> lines = new ArrayList<>();
    private Part part = Part.PREAMBLE;
    private boolean begun;
    private boolean opened;
    private int size;

    private record Open(NumberedLine heading, int depth) {}

    private Sections(ToIntFunction<String> tokens) {
        this.tokens = tokens;
    }

    /** @param tokens counts those of a text */
    static List<Section> of(List<NumberedLine> lines, ToIntFunction<String> tokens) {
        Sections cut = new Sections(tokens);
        lines.forEach(cut::add);
        cut.close();
        return List.copyOf(cut.sections);
    }

    private void add(NumberedLine line) {
        String text = line.text().strip();
        int depth = depth(text);
        int length = tokens.applyAsInt(text) + 8;
        if (SIGNATURES.matcher(text).matches()) {
            close();
            path.clear();
            part = Part.SIGNATURES;
        } else if (depth >= 0) {
            boolean stays = size < SHORTEST
                    && !path.isEmpty()
                    && depth > path.get(path.size() - 1).depth();
            if (!stays) {
                close();
            }
            enter(line, text, depth);
        } else if (size + length > LONGEST
                || (size > LONGEST / 2 && LETTERED.matcher(text).matches())) {
            close();
        }
        if (!opened && OPENING.matcher(text).matches()) {
            opened = true;
            part = Part.PREAMBLE;
        }
        lines.add(line);
        size += length;
    }

    private void enter(NumberedLine line, String text, int depth) {
        path.removeIf(open -> open.depth() >= depth);
        path.add(new Open(line, depth));
        boolean defines = path.stream()
                .anyMatch(open -> DEFINITIONS.matcher(open.heading().text()).matches());
        begun |= NUMBERED.matcher(text).matches() || ARTICLE.matcher(text).matches();
        part = !begun ? Part.PREAMBLE : defines ? Part.DEFINITIONS : Part.BODY;
    }

    private void close() {
        if (!lines.isEmpty()) {
            sections.add(new Section(
                    path.stream()
                            .map(Open::heading)
                            .filter(heading -> !lines.contains(heading))
                            .toList(),
                    part,
                    lines));
            lines.clear();
            size = 0;
        }
    }

    /** From 0 for the outermost; -1 if the line is no heading. */
    private static int depth(String text) {
        if (CONTENTS.matcher(text).matches()) {
            return -1;
        }
        if (ATTACHED.matcher(text).matches()) {
            return 0;
        }
        if (ARTICLE.matcher(text).matches()) {
            return 1;
        }
        Matcher numbered = NUMBERED.matcher(text);
        if (numbered.matches()) {
            return 2 + (int) numbered.group(1).chars().filter(c -> c == '.').count();
        }
        boolean capitals = CAPITALS.matcher(text).matches()
                && text.chars().filter(Character::isUpperCase).count() * 2 > text.length()
                && text.split("\\s+").length <= CAPITAL_WORDS;
        return capitals ? 2 : -1;
    }
}
