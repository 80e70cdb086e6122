package dev.tabellio.extraction.sections;

import dev.tabellio.document.BoundingBox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the sections from the lines of a document, line by line. */
final class SectionReader {

    private static final Pattern ATTACHMENT = Pattern.compile(
            "(?<number>(?i:exhibit|schedule|annex|appendix|attachment|addendum)\\s{1,2}(?:no\\.?\\s)?[\\p{L}\\d]{1,4}(?:[-.]\\d{1,3})?)"
                    + "\\s{0,2}[:.–—-]{0,2}\\s{0,2}(?<heading>.{0,90})");

    private static final Pattern CONTENTS = Pattern.compile("(?i)(?:table\\s+of\\s+)?contents:?|index");

    /** "Governing Law ........ 12": a line of a table of contents. */
    private static final Pattern LEADERS = Pattern.compile(".*(?:\\.\\s?){4,}\\s*[ivxl\\d]{0,5}");

    /** After one of these a number at the start of the next line is a reference to another section. */
    private static final Pattern REFERS = Pattern.compile(
            "(?i).*\\b(?:sections?|articles?|paragraphs?|clauses?|subsections?|exhibits?|schedules?|parts?|of|in|under|to|with|by|and/or|or|the|than)");

    private static final Pattern SENTENCE_END =
            Pattern.compile(".*(?:[.,:;!?)\\]\"”*_]|;\\s(?:and|or),?|,\\s(?:and|or))");

    /** Words of a line of a table of contents. */
    private static final int CONTENTS_WORDS = 12;

    /** Numbers of a row that may be missing, as left out or not recognised, before a line no longer goes on with it. */
    private static final int SKIPPED = 3;

    /** Points by which a line that starts a section may stand right of the line before. */
    private static final double INDENT = 6;

    /** A line that ends before this share of the width of the page's text has no next line. */
    private static final double SHORT = 0.85;

    private final List<PlacedLine> lines;
    private final Map<Integer, Double> shortLines = new HashMap<>();
    private final OpenSections open = new OpenSections();
    private int contentsPage;

    private SectionReader(List<PlacedLine> lines) {
        this.lines = lines;
        Map<Integer, BoundingBox> text = new HashMap<>();
        lines.forEach(line -> text.merge(line.page(), line.box(), BoundingBox::union));
        text.forEach((page, box) -> shortLines.put(page, box.left() + SHORT * box.width()));
    }

    /** The root; its own lines are those before the first section. */
    static Section read(List<PlacedLine> lines) {
        SectionReader reader = new SectionReader(lines);
        for (int i = 0; i < lines.size(); i++) {
            reader.line(i);
        }
        return reader.open.finish();
    }

    private void line(int i) {
        PlacedLine line = lines.get(i);
        if (CONTENTS.matcher(line.text().strip()).matches()) {
            contentsPage = line.page();
            open.heading(line);
            return;
        }
        if (inContents(line) || !(attachment(line) || numbered(i) || headed(i))) {
            open.add(line);
        }
    }

    private boolean inContents(PlacedLine line) {
        return LEADERS.matcher(line.text()).matches()
                || (line.page() == contentsPage && line.text().split("\\s+").length <= CONTENTS_WORDS);
    }

    private boolean attachment(PlacedLine line) {
        var matcher = ATTACHMENT.matcher(line.text().strip());
        if (!matcher.matches()) {
            return false;
        }
        String heading = matcher.group("heading").strip();
        if (!heading.isEmpty() && !HeadingWords.isHeading(heading)) {
            return false;
        }
        open.attachment(matcher.group("number"), heading, line);
        return true;
    }

    private boolean numbered(int i) {
        PlacedLine line = lines.get(i);
        String text = line.text();
        List<ClauseNumber> readings = ClauseNumber.of(text);
        if (readings.isEmpty()) {
            return false;
        }
        String rest = text.substring(readings.get(0).end()).strip();
        if (refers(i, readings.get(0), rest)) {
            return false;
        }
        String heading = heading(i, rest);
        boolean opens = opens(i);
        for (ClauseNumber number : readings) {
            if (opens && open.goesOn(number, 1 + SKIPPED)) {
                open.next(number, heading, line);
                return true;
            }
        }
        for (ClauseNumber number : readings) {
            boolean bare =
                    Character.isDigit(number.printed().charAt(number.printed().length() - 1)) && !number.named();
            boolean plausible = number.isDecimal() || number.isFirst() || !heading.isEmpty() || apart(i);
            if (opens && plausible && (!bare || number.isDecimal() || !heading.isEmpty())) {
                if (open.goesOn(number, Integer.MAX_VALUE)) {
                    open.next(number, heading, line);
                } else {
                    open.first(number, heading, line);
                }
                return true;
            }
        }
        return false;
    }

    /** Whether the number belongs to the sentence of the line before, or starts one: "2.3 of this Agreement". */
    private boolean refers(int i, ClauseNumber number, String rest) {
        boolean bracketed = number.printed().startsWith("(") || number.printed().endsWith(")");
        boolean lower = !rest.isEmpty() && (Character.isLowerCase(rest.charAt(0)) || rest.charAt(0) == ',');
        boolean figures =
                !rest.isEmpty() && (Character.isDigit(rest.charAt(0)) || "%$€£*".indexOf(rest.charAt(0)) >= 0);
        if (figures || (lower && !bracketed)) {
            return true;
        }
        if (i == 0) {
            return false;
        }
        String before = lines.get(i - 1).text().strip();
        return !lines.get(i).opensParagraph()
                && REFERS.matcher(before).matches()
                && !SENTENCE_END.matcher(before).matches();
    }

    /** Whether white sets a line apart from the one before. */
    private boolean apart(int i) {
        return i == 0 || lines.get(i).opensParagraph();
    }

    /** Whether a section can start here: after white, on a new page, after a sentence, a short line or a number. */
    private boolean opens(int i) {
        if (apart(i) || lines.get(i - 1).page() != lines.get(i).page()) {
            return true;
        }
        PlacedLine before = lines.get(i - 1);
        boolean indented = lines.get(i).box().left() > before.box().left() + INDENT;
        return indented || SENTENCE_END.matcher(before.text()).matches() || isShort(before) || isNumber(before);
    }

    private boolean isShort(PlacedLine line) {
        return line.box().right() < shortLines.getOrDefault(line.page(), 0.0);
    }

    /** Whether there is nothing but a number on a line. */
    private static boolean isNumber(PlacedLine line) {
        return ClauseNumber.of(line.text()).stream()
                .anyMatch(number -> number.end() == line.text().length());
    }

    private String heading(int i, String rest) {
        if (!rest.isEmpty()) {
            return HeadingWords.atStartOf(rest, endsHere(i));
        }
        return following(i)
                .map(PlacedLine::text)
                .filter(text -> ClauseNumber.of(text).isEmpty())
                .map(text -> HeadingWords.atStartOf(text, endsHere(i + 1)))
                .orElse("");
    }

    private Optional<PlacedLine> following(int i) {
        return i + 1 < lines.size() && lines.get(i + 1).page() == lines.get(i).page()
                ? Optional.of(lines.get(i + 1))
                : Optional.empty();
    }

    /** Whether no text runs on from a line: white below it, or a number, or the end of the page. */
    private boolean endsHere(int i) {
        Optional<PlacedLine> next = following(i);
        return next.isEmpty()
                || next.get().opensParagraph()
                || !ClauseNumber.of(next.get().text()).isEmpty();
    }

    private boolean headed(int i) {
        PlacedLine line = lines.get(i);
        if (!HeadingWords.isHeading(line.text()) || (i > 0 && isNumber(lines.get(i - 1)))) {
            return false;
        }
        boolean emphatic = HeadingWords.isCapitals(line.text()) && isShort(line);
        boolean above = apart(i) || lines.get(i - 1).page() != line.page() || (emphatic && opens(i));
        if (!above || !(emphatic || endsHere(i))) {
            return false;
        }
        open.heading(line);
        return true;
    }
}
