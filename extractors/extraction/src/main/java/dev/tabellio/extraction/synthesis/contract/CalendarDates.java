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
 *
 * <p>Digits lead to the dates: expressions run only before what may be a year and on numbers with a stroke, stop or hyphen
 * between them. Run on whole texts they took twenty times as long (30 contracts of CUAD, 100 agreements of Kleister-NDA).
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

    /** Characters of the longest date in words: "twenty-seventh calendar day of Wednesday, September, in the year 2010". */
    private static final int LONGEST = 120;

    private CalendarDates() {}

    /** All dates of a text in the order in which they stand. */
    public static List<Mention> in(String text) {
        return in(text, new TextSpan(0, text.length()));
    }

    /** All dates inside a span of a text; positions are those of the whole text. */
    static List<Mention> in(String text, TextSpan span) {
        List<Mention> mentions = new ArrayList<>();
        Scan monthFirst = new Scan(MONTH_FIRST, text, span, mentions);
        Scan dayFirst = new Scan(DAY_FIRST, text, span, mentions);
        Scan numeric = new Scan(NUMERIC, text, span, mentions);
        Scan iso = new Scan(ISO, text, span, mentions);
        int position = span.start();
        while (position < span.end()) {
            if (!digit(text, position, span)) {
                position++;
                continue;
            }
            int end = position + 1;
            while (digit(text, end, span)) {
                end++;
            }
            if (end - position <= 2 && digit(text, end + 1, span) && "/.-".indexOf(text.charAt(end)) >= 0) {
                numeric.startingAt(position);
            }
            if (end - position >= 4 && century(text, end - 4)) {
                monthFirst.endingAt(end);
                dayFirst.endingAt(end);
                iso.startingAt(end - 4);
            }
            position = end;
        }
        mentions.sort(Comparator.comparingInt(mention -> mention.span().start()));
        return mentions;
    }

    private static boolean digit(String text, int position, TextSpan span) {
        return position < span.end() && text.charAt(position) >= '0' && text.charAt(position) <= '9';
    }

    private static boolean century(String text, int position) {
        return text.startsWith("19", position) || text.startsWith("20", position);
    }

    /** One way of writing dates, looked for only where digits say that one may stand. */
    private static final class Scan {
        private final Pattern pattern;
        private final Matcher matcher;
        private final TextSpan span;
        private final List<Mention> mentions;
        private int from;

        Scan(Pattern pattern, String text, TextSpan span, List<Mention> mentions) {
            this.pattern = pattern;
            this.matcher = pattern.matcher(text).useTransparentBounds(true);
            this.span = span;
            this.mentions = mentions;
            this.from = span.start();
        }

        void startingAt(int position) {
            if (position >= from && matcher.region(position, span.end()).lookingAt()) {
                found();
            }
        }

        /** Dates whose year ends here. */
        void endingAt(int end) {
            matcher.region(Math.max(from, end - LONGEST), end);
            while (matcher.find()) {
                found();
            }
        }

        private void found() {
            from = matcher.end();
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
