package dev.tabellio.extraction.synthesis.contract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The opening of an agreement in the form of a letter: letterhead, date, addressee, salutation.
 *
 * @param salutation where "Dear ..." or "Ladies and Gentlemen" stands; empty if the contract is no letter
 * @param addressee the company, or else the person, that the letter is addressed to
 */
record LetterOpening(ContractText contract, Optional<TextSpan> salutation, Optional<TextSpan> addressee) {

    /** Lines from the top among which the salutation is looked for. */
    private static final int OPENING_LINES = 60;

    private static final Pattern SALUTATION = Pattern.compile(
            "(?i)(?:dear\\s+\\S.{0,60}|(?:ladies\\s+and\\s+)?gentlemen\\s?[:,]?|to\\s+whom\\s+it\\s+may\\s+concern.?)");

    static LetterOpening of(ContractText contract) {
        List<ContractText.Line> lines = contract.lines();
        String text = contract.text();
        for (int i = 0; i < lines.size() && i < OPENING_LINES; i++) {
            ContractText.Line line = lines.get(i);
            if (SALUTATION.matcher(text.substring(line.start(), line.end())).matches()) {
                return new LetterOpening(
                        contract, Optional.of(new TextSpan(line.start(), line.end())), addressee(contract, i));
            }
        }
        return new LetterOpening(contract, Optional.empty(), Optional.empty());
    }

    /** Whether a date fills a line near the top by itself, as the date of a letter does. */
    boolean standsAlone(TextSpan date) {
        int limit = Math.min(contract.lines().size(), OPENING_LINES);
        return contract.lines().subList(0, limit).stream()
                .anyMatch(line -> date.start() >= line.start()
                        && date.end() <= line.end()
                        && line.end() - line.start() - date.length() <= 12);
    }

    static PartyCandidate candidate(TextSpan addressee) {
        return new PartyCandidate(
                addressee, Optional.empty(), Optional.empty(), addressee, "addressee of the letter", 0.55);
    }

    private static Optional<TextSpan> addressee(ContractText contract, int salutation) {
        List<ContractText.Line> lines = contract.lines();
        int dateLine = -1;
        for (int i = 0; i < salutation; i++) {
            TextSpan span = new TextSpan(lines.get(i).start(), lines.get(i).end());
            if (!CalendarDates.in(contract.text(), span).isEmpty()) {
                dateLine = i;
            }
        }
        Optional<TextSpan> person = Optional.empty();
        for (int i = dateLine + 1; dateLine >= 0 && i < salutation; i++) {
            ContractText.Line line = lines.get(i);
            String text = contract.text().substring(line.start(), line.end());
            if (Math.abs(line.box().left() - lines.get(salutation).box().left()) > 25) {
                continue;
            }
            if (text.matches("(?i)(?:attn|attention|c/o|re|via|by)\\b.*")) {
                continue;
            }
            int offset = text.matches("(?i)(?:mr|ms|mrs|dr)\\.?\\s.*") ? text.indexOf(' ') + 1 : 0;
            Optional<TextSpan> name = NameScanner.nameAt(contract.text(), line.start() + offset, line.end());
            if (name.isEmpty() || name.get().end() < line.end() - 3) {
                continue;
            }
            String value = name.get().of(contract.text());
            if (LegalNames.hasForm(value)) {
                return name;
            }
            if (person.isEmpty() && i <= dateLine + 3 && LegalNames.isPerson(value)) {
                person = name;
            }
        }
        return person;
    }
}
