package dev.tabellio.extraction.llm.privacy;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is private in a document's text, each with its stand-in.
 *
 * @param numbers nine digits each, to nine others
 * @param accounts as printed, to words; longest first, since one can be part of another
 * @param names single words as printed, to words of the same case
 */
record PrivateText(Map<String, String> numbers, Map<String, String> accounts, Map<String, String> names) {

    /**
     * Nine digits in groups of 3-2-4 or 2-7 or in one, with single blanks between digits as in the combs of forms; not a
     * ZIP code of nine digits, nor part of an amount.
     */
    static final Pattern NINE_DIGITS = Pattern.compile("(?<![\\d.,$-])(?!\\d{5}-\\d{4}(?!\\d))\\d ?\\d"
            + "(?: ?\\d[ \\u2013\\u2014-]{0,3}| ?[\\u2013\\u2014-] ?\\d ?)"
            + "\\d ?\\d[ \\u2013\\u2014-]{0,3}\\d ?\\d ?\\d ?\\d(?![\\d%]|[.,]\\d)");

    /** Ten or more digits in one, cards in groups of four, and IBANs. */
    static final Pattern ACCOUNT = Pattern.compile("(?<![\\w.,-])(?:\\d{10,20}|\\d{4}(?:[ -]\\d{4}){3}"
            + "|[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)(?!\\w|[.,]\\d)");

    /** A word that can be part of a name; an apostrophe belongs to it within O'Brien, not before an s at the end. */
    static final Pattern WORD = Pattern.compile("[\\p{L}\\d](?:[\\p{L}\\p{M}\\d&]|['\\u2019](?=\\p{L}{2}))*");

    static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    static boolean isCapitals(String word) {
        return word.length() > 1 && word.codePoints().noneMatch(Character::isLowerCase);
    }

    static boolean canBeName(String word) {
        int first = word.codePointAt(0);
        return Character.isUpperCase(first) || Character.isDigit(first);
    }
}
