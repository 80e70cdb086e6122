package dev.tabellio.extraction.corroboration;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether two readings of a row say the same: letters and digits one by one, whatever their case, and where cents begin. Signs
 * between them carry no value and are what recognition is least sure of.
 */
final class SameCharacters {

    private static final Pattern NO_CHARACTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** A point or comma before the last two digits of a row. */
    private static final Pattern CENTS = Pattern.compile("\\d\\s?[.,]\\s?\\d{2}\\D*$");

    private static final Pattern NEGATIVE =
            Pattern.compile("^\\s*\\$?\\s*[-(\u2212\u2013]\\s*\\$?\\s*\\d.*|.*\\d\\s*-\\s*$");

    private SameCharacters() {}

    /** Whether both say the same. */
    static boolean in(String first, String again) {
        String characters = characters(first);
        return characters.equals(withoutEcho(again, characters))
                && (first.chars().anyMatch(Character::isLetter)
                        || (CENTS.matcher(first).find() == CENTS.matcher(again).find()
                                && NEGATIVE.matcher(first).matches()
                                        == NEGATIVE.matcher(again).matches()));
    }

    /** A letter by itself, whose size nothing tells, may be read as capital and small, "Cc". */
    private static String withoutEcho(String again, String characters) {
        String letters = NO_CHARACTER.matcher(again).replaceAll("");
        boolean echo = characters.length() == 1
                && letters.length() == 2
                && letters.charAt(0) == Character.toUpperCase(letters.charAt(1))
                && Character.isLowerCase(letters.charAt(1));
        return characters(echo ? letters.substring(1) : letters);
    }

    private static String characters(String text) {
        return NO_CHARACTER.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
