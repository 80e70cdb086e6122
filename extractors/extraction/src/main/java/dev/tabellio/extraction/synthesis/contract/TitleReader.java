package dev.tabellio.extraction.synthesis.contract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a contract's title: a heading near the top, or what its first sentence calls it ("This ... Agreement"). */
final class TitleReader {

    /** Lines from the top among which a heading is looked for. */
    private static final int OPENING_LINES = 30;

    private static final int LONGEST = 160;

    /** Labels that filing systems print above a contract. */
    private static final Pattern LABEL = Pattern.compile(
            "(?i)(?:ex(?:hibit)?[-. ]*\\(?[\\d.a-z]{1,8}\\)?.{0,12}|execution\\s+(?:version|copy)|confidential|logo|.*\\.(?:htm|txt)\\b.*)");

    private static final Pattern CALLED = Pattern.compile(
            "\\b[Tt](?:his|HIS)\\s+(?<title>(?:[A-Z][\\w,&/'-]{0,30}\\s+(?:(?:and|of|for|not|to|the)\\s+){0,2}){1,12}(?:Agreement|AGREEMENT))\\b");

    private final ContractText contract;
    private final ContractAnchors anchors;

    TitleReader(ContractText contract, ContractAnchors anchors) {
        this.contract = contract;
        this.anchors = anchors;
    }

    Optional<TextSpan> read() {
        List<ContractText.Line> lines = contract.lines();
        for (int i = 0; i < lines.size() && i < OPENING_LINES; i++) {
            if (heading(lines.get(i)) && hasTitleWord(lines.get(i))) {
                int first = i;
                int last = i;
                while (first > 0 && joins(lines.get(first - 1), lines.get(first))) {
                    first--;
                }
                while (last + 1 < lines.size() && joins(lines.get(last + 1), lines.get(last))) {
                    last++;
                }
                return Optional.of(
                        new TextSpan(lines.get(first).start(), lines.get(last).end()));
            }
        }
        Matcher called = CALLED.matcher(contract.text())
                .region(0, Math.min(contract.text().length(), 4000));
        return called.find() ? Optional.of(new TextSpan(called.start("title"), called.end("title"))) : Optional.empty();
    }

    /** Lines of one heading stand close together and look alike. */
    private boolean joins(ContractText.Line other, ContractText.Line line) {
        double gap = Math.max(other.box().top(), line.box().top())
                - Math.min(other.box().bottom(), line.box().bottom());
        return other.page() == line.page()
                && heading(other)
                && gap < 1.2 * line.box().height()
                && Math.abs(other.box().centerX() - line.box().centerX()) < 20
                && upper(other) == upper(line);
    }

    private boolean heading(ContractText.Line line) {
        String text = textOf(line);
        if (text.length() > LONGEST
                || text.endsWith(".")
                || text.endsWith(",")
                || LABEL.matcher(text).matches()) {
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
        return words > 0 && capitals == words;
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
