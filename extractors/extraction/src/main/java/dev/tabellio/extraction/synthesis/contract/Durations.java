package dev.tabellio.extraction.synthesis.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds lengths of time in English text: "two (2) years", "18 months", "a two-year period", "twenty-four (24) month",
 * "one and a half years", "the second anniversary of", "the end of the third year". The unit stays as printed: "24 months" is not "2 years", because a
 * reader looks for the words of the page. Expressions run only before the words "year", "month", "week", "day" and
 * "anniversary".
 */
public final class Durations {

    /** The unit of a length of time. */
    public enum Unit {
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    /** A length of time and where it stands; the count is at least 1. */
    public record Mention(int count, Unit unit, TextSpan span) {

        /** Digits and the unit: "1 year", "18 months". */
        public String normalised() {
            return count + " " + unit.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
        }
    }

    private static final Pattern COUNTED = Pattern.compile(
            "\\b(?<words>" + NumberWords.CARDINAL + "|\\d{1,3})(?<half>\\s+and\\s+(?:one[\\s-]half|a\\s+half))?"
                    + "\\s{0,2}(?:\\(\\s?(?<digits>\\d{1,3}|" + NumberWords.CARDINAL + ")\\s?\\))?"
                    + "[\\s-]{1,2}(?:(?:full|calendar|consecutive|additional|whole|contract)\\s){0,2}"
                    + "\\(?(?<unit>year|month|week|day)(?:\\(?s\\)?)?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANNIVERSARY = Pattern.compile(
            "\\b(?<words>" + NumberWords.ORDINAL
                    + "|\\d{1,2}(?:st|nd|rd|th))\\s{0,2}(?:\\(\\s?\\d{1,2}(?:st|nd|rd|th)?\\s?\\)\\s)?"
                    + "(?:(?:annual\\s)?anniversary|(?:full\\s|contract\\s)?(?<year>year))\\b",
            Pattern.CASE_INSENSITIVE);

    /** What makes an ordinal year a length of time: "the third year" alone is one year of several. */
    private static final Pattern END_OF = Pattern.compile(
            "\\b(?:end|expiration|completion|conclusion)\\s{1,2}of\\s{1,2}the\\s{1,2}$", Pattern.CASE_INSENSITIVE);

    /** Characters before an ordinal year in which the words stand that make it a length of time. */
    private static final int BEFORE = 30;

    private static final String ANNIVERSARIES = "anniversary";

    /** Characters of the longest length of time in words before its unit. */
    private static final int LONGEST = 140;

    /** Characters behind a unit that belong to it, and one to see that its word ends: "month(s)". */
    private static final int PLURAL = 4;

    private Durations() {}

    /** All lengths of time inside a span of a text, in the order in which they stand. */
    public static List<Mention> in(String text, TextSpan span) {
        List<Mention> mentions = new ArrayList<>();
        Matcher counted = COUNTED.matcher(text).useTransparentBounds(true);
        Matcher anniversary = ANNIVERSARY.matcher(text).useTransparentBounds(true);
        int countedTo = span.start();
        int anniversaryTo = span.start();
        for (int i = span.start(); i < span.end(); i++) {
            String unit = unitAt(text, i, span.end());
            if (unit.isEmpty()) {
                continue;
            }
            int end = Math.min(span.end(), i + unit.length() + PLURAL);
            if (!unit.equals(ANNIVERSARIES)) {
                counted.region(Math.max(countedTo, i - LONGEST), end);
                while (counted.find()) {
                    counted(counted).ifPresent(mentions::add);
                    countedTo = counted.end();
                }
            }
            if (unit.equals(ANNIVERSARIES) || unit.equals("year")) {
                anniversary.region(Math.max(anniversaryTo, i - LONGEST), end);
                while (anniversary.find()) {
                    anniversary(text, anniversary).ifPresent(mentions::add);
                    anniversaryTo = anniversary.end();
                }
            }
        }
        mentions.sort(Comparator.comparingInt(mention -> mention.span().start()));
        return mentions;
    }

    /** The word at a position that every length of time ends with; empty if another one stands there. */
    private static String unitAt(String text, int position, int limit) {
        String unit = switch (text.charAt(position)) {
            case 'y', 'Y' -> "year";
            case 'm', 'M' -> "month";
            case 'w', 'W' -> "week";
            case 'd', 'D' -> "day";
            case 'a', 'A' -> ANNIVERSARIES;
            default -> "";
        };
        return position + unit.length() <= limit && text.regionMatches(true, position, unit, 0, unit.length())
                ? unit
                : "";
    }

    private static Optional<Mention> counted(Matcher counted) {
        int count = count(counted);
        Unit unit = Unit.valueOf(counted.group("unit").toUpperCase(Locale.ROOT));
        TextSpan span = new TextSpan(counted.start(), counted.end());
        if (counted.group("half") != null) {
            return unit == Unit.YEAR ? Optional.of(new Mention(count * 12 + 6, Unit.MONTH, span)) : Optional.empty();
        }
        return count > 0 ? Optional.of(new Mention(count, unit, span)) : Optional.empty();
    }

    private static Optional<Mention> anniversary(String text, Matcher anniversary) {
        int count = NumberWords.parse(anniversary.group("words")).orElse(0);
        boolean length = anniversary.group("year") == null || endsBefore(text, anniversary.start());
        return length && count > 0
                ? Optional.of(new Mention(count, Unit.YEAR, new TextSpan(anniversary.start(), anniversary.end())))
                : Optional.empty();
    }

    private static boolean endsBefore(String text, int position) {
        return END_OF.matcher(text.substring(Math.max(0, position - BEFORE), position))
                .find();
    }

    /** Words and digits side by side must agree; if they do not, the length is in doubt and left out. */
    private static int count(Matcher matcher) {
        int words = NumberWords.parse(matcher.group("words")).orElse(0);
        if (matcher.group("digits") == null) {
            return words;
        }
        return NumberWords.parse(matcher.group("digits")).orElse(0) == words ? words : 0;
    }
}
