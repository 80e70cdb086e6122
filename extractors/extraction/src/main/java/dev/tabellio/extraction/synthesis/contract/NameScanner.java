package dev.tabellio.extraction.synthesis.contract;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the name of a party that starts at a position of a text: words with capitals and the small words between them, up
 * to the company's form, a comma, a bracket or the first common word. One pass, no back-tracking.
 */
final class NameScanner {

    private static final int LONGEST_NAME = 14;

    private static final Set<String> CONNECTORS =
            Set.of("of", "for", "the", "de", "la", "van", "von", "der", "di", "du", "et", "y");

    /** Words with a capital that start no name. */
    private static final Set<String> NOT_FIRST = words("""
            this that each any all its his her their such whereas now in on as at by and or to for with from if
            it is between among whose which who having including agreement section article exhibit schedule attn
            attention re dear date dated name title signature suite floor p.o po no i we you other certain both
            either collectively individually together hereinafter effective witnesseth recitals background page
            address telephone facsimile fax email party parties undersigned confidential non-disclosure
            nondisclosure chief president vice director secretary treasurer chairman member witness attest print
            its: by: an a under under, pursuant when where while after before
            """);

    /** Trades that stand after "and" inside a company's name. */
    private static final Set<String> TRADES = words("""
            savings telephone telegraph loan trust annuity gas electric power light trading marketing technology
            research development manufacturing engineering investment investments sons partners associates
            merchandising casualty indemnity guaranty steel iron chemical refining supply services insurance
            securities management holding holdings health entertainment communications distribution logistics
            transportation data science medical
            """);

    private static final Pattern NATIONAL = Pattern.compile("National\\s+Association\\b", Pattern.CASE_INSENSITIVE);

    /** A company called by its address on the web, in small letters: "example.com, inc." */
    private static final Pattern DOMAIN = Pattern.compile("[a-z][\\w-]{1,40}\\.(?:com|net|org|biz|tv),?");

    /** What stands below a name on a title page or in a list of terms, and is no part of it. */
    private static final Pattern OTHER_LINE =
            Pattern.compile("(?i:table\\s+of\\s+contents)|Address(?:\\s+of\\b|:)|ADDRESS(?:\\s+OF\\b|:)");

    /** Bodies that a university or a hospital acts by: "President and Fellows of Example College". */
    private static final Pattern INSTITUTION = Pattern.compile(
            "(?:president\\s+and\\s+(?:fellows|directors)|(?:board\\s+of\\s+)?(?:regents|trustees|governors|supervisors|curators)|"
                    + "chancellor,?\\s+masters?,?\\s+and\\s+scholars|provost,?\\s+fellows,?(?:[\\w\\s,]{1,60}?)and\\s+scholars)\\s+of\\s+(?:the\\s+)?"
                    + "(?=[^,;(]{0,60}\\b(?:university|college|institute|school|hospital)\\b)",
            Pattern.CASE_INSENSITIVE);

    private NameScanner() {}

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    /**
     * The name that starts at {@code start}, without marks at its end.
     *
     * @param limit the position that the name may not reach beyond
     */
    static Optional<TextSpan> nameAt(String text, int start, int limit) {
        Matcher institution = INSTITUTION.matcher(text).region(start, limit);
        boolean body = institution.lookingAt();
        int end = start;
        int words = body ? institution.group().split("\\s+").length : 0;
        int position = body ? institution.end() : start;
        while (position < limit && words < LONGEST_NAME) {
            int wordEnd = wordEnd(text, position, limit);
            String word = text.substring(position, wordEnd);
            if (word.isEmpty() || !belongs(text, position, wordEnd, limit, words)) {
                break;
            }
            words++;
            boolean connector = CONNECTORS.contains(word) || word.equalsIgnoreCase("and") || word.equals("&");
            if (!connector) {
                end = trimmed(text, start, wordEnd);
            }
            if (ends(text, word, wordEnd, limit, words)) {
                break;
            }
            position = skipBlanks(text, wordEnd, limit);
        }
        if (end <= start || words == 0) {
            return Optional.empty();
        }
        return Optional.of(new TextSpan(start, end));
    }

    private static boolean belongs(String text, int from, int to, int limit, int words) {
        String word = text.substring(from, to);
        char first = word.charAt(0);
        if (words > 0 && OTHER_LINE.matcher(text).region(from, limit).lookingAt()) {
            return false;
        }
        if (words > 0 && text.charAt(from - 1) == '\n' && NOT_FIRST.contains(LegalNames.bare(word))) {
            return false;
        }
        if (words == 0) {
            String bare = word.toLowerCase(Locale.ROOT).replaceAll("[.,;:]+$", "");
            return (Character.isUpperCase(first)
                            || (DOMAIN.matcher(word).matches() && formAt(text, skipBlanks(text, to, limit), limit))
                            || (word.length() > 2 && Character.isUpperCase(word.charAt(1)) && Character.isLetter(first))
                            || (Character.isDigit(first) && word.matches(".*[A-Za-z¢].*|\\d{1,3}/\\d{1,3}")))
                    && (!NOT_FIRST.contains(bare) || inCapitalsAlone(text, from, to, limit));
        }
        if (first == '(') {
            return branch(text, from, limit);
        }
        if (first == '"') {
            return word.length() > 2 && Character.isUpperCase(word.charAt(1)) && quotedName(text, from, limit);
        }
        if (word.equals("and") || word.equals("AND")) {
            return words > 1 && formFollows(text, to, limit);
        }
        if (word.equals("&") || LegalNames.bare(word).equals("plc") || Character.isUpperCase(first)) {
            return true;
        }
        if (LegalNames.isFormInAnyCase(word)) {
            return true;
        }
        if (Character.isDigit(first)) {
            return word.matches("\\d{1,3}");
        }
        if (CONNECTORS.contains(word)) {
            int next = skipBlanks(text, to, limit);
            return next < limit && (Character.isUpperCase(text.charAt(next)) || text.startsWith("the ", next));
        }
        return false;
    }

    /**
     * Whether a quote is part of a name, as in {@code OPEN JOINT STOCK COMPANY "EXAMPLE"}: it stands outside of brackets and
     * closes soon.
     */
    private static boolean quotedName(String text, int quote, int limit) {
        int close = text.indexOf('"', quote + 1);
        return close > 0 && close < limit && close - quote <= 60 && text.charAt(quote - 1) != '(';
    }

    /** Whether a word and the next one stand in capitals behind a word that does not: "and YOU AND ME FOODS, INC." */
    private static boolean inCapitalsAlone(String text, int from, int to, int limit) {
        int before = from;
        while (before > 0 && !Character.isLetter(text.charAt(before - 1)) && from - before < 3) {
            before--;
        }
        int next = skipBlanks(text, to, limit);
        return to - from > 1
                && before > 0
                && Character.isLowerCase(text.charAt(before - 1))
                && capitals(text.substring(from, to))
                && capitals(text.substring(next, wordEnd(text, next, limit)));
    }

    private static boolean capitals(String word) {
        return word.length() > 1 && word.chars().allMatch(c -> Character.isUpperCase(c) || c == ',' || c == '.');
    }

    /** Whether a bracket names the place of a branch inside a name, as in {@code Orrery (Bermuda) Ltd.}: a form, or a trade and a form, follows it. */
    private static boolean branch(String text, int bracket, int limit) {
        int close = text.indexOf(')', bracket);
        if (close < 0 || close >= limit || close - bracket > 25 || !Character.isUpperCase(text.charAt(bracket + 1))) {
            return false;
        }
        return formFollows(text, close + (text.startsWith(",", close + 1) ? 2 : 1), limit);
    }

    /** Whether "and" joins two parts of one name: a form follows, or a trade and a form ("and Telephone Company"). */
    private static boolean formFollows(String text, int from, int limit) {
        int first = skipBlanks(text, from, limit);
        int firstEnd = wordEnd(text, first, limit);
        if (first == firstEnd) {
            return false;
        }
        if (LegalNames.isForm(text.substring(first, firstEnd))) {
            return true;
        }
        int second = skipBlanks(text, firstEnd, limit);
        return TRADES.contains(LegalNames.bare(text.substring(first, firstEnd)))
                && text.charAt(firstEnd - 1) != ','
                && LegalNames.isForm(text.substring(second, wordEnd(text, second, limit)));
    }

    private static boolean ends(String text, String word, int wordEnd, int limit, int words) {
        int next = skipBlanks(text, wordEnd, limit);
        if (next >= limit) {
            return true;
        }
        int nextEnd = wordEnd(text, next, limit);
        String following = text.substring(next, nextEnd);
        boolean formNext = (LegalNames.isForm(following)
                        && (Character.isUpperCase(following.charAt(0)) || LegalNames.isFormInAnyCase(following)))
                || PersonNames.isSuffix(following)
                || NATIONAL.matcher(text).region(next, limit).lookingAt()
                || ((following.equals("&") || following.equals("de"))
                        && formAt(text, skipBlanks(text, nextEnd, limit), limit));
        char last = word.charAt(word.length() - 1);
        if (last == ',') {
            return !formNext && !firmFollows(text, next, limit);
        }
        if (last == ';' || last == ':' || (last == ')' && word.charAt(0) != '(')) {
            return true;
        }
        if (LegalNames.isLimited(word) && words > 1) {
            return !formNext && !LegalNames.isKind(following);
        }
        if (LegalNames.endsName(word) && words > 1) {
            return !formNext;
        }
        if (text.substring(wordEnd, next).indexOf('\n') >= 0 && LegalNames.isForm(word)) {
            return true;
        }
        return last == '.'
                && !LegalNames.isAbbreviation(word)
                && (!LegalNames.isForm(word) ? word.length() > 3 : words > 1 && !formNext);
    }

    private static boolean formAt(String text, int from, int limit) {
        return LegalNames.isForm(text.substring(from, wordEnd(text, from, limit)));
    }

    /** Whether a comma stands inside a firm's name, as in "Example, Sample and Co.": a capital, "and", a form. */
    private static boolean firmFollows(String text, int from, int limit) {
        int second = wordEnd(text, from, limit);
        int and = skipBlanks(text, second, limit);
        int andEnd = wordEnd(text, and, limit);
        String joint = text.substring(and, andEnd);
        if (!(joint.equalsIgnoreCase("and") || joint.equals("&")) || !Character.isUpperCase(text.charAt(from))) {
            return false;
        }
        int form = skipBlanks(text, andEnd, limit);
        return LegalNames.isForm(text.substring(form, wordEnd(text, form, limit)));
    }

    private static int trimmed(String text, int start, int wordEnd) {
        int end = wordEnd;
        while (end > start && ",;:)".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end > start && text.charAt(end - 1) == '.') {
            int wordStart = Math.max(text.lastIndexOf(' ', end - 1), text.lastIndexOf('\n', end - 1)) + 1;
            String word = text.substring(Math.max(start, wordStart), end);
            if (!LegalNames.isAbbreviation(word)) {
                end--;
            }
        }
        return end;
    }

    static int skipBlanks(String text, int from, int limit) {
        int position = from;
        while (position < limit && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return position;
    }

    static int wordEnd(String text, int from, int limit) {
        int position = from;
        while (position < limit && !Character.isWhitespace(text.charAt(position))) {
            if (position > from && text.charAt(position) == '(') {
                break;
            }
            position++;
        }
        return position;
    }
}
