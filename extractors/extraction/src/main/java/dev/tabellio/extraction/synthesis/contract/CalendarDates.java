package dev.tabellio.extraction.synthesis.contract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds dates in English text: "March 3, 2010", "3 March 2010", "the 3rd day of March, 2010", "this third day of March
 * 2010", "3/15/2018", "3.26.01", "2018-03-15". Numeric dates are month first as in US contracts, unless only day first is
 * a date. Years of two digits lie between 1970 and 2069. What is no date of the calendar ("February 30") is left out.
 */
public final class CalendarDates {

    /** A date and where it stands. */
    public record Mention(LocalDate date, TextSpan span) {}

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String MONTH = "(?<month>January|February|March|April|May|June|July|August|September|October|"
            + "November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?![a-z])\\.?";
    private static final String YEAR = "(?<year>(?:19|20)\\d\\d)(?!\\d)";

    private static final Pattern MONTH_FIRST = Pattern.compile(
            "\\b" + MONTH + "\\s{0,2}(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s?[,.]?\\s{0,2}(?:of\\s)?" + YEAR,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_FIRST = Pattern.compile(
            "\\b(?<day>\\d{1,2}(?:\\s?(?:st|nd|rd|th))?|" + NumberWords.ORDINAL
                    + ")\\s{1,2}(?:(?:calendar\\s)?day\\s)?(?:of\\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s)?"
                    + MONTH
                    + "\\s?,?\\s{0,2}(?:day\\s)?(?:of\\s|in the year\\s)?" + YEAR,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMERIC = Pattern.compile(
            "(?<![\\d/.-])(?<a>\\d{1,2})(?<sep>[/.-])(?<b>\\d{1,2})\\k<sep>(?<year>(?:19|20)?\\d\\d)(?![\\d/-]|\\.\\d)");
    private static final Pattern ISO =
            Pattern.compile("(?<!\\d)(?<year>(?:19|20)\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)(?!\\d)");

    private CalendarDates() {}

    /** All dates of a text in the order in which they stand. */
    public static List<Mention> in(String text) {
        return in(text, new TextSpan(0, text.length()));
    }

    /** All dates inside a span of a text; positions are those of the whole text. */
    static List<Mention> in(String text, TextSpan span) {
        List<Mention> mentions = new ArrayList<>();
        collect(MONTH_FIRST, text, span, mentions);
        collect(DAY_FIRST, text, span, mentions);
        collect(NUMERIC, text, span, mentions);
        collect(ISO, text, span, mentions);
        mentions.sort(Comparator.comparingInt(mention -> mention.span().start()));
        return mentions;
    }

    private static void collect(Pattern pattern, String text, TextSpan span, List<Mention> mentions) {
        Matcher matcher = pattern.matcher(text).region(span.start(), span.end());
        matcher.useTransparentBounds(true);
        while (matcher.find()) {
            date(pattern, matcher)
                    .ifPresent(date -> mentions.add(new Mention(date, new TextSpan(matcher.start(), matcher.end()))));
        }
    }

    private static Optional<LocalDate> date(Pattern pattern, Matcher matcher) {
        int year = Integer.parseInt(matcher.group("year"));
        if (pattern == NUMERIC) {
            int a = Integer.parseInt(matcher.group("a"));
            int b = Integer.parseInt(matcher.group("b"));
            int fullYear = year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
            Optional<LocalDate> monthFirst = calendar(fullYear, a, b);
            return monthFirst.isPresent() ? monthFirst : calendar(fullYear, b, a);
        }
        if (pattern == ISO) {
            return calendar(year, Integer.parseInt(matcher.group("month")), Integer.parseInt(matcher.group("day")));
        }
        String month = matcher.group("month").substring(0, 3).toLowerCase(Locale.ROOT);
        OptionalInt day = NumberWords.parse(matcher.group("day").replaceAll("(?<=\\d)\\s+", ""));
        return day.isEmpty() ? Optional.empty() : calendar(year, MONTHS.indexOf(month) + 1, day.getAsInt());
    }

    private static Optional<LocalDate> calendar(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
