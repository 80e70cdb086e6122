package dev.tabellio.extraction.synthesis.contract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a list of parties says about one of them behind its name: the defined term and the address. */
final class PartyDescription {

    /** A defined term without quotes, as in "(the Supplier)" and "(hereinafter called the Supplier)". */
    static final String UNQUOTED =
            "(?:hereinafter\\s)?(?:(?:called|referred\\sto\\sas)\\s)?the\\s(?<plain>[A-Z][\\w-]{1,20}(?:\\s[A-Z][\\w-]{1,20}){0,2})";

    private static final Pattern REFERENCE = Pattern.compile(
            "\\((?:[^()\"]{0,120}?)(?:\"(?<term>[^\"()]{1,60}?)[,.]?\"|'(?<single>[^\"'()]{1,60}?)[,.]?')"
                    + "|\\((?<bare>[A-Z][A-Z&-]{1,20})\\)"
                    + "|\\(" + UNQUOTED + "\\)");

    /** Defined terms that are not a party's. */
    private static final Pattern NO_PARTY = Pattern.compile(
            "(?:th(?:e|is)\\s)?(?:(?:\\w+\\s)?(?:agreement|contract|amendment)|effective\\s+date|part(?:y|ies))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDRESS = Pattern.compile(
            "\\b(?:(?:located|residing|resides|resident)\\s+at|address:|(?:offices?|place\\s+of\\s+business|address|headquarters|facilities)"
                    + "(?:\\s+(?:is|are|being))?(?:\\s+located)?\\s+(?:at|is)|whose\\s+address\\s+is|address:)\\s+"
                    + "(?<address>[^();]{8,160}?)(?=\\s*(?:[();]|,?\\s+and\\s+its\\b|,?\\s+hereinafter|,?\\s+as\\s+\\w|$))",
            Pattern.CASE_INSENSITIVE);

    /** "X, of 12 Main Street, ...": an address that starts with its number right behind the name. */
    private static final Pattern SEAT = Pattern.compile(
            ",?\\s+of\\s+(?<address>\\d[^();]{8,160}?)(?=\\s*(?:[();]|,?\\s+as\\s+\\w|$))", Pattern.CASE_INSENSITIVE);

    private final String text;

    PartyDescription(String text) {
        this.text = text;
    }

    /**
     * The party with the first defined term and the address that stand behind its name.
     *
     * @param descriptionEnd where the words about the party end
     * @param clause the words that make it a party
     */
    PartyCandidate of(TextSpan name, int descriptionEnd, TextSpan clause) {
        Matcher reference = REFERENCE.matcher(text).region(name.end(), descriptionEnd);
        Optional<TextSpan> term = Optional.empty();
        while (term.isEmpty() && reference.find()) {
            for (String group : List.of("term", "single", "bare", "plain")) {
                if (reference.group(group) != null
                        && !NO_PARTY.matcher(reference.group(group)).matches()) {
                    term = Optional.of(new TextSpan(reference.start(group), reference.end(group)));
                }
            }
        }
        Matcher seat = SEAT.matcher(text).region(name.end(), descriptionEnd);
        Matcher address = seat.lookingAt() ? seat : ADDRESS.matcher(text).region(name.end(), descriptionEnd);
        Optional<TextSpan> place = address == seat || address.find()
                ? Optional.of(new TextSpan(address.start("address"), address.end("address")))
                : Optional.empty();
        return new PartyCandidate(name, term, place, clause, "preamble", 0.9);
    }
}
