package dev.tabellio.extraction.synthesis.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads parties that are introduced one by one, as letters and one-sided agreements do: by a name with a defined term
 * ("Example Widgets, Inc., a Texas corporation (the "Company")"), or as the employer ("my employment with Example, Inc.").
 */
final class DefinedParties {

    /** Characters from the top in which parties are introduced. */
    static final int OPENING = 5000;

    private static final Pattern DEFINED = Pattern.compile(
            "\\((?:[^()\"]{0,120})\"(?<term>[^\"()]{1,40}?)[,.]?['\"]{1,2}(?:[^()\"]{0,60}\"(?<second>[^\"()]{1,40}?)[,.]?\")?[^()]{0,120}\\)");

    /** What may stand between a name and its defined term. */
    private static final Pattern DESCRIPTION = Pattern.compile(
            "(?:\\s*\\([^()]{0,120}\\))?\\s*,?\\s*(?:(?:an?|the|its|and|or|including|together|with|on|having|whose|located|organi[sz]ed|formerly)\\b.{0,240})?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern OTHER = Pattern.compile(
            "(?:f/k/a|formerly(?:\\s+known\\s+as)?,?|d/b/a|a/k/a|represented\\s+by|(?:subsidiary|division|affiliate)\\s+of)\\s*$",
            Pattern.CASE_INSENSITIVE);

    private final String text;
    private final Sentences sentences;
    private final ContractAnchors anchors;

    DefinedParties(String text, Sentences sentences, ContractAnchors anchors) {
        this.text = text;
        this.sentences = sentences;
        this.anchors = anchors;
    }

    List<PartyCandidate> read() {
        List<PartyCandidate> found = new ArrayList<>();
        Matcher defined = DEFINED.matcher(text).region(0, Math.min(text.length(), OPENING));
        while (defined.find()) {
            TextSpan term = new TextSpan(defined.start("term"), defined.end("term"));
            boolean role = anchors.isPartyRole(term.of(text))
                    || (defined.group("second") != null && anchors.isPartyRole(defined.group("second")));
            nameBefore(defined.start(), term.of(text), role)
                    .ifPresent(name -> found.add(new PartyCandidate(
                            name,
                            Optional.of(term),
                            Optional.empty(),
                            name,
                            role ? "defined as a party" : "defined by a short name",
                            role ? 0.6 : 0.45)));
        }
        found.addAll(employers());
        return found;
    }

    /** The last name in the sentence before a bracket that the bracket's term can belong to. */
    private Optional<TextSpan> nameBefore(int bracket, String term, boolean role) {
        int from = Math.max(Math.max(0, bracket - 300), sentences.at(bracket).start());
        Optional<TextSpan> best = Optional.empty();
        int depth = 0;
        int position = from;
        while (position < bracket) {
            char c = text.charAt(position);
            depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
            Optional<TextSpan> name = depth == 0 && Character.isUpperCase(c) && wordStart(position)
                    ? NameScanner.nameAt(text, position, bracket)
                    : Optional.empty();
            if (name.isEmpty()) {
                position++;
                continue;
            }
            boolean belongs = belongs(name.get(), bracket, term, role);
            best = belongs ? name : best;
            boolean whole = belongs || LegalNames.hasCompanyForm(name.get().of(text));
            position = whole ? name.get().end() : NameScanner.wordEnd(text, position, bracket);
        }
        return best;
    }

    private boolean belongs(TextSpan name, int bracket, String term, boolean role) {
        String value = name.of(text);
        if (!LegalNames.canName(value)
                || anchors.isRole(value)
                || OTHER.matcher(text.substring(Math.max(0, name.start() - 30), name.start()))
                        .find()) {
            return false;
        }
        String between = text.substring(name.end(), bracket);
        if (LegalNames.hasForm(value)) {
            return (role || resembles(value, term))
                    && DESCRIPTION.matcher(between).matches();
        }
        return role && between.length() <= 2 && PersonNames.matches(value);
    }

    private static boolean resembles(String name, String term) {
        String bare = term.replaceAll("(?i)^the ", "");
        return name.toLowerCase(Locale.ROOT).startsWith(bare.toLowerCase(Locale.ROOT))
                || (bare.matches("[A-Z&.]{2,8}") && initials(name).startsWith(bare.replaceAll("[^A-Z]", "")));
    }

    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.split("\\s+")) {
            if (Character.isUpperCase(word.charAt(0))) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString();
    }

    private boolean wordStart(int position) {
        return position == 0 || !Character.isLetterOrDigit(text.charAt(position - 1));
    }

    private List<PartyCandidate> employers() {
        int limit = Math.min(text.length(), OPENING);
        String opening = text.substring(0, limit);
        List<PartyCandidate> found = new ArrayList<>();
        for (Phrase phrase : anchors.employment()) {
            Matcher matcher = phrase.pattern().matcher(opening);
            while (matcher.find()) {
                int start = NameScanner.skipBlanks(text, matcher.end(), limit);
                NameScanner.nameAt(text, start, limit)
                        .filter(name -> LegalNames.hasForm(name.of(text)))
                        .ifPresent(name -> found.add(
                                new PartyCandidate(name, Optional.empty(), Optional.empty(), name, "employer", 0.55)));
            }
        }
        return found;
    }
}
