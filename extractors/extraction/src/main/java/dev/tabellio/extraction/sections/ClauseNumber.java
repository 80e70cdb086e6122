package dev.tabellio.extraction.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A clause number at the start of a line, as one of the rows of numbers that it may belong to: "(i)" is the ninth letter or
 * the first Roman numeral.
 *
 * @param printed the number itself
 * @param row what all numbers of its row look like; numbers of different rows never follow each other
 * @param parts the number's parts: 2 and 3 for "2.3"; one part for all others
 * @param named whether a word such as "Section" stands before the figure
 * @param end characters of the line up to behind the number
 */
record ClauseNumber(String printed, String row, List<Integer> parts, boolean named, int end) {

    private static final Pattern NUMBER =
            Pattern.compile("(?<word>(?i:article|section|clause|paragraph|part|chapter|§)\\s{0,2})?(?<open>\\()?"
                    + "(?<figure>\\d{1,3}(?:\\.\\d{1,3}){0,4}|[IVXL]{1,7}|[ivxl]{1,7}|[A-Z]|[a-z]|(?<twice>[a-z])\\k<twice>)"
                    + "(?<close>[.):]{0,2})(?=\\s|$|[\"“(]|[-–—])");

    ClauseNumber {
        parts = List.copyOf(parts);
    }

    /** What a line starts with: every row that its number may belong to, the likelier first; empty if it has no number. */
    static List<ClauseNumber> of(String line) {
        Matcher matcher = NUMBER.matcher(line);
        if (!matcher.lookingAt()) {
            return List.of();
        }
        String word = Optional.ofNullable(matcher.group("word")).orElse("").strip();
        String open = Optional.ofNullable(matcher.group("open")).orElse("");
        String close = matcher.group("close");
        String figure = matcher.group("figure");
        boolean bare = word.isEmpty() && open.isEmpty() && close.isEmpty();
        if ((!open.isEmpty() && !close.startsWith(")"))
                || (bare && !Character.isDigit(figure.charAt(0)))
                || (word.isEmpty() && close.startsWith(":"))) {
            return List.of();
        }
        String shape = word.toLowerCase(Locale.ROOT) + open + "%s" + (word.isEmpty() ? sign(close) : "");
        List<ClauseNumber> readings = new ArrayList<>();
        for (Reading reading : readings(figure)) {
            readings.add(new ClauseNumber(
                    matcher.group().strip(),
                    shape.formatted(reading.kind()),
                    reading.parts(),
                    !word.isEmpty(),
                    matcher.end()));
        }
        return readings;
    }

    /** "1.", "1" and "2.1." are of the same row as "2", "2." and "2.2"; brackets part rows. */
    private static String sign(String close) {
        return close.startsWith(")") ? ")" : "";
    }

    int last() {
        return parts.get(parts.size() - 1);
    }

    boolean isFirst() {
        return last() == 1 && parts.size() == 1;
    }

    /** Whether it has several parts: "2.3". */
    boolean isDecimal() {
        return parts.size() > 1;
    }

    private record Reading(String kind, List<Integer> parts) {}

    private static List<Reading> readings(String figure) {
        if (Character.isDigit(figure.charAt(0))) {
            List<Integer> parts = new ArrayList<>();
            for (String part : figure.split("\\.", -1)) {
                parts.add(Integer.valueOf(part));
            }
            return List.of(new Reading("1".repeat(parts.size()), parts));
        }
        boolean upper = Character.isUpperCase(figure.charAt(0));
        List<Reading> readings = new ArrayList<>();
        int roman = roman(figure.toLowerCase(Locale.ROOT));
        if (roman > 0 && (figure.length() > 1 || "ivx".contains(figure.toLowerCase(Locale.ROOT)))) {
            readings.add(new Reading(upper ? "I" : "i", List.of(roman)));
        }
        char first = Character.toLowerCase(figure.charAt(0));
        if (figure.length() == 1) {
            readings.add(new Reading(upper ? "A" : "a", List.of(first - 'a' + 1)));
        } else if (figure.length() == 2 && figure.charAt(1) == figure.charAt(0)) {
            readings.add(new Reading(upper ? "A" : "a", List.of(26 + first - 'a' + 1)));
        }
        return readings;
    }

    /** The value of a Roman numeral up to 89 in its usual spelling; 0 if the letters are none. */
    private static int roman(String letters) {
        if (!letters.matches("(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")) {
            return 0;
        }
        int value = 0;
        int before = 0;
        for (int i = letters.length() - 1; i >= 0; i--) {
            int unit = switch (letters.charAt(i)) {
                case 'i' -> 1;
                case 'v' -> 5;
                case 'x' -> 10;
                default -> 50;
            };
            value += unit < before ? -unit : unit;
            before = Math.max(before, unit);
        }
        return value;
    }
}
