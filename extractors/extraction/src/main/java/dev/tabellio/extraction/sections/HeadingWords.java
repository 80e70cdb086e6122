package dev.tabellio.extraction.sections;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells headings from sentences by their words. */
final class HeadingWords {

    /** Longer ones are sentences. */
    private static final int LONGEST = 12;

    /** Characters behind a number in which a heading on the line of its text has to end. */
    private static final int RUN_IN = 110;

    private static final Set<String> SMALL = Set.of(
            "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "not", "of", "on", "or", "per", "that",
            "the", "to", "under", "upon", "with", "without", "is", "its");

    /** What signature blocks, blanks to fill in, tables and addresses have, and headings have not. */
    private static final Pattern NO_HEADING = Pattern.compile(
            "(?i).*(?:_{3,}|/s/|\\.{4,}|\\d{3,}|@|\\$|:\\s*\\S).*|(?:by|name|title|its|date|attest|re|to|from|attn|phone|fax)\\b.*"
                    + "|.*\\b(?:inc|ltd|llc|l\\.p|corp)\\b\\.?");

    private HeadingWords() {}

    /** Whether a whole line can be a heading: few words, the longer ones with capitals, no end of a sentence. */
    static boolean isHeading(String line) {
        String text = line.strip();
        return !text.isEmpty()
                && (!text.endsWith(".") || isCapitals(text))
                && !text.endsWith(";")
                && !text.endsWith(",")
                && !NO_HEADING.matcher(text).matches()
                && isTitle(text);
    }

    /** Whether there are no small letters. */
    static boolean isCapitals(String text) {
        return text.chars().noneMatch(Character::isLowerCase) && text.chars().anyMatch(Character::isUpperCase);
    }

    /**
     * The heading at the start of the text behind a clause number: what stands before the first full stop, colon or dash,
     * or all of it.
     *
     * @param alone whether no sentence follows on the next lines
     * @return empty if the clause starts with its text
     */
    static String atStartOf(String text, boolean alone) {
        int limit = Math.min(text.length(), RUN_IN);
        for (int i = 1; i < limit; i++) {
            char c = text.charAt(i);
            boolean closes = (c == '.' || c == ':') && (i + 1 == text.length() || !isJoined(text.charAt(i + 1)));
            boolean dashed =
                    (c == '-' || c == '–' || c == '—') && text.charAt(i - 1) == ' ' && text.startsWith(" ", i + 1);
            if (closes || dashed || (c == '—' && !dashed)) {
                String heading = bare(text.substring(0, i));
                return isTitle(heading) ? heading : "";
            }
        }
        return alone && text.length() <= RUN_IN && isHeading(text) ? bare(text) : "";
    }

    private static boolean isJoined(char next) {
        return Character.isLetterOrDigit(next) || next == '.' || next == ',';
    }

    private static String bare(String heading) {
        return heading.strip().replaceAll("^[\"“”']+|[\"“”'.:]+$", "").strip();
    }

    private static boolean isTitle(String text) {
        String[] words = text.strip().split("\\s+");
        if (words.length > LONGEST || !text.chars().anyMatch(Character::isLetter)) {
            return false;
        }
        int small = 0;
        for (int i = 0; i < words.length; i++) {
            String letters = words[i].replaceAll("[^\\p{L}]", "");
            if (letters.isEmpty()) {
                continue;
            }
            boolean lower = Character.isLowerCase(letters.charAt(0));
            if (i == 0 && lower) {
                return false;
            }
            small += lower && !SMALL.contains(letters.toLowerCase(Locale.ROOT)) ? 1 : 0;
        }
        return small * 5 <= words.length;
    }
}
