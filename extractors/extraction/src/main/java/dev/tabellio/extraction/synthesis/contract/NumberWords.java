package dev.tabellio.extraction.synthesis.contract;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Whole numbers below 1000 in English words or digits: "three", "twenty-four", "one hundred and eighty", "third", "3rd". */
final class NumberWords {

    private static final List<String> UNITS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> ORDINALS = List.of(
            "zeroth",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth");
    private static final List<String> ORDINAL_TENS = List.of(
            "",
            "",
            "twentieth",
            "thirtieth",
            "fortieth",
            "fiftieth",
            "sixtieth",
            "seventieth",
            "eightieth",
            "ninetieth");

    /** A regular expression for a cardinal in words, to be matched case-insensitively. */
    static final String CARDINAL = "(?:(?:one|two|three)[\\s-]hundred(?:[\\s-]and)?(?:[\\s-])?)?+(?:(?:"
            + String.join("|", TENS.subList(2, 10))
            + ")(?:[\\s-]{1,3}(?:" + String.join("|", UNITS.subList(1, 10)) + "))?|"
            + String.join("|", reversed(UNITS.subList(1, 20)))
            + ")";

    /** A regular expression for an ordinal below 100 in words, to be matched case-insensitively. */
    static final String ORDINAL = "(?:(?:" + String.join("|", TENS.subList(2, 10)) + ")[\\s-]{1,3}(?:"
            + String.join("|", ORDINALS.subList(1, 10)) + ")|" + String.join("|", ORDINAL_TENS.subList(2, 10)) + "|"
            + String.join("|", reversed(ORDINALS.subList(1, 20))) + ")";

    private NumberWords() {}

    /** The number that the words say, or empty if they say none. */
    static OptionalInt parse(String words) {
        String text = words.toLowerCase(Locale.ROOT).strip();
        if (text.matches("\\d{1,4}(?:st|nd|rd|th)?")) {
            return OptionalInt.of(Integer.parseInt(text.replaceAll("\\D", "")));
        }
        int total = 0;
        boolean any = false;
        for (String word : text.split("[\\s-]+", 12)) {
            if (word.equals("and") && any) {
                continue;
            }
            if (word.equals("hundred") && any) {
                total *= 100;
                continue;
            }
            int value = valueOf(word);
            if (value < 0) {
                return OptionalInt.empty();
            }
            total += value;
            any = true;
        }
        return any ? OptionalInt.of(total) : OptionalInt.empty();
    }

    /** Whether a word is the first half of a number such as "twenty-four", as where a line breaks it. */
    static boolean isTens(String word) {
        return !word.isEmpty() && TENS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static int valueOf(String word) {
        int unit = Math.max(UNITS.indexOf(word), ORDINALS.indexOf(word));
        if (unit >= 0) {
            return unit;
        }
        int tens = word.isEmpty() ? -1 : Math.max(TENS.indexOf(word), ORDINAL_TENS.indexOf(word));
        return tens >= 2 ? tens * 10 : -1;
    }

    private static List<String> reversed(List<String> words) {
        return words.stream().sorted((a, b) -> b.length() - a.length()).toList();
    }
}
