package dev.tabellio.extraction.synthesis.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks a list of parties from name to name: "X, Inc., a Delaware corporation with offices at ... (the "Company"), and Y
 * ("Recipient")". What stands between two names (the kind of company, the address, the defined term) belongs to the first.
 */
final class PartyList {

    /** Characters that one list of parties may take. */
    private static final int LONGEST_LIST = 40000;

    /** Characters in which another party must follow a name, if there is one. */
    private static final int LONGEST_DESCRIPTION = 2000;

    /** Characters that a list across full stops may take. */
    private static final int LONGEST_OPENING = 1200;

    private static final Pattern LIST_END = Pattern.compile(
            "\\b(?:WHEREAS|WITNESSETH|W I T N E S S E T H|TABLE\\s+OF\\s+CONTENTS|RECITALS|R E C I T A L S|BACKGROUND|STATEMENT OF PURPOSE)\\b"
                    + "|\\bnow,?\\s+therefore\\b|\\bin\\s+consideration\\b|\\bin\\s+connection\\s+with\\b|\\bagree(?:s|d)?\\s+(?:as|that|to)\\b"
                    + "|\\bin\\s+order\\s+to\\b|\\bto\\s+allow\\b|\\bunder\\s+the\\s+following\\b|\\bwith\\s+respect\\s+to\\b|\\bis\\s+entered\\b"
                    + "|\\brelating\\s+to\\b|\\bon\\s+the\\s+terms\\b|\\b(?:are|is)\\s+(?:made|subject)\\b|\\bwitnesses\\s+that\\b"
                    + "|\\bconcerning\\b|\\bpursuant\\s+to\\b(?!\\s+(?:and\\s+[^.;]{1,40})?the\\s+laws?\\b)(?!\\s[^.;()]{0,80}\\b(?-i:Act|Law|Decree|Ordinance|Charter|Code)\\b)|\\bfor\\s+the\\s+purpose"
                    + "|\\b(?-i:This|THIS)\\s+(?:[\\w-]{1,20}\\s+){0,6}?(?:agreement|contract|lease)\\b",
            Pattern.CASE_INSENSITIVE);

    /** How the words before a name set it off from the party before. */
    private enum Join {
        /** The first name of the list. */
        START,
        /** The party before is complete: a bracket with its defined term closes it, or nothing but its name stands there. */
        CLOSED,
        /** "and" or a semicolon. */
        AND,
        /** "and" behind an address, where it may join two places. */
        AND_AFTER_ADDRESS,
        /** A comma right behind the name of a company. */
        LISTED,
        /** A comma right behind the name of a person. */
        PERSONS,
        /** A comma, as also stands inside addresses and descriptions. */
        COMMA
    }

    private static final Pattern ADDRESS_WORDS = Pattern.compile(
            "\\d|\\b(?:located|offices?|address|place\\s+of\\s+business|residing)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern DESCRIBED = Pattern.compile(
            "\\s?,?\\s?\\(?(?:(?:is|being|as)\\s+)?(?:an?|the|both)\\s+(?:[\\w.-]+\\s+){0,6}?(?:corporation|company|partnership|individual|trust|bank|"
                    + "association|person|resident|entity|firm|organi[sz]ation|plc|incorporated|institution|proprietorship|subsidiary|citizen|"
                    + "authority|body|agency|administration|municipality|university|enterprise|operator|soci[eé]t[eé])\\b"
                    + "|\\s?,?\\s(?:an?\\s[^,;()]{0,60}\\s)?(?:duly\\s)?(?:organi[sz]ed|incorporated|established|existing|formed|constituted)\\s[^,;()]{0,60}\\blaws?\\sof\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DEFINED = Pattern.compile(
            "\\s?,?\\s?\\((?:[^()\"]{0,80}[\"'][^\"()]{1,80}[\"']|" + PartyDescription.UNQUOTED + "\\))");

    /** Words that part the one who promises from the one who is promised. */
    private static final Pattern PROMISED =
            Pattern.compile("(?:in\\s+favou?r|for\\s+the\\s+benefit)\\s+of\\s", Pattern.CASE_INSENSITIVE);

    /** What leads to the list of parties that were spoken of before: "the following parties (the "Parties"):". */
    private static final Pattern COLON = Pattern.compile("(?<=[\\w)]):(?=\\s)");

    /** How a list of persons goes on: "..., Ada Sample, Bo Sample and". */
    private static final Pattern LISTED_ON =
            Pattern.compile("(?:,\\s[^,;()\\d]{3,40}){0,12},?\\s(?:and|&)\\s", Pattern.CASE_INSENSITIVE);

    private static final Pattern AND = Pattern.compile("\\s+and\\s+", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final ContractAnchors anchors;
    private final PartyDescription description;

    PartyList(String text, ContractAnchors anchors) {
        this.text = text;
        this.anchors = anchors;
        this.description = new PartyDescription(text);
    }

    /**
     * The parties of the list that starts at {@code from} and ends with its sentence.
     *
     * @param clauseStart where the words begin that make it a list of parties
     */
    List<PartyCandidate> sentence(int clauseStart, int from) {
        return within(clauseStart, from, sentenceEnd(from));
    }

    /** Like {@link #sentence}, but across full stops, as in addresses on lines of their own, up to the recitals. */
    List<PartyCandidate> opening(int clauseStart, int from) {
        int limit = Math.min(text.length(), from + LONGEST_OPENING);
        Matcher end = LIST_END.matcher(text).region(from, limit);
        return within(clauseStart, from, end.find() ? end.start() : limit);
    }

    /** The parties of the list between two positions. */
    List<PartyCandidate> within(int clauseStart, int from, int end) {
        List<PartyCandidate> parties = new ArrayList<>();
        int position = from;
        int described = from;
        TextSpan last = new TextSpan(from, from);
        Join join = Join.START;
        while (position < Math.min(end, described + LONGEST_DESCRIPTION)) {
            int start = skipNoise(position, end);
            Optional<TextSpan> name = partyAt(start, end, join);
            if (name.isPresent()) {
                last = name.get();
                described = last.end();
                position = descriptionEnd(last, Math.min(end, described + LONGEST_DESCRIPTION));
                parties.add(description.of(name.get(), position, new TextSpan(clauseStart, end)));
            } else {
                position = nextSeparator(Math.max(start, position) + 1, end);
                Matcher colon = COLON.matcher(text).region(start, position);
                if (parties.isEmpty() && colon.find()) {
                    position = colon.start();
                }
            }
            join = position < end ? join(position, last) : Join.COMMA;
        }
        return joined(parties);
    }

    /**
     * In a list of three and more, "Example Warehousing and Cold Chain Logistics LP" is one party: the first half has no form
     * and no description, the second half has a form.
     */
    private List<PartyCandidate> joined(List<PartyCandidate> parties) {
        List<PartyCandidate> joined = new ArrayList<>();
        for (PartyCandidate party : parties) {
            PartyCandidate before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (parties.size() > 2 && before != null && halves(before.name(), party.name())) {
                joined.set(
                        joined.size() - 1,
                        new PartyCandidate(
                                new TextSpan(before.name().start(), party.name().end()),
                                party.reference(),
                                party.address(),
                                party.clause(),
                                party.how(),
                                party.score()));
            } else {
                joined.add(party);
            }
        }
        return joined;
    }

    private boolean halves(TextSpan first, TextSpan second) {
        String name = first.of(text);
        return text.substring(first.end(), second.start()).matches("\\s+(?i:and)\\s+")
                && !LegalNames.hasForm(name)
                && !(PersonNames.matches(name) && name.split("\\s+", 4).length <= 2)
                && LegalNames.hasCompanyForm(second.of(text));
    }

    private Optional<TextSpan> nameAt(int start, int end) {
        return NameScanner.nameAt(text, start, end).filter(span -> !anchors.isRole(span.of(text)));
    }

    private Optional<TextSpan> partyAt(int start, int end, Join join) {
        Optional<TextSpan> first = nameAt(start, end);
        return first.filter(accepted(join))
                .or(() -> join == Join.CLOSED ? first.flatMap(half -> acrossAnd(half, end)) : Optional.empty());
    }

    /** In "...), POSTS AND CABLES LIMITED, a company ..." the name goes on behind "and". */
    private Optional<TextSpan> acrossAnd(TextSpan half, int end) {
        Matcher and = AND.matcher(text).region(half.end(), end);
        if (!and.lookingAt() || !LegalNames.canName(half.of(text))) {
            return Optional.empty();
        }
        return nameAt(and.end(), end)
                .filter(rest -> LegalNames.hasCompanyForm(rest.of(text)) || matchesAt(DESCRIBED, rest.end()))
                .map(rest -> new TextSpan(half.start(), rest.end()));
    }

    private int sentenceEnd(int from) {
        int limit = Math.min(text.length(), from + LONGEST_LIST);
        Matcher end = LIST_END.matcher(text).region(from, limit);
        int depth = 0;
        int listEnd = end.find() ? end.start() : limit;
        for (int i = from; i < listEnd; i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth <= 0 && c == '.' && endsSentence(i, limit)) {
                return i;
            }
        }
        return listEnd;
    }

    private boolean endsSentence(int stop, int limit) {
        int next = NameScanner.skipBlanks(text, stop + 1, limit);
        if (next == stop + 1 || next >= limit) {
            return next >= limit;
        }
        int start = Math.max(text.lastIndexOf(' ', stop), text.lastIndexOf('\n', stop)) + 1;
        String word = text.substring(start, stop + 1);
        boolean abbreviation = LegalNames.isForm(word)
                || word.length() <= 4 && !word.contains(")")
                || word.indexOf('.') < word.length() - 1
                || PersonNames.isSuffix(word);
        return !abbreviation && Character.isUpperCase(text.charAt(next));
    }

    /** Whether a name is a party, the more readily the clearer the words before it say that a new party begins. */
    private Predicate<TextSpan> accepted(Join join) {
        return name -> {
            String value = name.of(text);
            if (!LegalNames.canName(value)
                    || Places.isPlace(value)
                    || value.matches(".*\\d{5}.*")
                    || value.length() < 3) {
                return false;
            }
            if (LegalNames.hasCompanyForm(value) || matchesAt(DESCRIBED, name.end())) {
                return true;
            }
            if (join == Join.LISTED) {
                return LegalNames.hasForm(value);
            }
            if (join == Join.PERSONS) {
                return PersonNames.matches(value) && matchesAt(LISTED_ON, name.end());
            }
            if (join == Join.COMMA) {
                return LegalNames.hasForm(value) && matchesAt(DEFINED, name.end());
            }
            if (LegalNames.hasForm(value) || PersonNames.matches(value)) {
                return true;
            }
            return join != Join.AND_AFTER_ADDRESS
                    && (matchesAt(DEFINED, name.end()) || LegalNames.isOrganisation(value));
        };
    }

    private boolean matchesAt(Pattern pattern, int position) {
        return pattern.matcher(text)
                .region(position, Math.min(text.length(), position + 200))
                .lookingAt();
    }

    /** Where the next party starts, or the end of the list. */
    private int descriptionEnd(TextSpan name, int end) {
        int position = name.end();
        while (true) {
            int separator = nextSeparator(position, end);
            if (separator >= end) {
                return end;
            }
            int start = skipNoise(separator, end);
            if (partyAt(start, end, join(separator, name)).isPresent()) {
                return separator;
            }
            position = separator + 1;
        }
    }

    /** How a separator parts what follows from the party before. */
    private Join join(int separator, TextSpan name) {
        if (text.charAt(separator) == ')') {
            return Join.CLOSED;
        }
        int from = name.end();
        int before = separator - 1;
        while (before >= from
                && (Character.isWhitespace(text.charAt(before)) || ",;".indexOf(text.charAt(before)) >= 0)) {
            before--;
        }
        if (before < from) {
            return text.charAt(separator) != ',' ? Join.CLOSED : listed(name);
        }
        if (text.charAt(before) == ')') {
            return Join.CLOSED;
        }
        if (text.charAt(separator) == ',') {
            return Join.COMMA;
        }
        return ADDRESS_WORDS.matcher(text).region(from, separator).find() ? Join.AND_AFTER_ADDRESS : Join.AND;
    }

    private Join listed(TextSpan name) {
        return companyEndsAt(name.end())
                ? Join.LISTED
                : name.length() > 0 && PersonNames.matches(name.of(text)) ? Join.PERSONS : Join.COMMA;
    }

    /** Whether the word that ends here is a company's form. */
    private boolean companyEndsAt(int position) {
        int start = position;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return LegalNames.isForm(text.substring(start, position));
    }

    /** Whether a company stands behind the blanks at a position, with nothing between them. */
    private boolean companyFollows(int position, int end) {
        int start = NameScanner.skipBlanks(text, position, end);
        return start > position
                && nameAt(start, end)
                        .filter(name -> LegalNames.hasCompanyForm(name.of(text)))
                        .isPresent();
    }

    /** Whether a company, or a name that is described as an organisation's, stands behind the bracket before a position. */
    private boolean partyFollows(int position, int end) {
        int start = NameScanner.skipBlanks(text, position, end);
        Optional<TextSpan> name = start > position ? nameAt(start, end) : Optional.empty();
        return companyFollows(position, end)
                || name.filter(span -> LegalNames.canName(span.of(text)) && matchesAt(DESCRIBED, span.end()))
                        .isPresent()
                || name.flatMap(half -> acrossAnd(half, end)).isPresent();
    }

    /** The next comma, semicolon or "and" outside of brackets, or the bracket or full stop right before a company's name. */
    private int nextSeparator(int from, int end) {
        if (from < end
                && Character.isWhitespace(text.charAt(from))
                && companyEndsAt(from)
                && companyFollows(from, end)) {
            return from;
        }
        int depth = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth = Math.max(0, depth - 1);
                if (depth == 0 && partyFollows(i + 1, end)) {
                    return i;
                }
            } else if (depth == 0) {
                if (c == ',' || c == ';' || (c == '\n' && text.charAt(i - 1) == '.' && companyFollows(i, end))) {
                    return i;
                }
                if (text.regionMatches(true, i, "and", 0, 3) && wordAt(i, 3, end)) {
                    return i;
                }
                if ((c == 'i' || c == 'f') && promised(i, end)) {
                    return i;
                }
            }
        }
        return end;
    }

    private boolean promised(int position, int end) {
        return Character.isWhitespace(text.charAt(position - 1))
                && PROMISED.matcher(text).region(position, end).lookingAt();
    }

    private boolean wordAt(int position, int length, int end) {
        return (position == 0 || Character.isWhitespace(text.charAt(position - 1)))
                && position + length < end
                && (Character.isWhitespace(text.charAt(position + length)) || text.charAt(position + length) == ':');
    }

    private int skipNoise(int from, int end) {
        int position = from;
        while (position < end) {
            char c = text.charAt(position);
            if (Character.isWhitespace(c) || ",;:.-)".indexOf(c) >= 0) {
                position++;
                continue;
            }
            int wordEnd = NameScanner.wordEnd(text, position, end);
            String word =
                    text.substring(position, wordEnd).toLowerCase(Locale.ROOT).replaceFirst(":$", "");
            if ((anchors.isNoise(word) && !article(position, wordEnd, end))
                    || word.matches("\\((?:[ivx]{1,4}|[a-h])\\)|\\(?\\d{1,2}[.)]{1,2}")) {
                position = wordEnd;
                continue;
            }
            return position;
        }
        return end;
    }

    /** Whether "The" belongs to the name that follows: "The Example Company". */
    private boolean article(int from, int to, int end) {
        return text.startsWith("The", from) && to == from + 3 || text.startsWith("THE", from) && to == from + 3
                ? nameAt(NameScanner.skipBlanks(text, to, end), end)
                        .filter(name -> LegalNames.hasForm(name.of(text)))
                        .isPresent()
                : false;
    }
}
