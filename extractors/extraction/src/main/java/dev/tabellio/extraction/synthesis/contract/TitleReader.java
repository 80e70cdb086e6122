package dev.tabellio.extraction.synthesis.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a contract's title: a heading near the top, or what its first sentence calls it ("This ... Agreement"). A heading
 * that a filing system printed above the contract, behind the name of a file, counts only if there is no other.
 */
final class TitleReader {

    /** Lines from the top among which a heading is looked for. */
    private static final int OPENING_LINES = 30;

    /** Characters of the longest line of a heading; longer ones are text. */
    private static final int LONGEST = 140;

    private static final Pattern LABEL = Pattern.compile(
            "(?i)(?:e?x(?:hibit)?[-. ]*\\(?[\\d.a-z]{1,8}\\)?.{0,12}|execution\\s+(?:version|copy)|(?:strictly\\s+)?confidential|logo|"
                    + ".{0,40}confidential\\s+treatment.*|.*\\b(?:this\\s+agreement|redacted|omitted|certain\\s+portions)\\b.*)");

    /** What ends a title on its own line: what the parties or the date begin with. */
    private static final Pattern TAIL = Pattern.compile(
            "(?i)[\\s,:-]+(?:(?:by\\s+and\\s+)?(?:between|among)|dated(?:\\s+as\\s+of)?.*|as\\s+of\\s.*|"
                    + "(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b[\\s\\d,]*)[\\s:]*$");

    private static final Pattern FILED = Pattern.compile("(?i).{0,60}\\.(?:htm|txt)\\b[\\s:]*(?:ex\\S{0,14}[\\s:]*)?");
    private static final Pattern SUBJECT = Pattern.compile("(?i)(?:re|subject)\\s?:\\s*");
    private static final Pattern NUMBERED = Pattern.compile("(?:\\d{1,2}|[IVX]{1,4})[.)]\\s.*");

    private static final Pattern CALLED = Pattern.compile(
            "\\b[Tt](?:his|HIS)\\s+(?<title>(?:[A-Z][\\w,&/'-]{0,30}\\s+(?:(?:and|of|for|not|to|the)\\s+){0,2}){1,12}"
                    + "(?:Agreement|AGREEMENT))\\b");

    private final ContractText contract;
    private final ContractAnchors anchors;

    TitleReader(ContractText contract, ContractAnchors anchors) {
        this.contract = contract;
        this.anchors = anchors;
    }

    Optional<TextSpan> read() {
        List<ContractText.Line> lines = headings();
        Optional<TextSpan> filed = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            if (!heading(lines.get(i)) || !hasTitleWord(lines.get(i))) {
                continue;
            }
            int first = i;
            int last = i;
            while (first > 0 && joins(lines.get(first - 1), lines.get(first))) {
                first--;
            }
            while (last + 1 < lines.size() && joins(lines.get(last + 1), lines.get(last))) {
                last++;
            }
            TextSpan title =
                    withoutTail(lines.get(first).start(), lines.get(last).end());
            if (LABEL.matcher(contract.printed(title)).matches()) {
                i = last;
                continue;
            }
            if (!afterFileName(lines.get(first))) {
                return Optional.of(title);
            }
            filed = filed.isPresent() ? filed : Optional.of(title);
            i = last;
        }
        return filed.isPresent() ? filed : called();
    }

    private TextSpan withoutTail(int start, int end) {
        Matcher tail = TAIL.matcher(contract.text().substring(start, end));
        return new TextSpan(start, tail.find() && tail.start() > 0 ? start + tail.start() : end);
    }

    private Optional<TextSpan> called() {
        String text = contract.text();
        Matcher called = CALLED.matcher(text).region(0, Math.min(text.length(), 4000));
        return called.find() ? Optional.of(new TextSpan(called.start("title"), called.end("title"))) : Optional.empty();
    }

    /** The lines near the top, each from where a heading can start: behind a file's name or "Re:". */
    private List<ContractText.Line> headings() {
        List<ContractText.Line> lines = contract.lines();
        List<ContractText.Line> headings = new ArrayList<>();
        for (ContractText.Line line : lines.subList(0, Math.min(lines.size(), OPENING_LINES))) {
            String text = contract.text().substring(line.start(), line.end());
            int start = line.start();
            for (Pattern prefix : List.of(FILED, SUBJECT)) {
                Matcher matcher = prefix.matcher(text.substring(start - line.start()));
                start += matcher.lookingAt() ? matcher.end() : 0;
            }
            if (start < line.end()) {
                headings.add(new ContractText.Line(line.page(), line.index(), line.box(), start, line.end()));
            }
        }
        return headings;
    }

    private boolean afterFileName(ContractText.Line heading) {
        return contract.lines().stream()
                .filter(line -> line.start() <= heading.start() && heading.start() < line.end())
                .anyMatch(line -> FILED.matcher(contract.text().substring(line.start(), heading.start()))
                        .find());
    }

    /** Lines of one heading stand close together, centred or flush left, and are both in capitals or both not. */
    private boolean joins(ContractText.Line other, ContractText.Line line) {
        double gap = Math.max(other.box().top(), line.box().top())
                - Math.min(other.box().bottom(), line.box().bottom());
        return other.page() == line.page()
                && heading(other)
                && gap < 1.2 * line.box().height()
                && (Math.abs(other.box().centerX() - line.box().centerX()) < 20
                        || Math.abs(other.box().left() - line.box().left()) < 10)
                && upper(other) == upper(line)
                && !LegalNames.hasForm(textOf(other));
    }

    private boolean heading(ContractText.Line line) {
        String text = textOf(line);
        if (text.isEmpty()
                || text.length() > LONGEST
                || text.endsWith(".")
                || LABEL.matcher(text).matches()
                || NUMBERED.matcher(text).matches()
                || LetterOpening.isSalutation(text)
                || text.contains("This ")
                || text.contains("(")) {
            return false;
        }
        int words = 0;
        int capitals = 0;
        for (String word : text.split("\\s+")) {
            if (word.length() > 3) {
                words++;
                capitals += Character.isUpperCase(
                                word.replaceAll("^[^\\p{L}]+", "A").charAt(0))
                        ? 1
                        : 0;
            }
        }
        return capitals == words && (words > 0 || text.matches("(?i)and|&|of|-"));
    }

    private boolean hasTitleWord(ContractText.Line line) {
        return anchors.titleWords().stream().anyMatch(word -> word.in(textOf(line)));
    }

    private boolean upper(ContractText.Line line) {
        return textOf(line).chars().noneMatch(Character::isLowerCase);
    }

    private String textOf(ContractText.Line line) {
        return contract.text().substring(line.start(), line.end()).strip();
    }
}
