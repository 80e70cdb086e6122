package dev.tabellio.extraction.synthesis.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The opening of an agreement in the form of a letter: letterhead, date, addressee, salutation.
 *
 * @param salutation where "Dear ..." or "Ladies and Gentlemen" stands; empty if the contract is no letter
 * @param letterhead companies named on a line of their own above the date
 * @param addressee the company, or else the person, that the letter is addressed to
 */
record LetterOpening(
        ContractText contract,
        Optional<TextSpan> salutation,
        List<PartyCandidate> letterhead,
        Optional<PartyCandidate> addressee) {

    /** Lines from the top among which the salutation is looked for. */
    private static final int OPENING_LINES = 60;

    private static final Pattern SALUTATION = Pattern.compile(
            "(?i)(?:dear\\s+\\S.{0,60}|(?:ladies\\s+and\\s+)?gentlemen\\s?[:,]?|to\\s+whom\\s+it\\s+may\\s+concern.?)");

    private static final Pattern NO_NAME =
            Pattern.compile("(?i)(?:attn|attention|c/o|re|via|by|telephone|phone|fax|e-?mail)\\b.*");

    private static final Pattern PERSONAL_TITLE = Pattern.compile("(?i)(?:mr|ms|mrs|dr)\\.?\\s+");

    static LetterOpening of(ContractText contract) {
        List<ContractText.Line> lines = contract.lines();
        for (int i = 0; i < lines.size() && i < OPENING_LINES; i++) {
            if (SALUTATION.matcher(textOf(contract, lines.get(i))).matches()) {
                int date = dateLine(contract, i);
                return new LetterOpening(
                        contract,
                        Optional.of(
                                new TextSpan(lines.get(i).start(), lines.get(i).end())),
                        letterhead(contract, date < 0 ? i : date),
                        date < 0 ? Optional.empty() : addressee(contract, date, i));
            }
        }
        return new LetterOpening(contract, Optional.empty(), List.of(), Optional.empty());
    }

    static boolean isSalutation(String line) {
        return SALUTATION.matcher(line).matches();
    }

    /** Whether a date fills a line near the top by itself, as the date of a letter does. */
    boolean standsAlone(TextSpan date) {
        int limit = Math.min(contract.lines().size(), OPENING_LINES);
        return contract.lines().subList(0, limit).stream()
                .anyMatch(line -> date.start() >= line.start()
                        && date.end() <= line.end()
                        && line.end() - line.start() - date.length() <= 12);
    }

    /** The last line above the salutation that has a date; -1 if there is none. */
    private static int dateLine(ContractText contract, int salutation) {
        List<ContractText.Line> lines = contract.lines();
        for (int i = salutation - 1; i >= 0; i--) {
            TextSpan span = new TextSpan(lines.get(i).start(), lines.get(i).end());
            if (!CalendarDates.in(contract.text(), span).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    private static List<PartyCandidate> letterhead(ContractText contract, int end) {
        List<PartyCandidate> companies = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            Optional<TextSpan> name = wholeLine(contract, contract.lines().get(i));
            if (name.isPresent() && LegalNames.hasForm(name.get().of(contract.text()))) {
                companies.add(candidate(contract, name.get(), i, end, "letterhead", 0.45));
            }
        }
        return companies;
    }

    private static Optional<PartyCandidate> addressee(ContractText contract, int date, int salutation) {
        List<ContractText.Line> lines = contract.lines();
        Optional<PartyCandidate> person = Optional.empty();
        for (int i = date + 1; i < salutation; i++) {
            ContractText.Line line = lines.get(i);
            if (Math.abs(line.box().left() - lines.get(salutation).box().left()) > 25
                    || NO_NAME.matcher(textOf(contract, line)).matches()) {
                continue;
            }
            Optional<TextSpan> name = wholeLine(contract, line);
            if (name.isEmpty()) {
                continue;
            }
            String value = name.get().of(contract.text());
            if (LegalNames.hasForm(value)) {
                return Optional.of(candidate(contract, name.get(), i, salutation, "addressee of the letter", 0.55));
            }
            if (person.isEmpty() && i <= date + 3 && PersonNames.matches(value)) {
                person = Optional.of(candidate(contract, name.get(), i, salutation, "addressee of the letter", 0.55));
            }
        }
        return person;
    }

    /** The name that fills a line but for a title before it. */
    private static Optional<TextSpan> wholeLine(ContractText contract, ContractText.Line line) {
        Matcher title = PERSONAL_TITLE.matcher(textOf(contract, line));
        int offset = title.lookingAt() ? title.end() : 0;
        return NameScanner.nameAt(contract.text(), line.start() + offset, line.end())
                .filter(name -> name.end() >= line.end() - 3);
    }

    /** A name of the opening with the address below it: lines in the same column from the first one with a number. */
    private static PartyCandidate candidate(
            ContractText contract, TextSpan name, int nameLine, int end, String how, double score) {
        List<ContractText.Line> lines = contract.lines();
        int first = -1;
        int last = -1;
        for (int i = nameLine + 1; i < end && i <= nameLine + 5; i++) {
            ContractText.Line line = lines.get(i);
            String text = textOf(contract, line);
            boolean close = line.box().top() - lines.get(i - 1).box().bottom()
                    < 1.5 * line.box().height();
            if (!close || NO_NAME.matcher(text).matches() || text.length() > 70) {
                break;
            }
            if (text.matches(".*\\d.*") || first >= 0) {
                first = first < 0 ? i : first;
                last = text.matches(".*\\d.*") ? i : last;
            }
        }
        Optional<TextSpan> address = first < 0
                ? Optional.empty()
                : Optional.of(
                        new TextSpan(lines.get(first).start(), lines.get(last).end()));
        return new PartyCandidate(name, Optional.empty(), address, name, how, score);
    }

    private static String textOf(ContractText contract, ContractText.Line line) {
        return contract.text().substring(line.start(), line.end());
    }
}
