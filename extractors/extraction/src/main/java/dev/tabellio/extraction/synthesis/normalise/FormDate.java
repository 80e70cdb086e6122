package dev.tabellio.extraction.synthesis.normalise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a date that fills a box of a form. The order of day and month is that of the form's country and never guessed: a
 * date that is none in that order ({@code 31/12/2024} on a US form) is not read. Years of two digits lie between 1930 and
 * 2029, as birthdays and closing dates do.
 */
public enum FormDate {

    /** Month first: {@code 12/31/2024}, {@code 12-31-24}, {@code 12312024}, {@code December 31, 2024}. */
    US,
    /** Day first: {@code 31.12.2024}, {@code 31. Dezember 2024}. */
    GERMAN;

    private static final Pattern NUMERIC =
            Pattern.compile("(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})\\s?[/.-]\\s?(\\d{4}|\\d{2})");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{2})\\s?(\\d{2})\\s?((?:19|20)\\d{2})");
    private static final Pattern ISO = Pattern.compile("((?:19|20)\\d{2})-(\\d{2})-(\\d{2})");
    private static final Pattern MONTH_DAY =
            Pattern.compile("(\\p{L}{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");
    private static final Pattern DAY_MONTH = Pattern.compile("(\\d{1,2})\\.?\\s+(\\p{L}{3,9})\\.?,?\\s+(\\d{4})");

    private static final List<String> ENGLISH =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DEUTSCH =
            List.of("jan", "feb", "m\u00e4r", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez");

    private static final int CENTURY_TURNS = 30;

    /** @return empty if the text is not one date, or none of the calendar */
    public Optional<LocalDate> parse(String text) {
        String plain = text.strip().replaceAll("\\s+", " ");
        Matcher numeric = NUMERIC.matcher(plain);
        Matcher digits = EIGHT_DIGITS.matcher(plain);
        Matcher ordered = numeric.matches() ? numeric : digits;
        if (ordered == numeric || digits.matches()) {
            int first = Integer.parseInt(ordered.group(1));
            int second = Integer.parseInt(ordered.group(2));
            int year = year(ordered.group(3));
            return this == US ? calendar(year, first, second) : calendar(year, second, first);
        }
        Matcher iso = ISO.matcher(plain);
        if (iso.matches()) {
            return calendar(
                    Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3)));
        }
        Matcher monthDay = MONTH_DAY.matcher(plain);
        if (monthDay.matches()) {
            return calendar(year(monthDay.group(3)), month(monthDay.group(1)), Integer.parseInt(monthDay.group(2)));
        }
        Matcher dayMonth = DAY_MONTH.matcher(plain);
        return dayMonth.matches()
                ? calendar(year(dayMonth.group(3)), month(dayMonth.group(2)), Integer.parseInt(dayMonth.group(1)))
                : Optional.empty();
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year < CENTURY_TURNS ? 2000 + year : 1900 + year;
    }

    private int month(String name) {
        String start = name.substring(0, 3).toLowerCase(Locale.ROOT);
        return (this == US ? ENGLISH : DEUTSCH).indexOf(start) + 1;
    }

    private static Optional<LocalDate> calendar(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
