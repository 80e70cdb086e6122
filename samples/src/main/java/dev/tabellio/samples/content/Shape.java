package dev.tabellio.samples.content;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ways in which a value can be unlike the values that forms mostly hold: where readers go wrong. */
public enum Shape {
    /** As long as a given value, with characters of the same kinds in the same places. */
    ALIKE("as long as the value that failed"),
    EMPTY("empty"),
    ROUND("no cents"),
    ONLY_CENTS("less than a dollar"),
    ONE_DIGIT("one digit"),
    MILLIONS("millions"),
    NEGATIVE("below zero"),
    LONG("long"),
    SHORT("short"),
    CAPITALS("in capitals"),
    PUNCTUATED("with hyphen and suffix"),
    FIRST_DAY("first day of a year"),
    LEAP_DAY("29 February"),
    OPPOSITE("the other of two");

    private static final String SOCIAL_SECURITY_NUMBER = "999-99-9999";
    private static final String EMPLOYER_NUMBER = "99-9999999";
    private static final String STATE = "AA";
    private static final int FIRST_YEAR = 2015;
    private static final int LAST_YEAR = 2025;

    private final String says;

    Shape(String says) {
        this.says = says;
    }

    /** In words, as a predicate of the value. */
    public String says() {
        return says;
    }

    /**
     * The shapes that make sense for a field.
     *
     * @param kind text, amount, date, identifier or flag, as schemas say; any other kind has none
     * @param name whether it holds the name of a person or company
     */
    public static List<Shape> of(String kind, boolean name) {
        return switch (kind) {
            case "amount" -> List.of(ALIKE, ROUND, NEGATIVE, ONLY_CENTS, MILLIONS, ONE_DIGIT, EMPTY);
            case "date" -> List.of(ALIKE, FIRST_DAY, LEAP_DAY, EMPTY);
            case "identifier" -> List.of(ALIKE, EMPTY);
            case "flag" -> List.of(OPPOSITE);
            case "text" -> name ? List.of(ALIKE, LONG, CAPITALS, PUNCTUATED, SHORT) : List.of(ALIKE);
            default -> List.of();
        };
    }

    /**
     * What of a value may be kept when it is a person's: {@code A} for each capital, {@code a} for each other letter,
     * {@code 9} for each digit, and all other characters as they are.
     */
    public static String mask(String value) {
        return value.codePoints()
                .mapToObj(c -> Character.isUpperCase(c)
                        ? "A"
                        : Character.isLetter(c) ? "a" : Character.isDigit(c) ? "9" : Character.toString(c))
                .collect(Collectors.joining());
    }

    /**
     * Makes a value.
     *
     * @param kind as in {@link #of}
     * @param mask of the value to be like; empty if there is none
     * @param before the value to take the place of; empty if there is none
     * @return as exported; empty for none
     */
    public String value(Dice dice, String kind, String mask, String before) {
        return switch (this) {
            case ALIKE -> mask.isEmpty() ? before : alike(dice, kind, mask);
            case EMPTY -> "";
            case ROUND -> Dollars.whole(dice.between(1, 99) * 1000L).toPlainString();
            case ONLY_CENTS -> "0." + dice.between(10, 99);
            case ONE_DIGIT -> Dollars.whole(dice.between(1, 9)).toPlainString();
            case MILLIONS -> Dollars.between(dice, 1_000_000, 9_999_999, true).toPlainString();
            case NEGATIVE -> Dollars.between(dice, 100, 9_000, true).negate().toPlainString();
            case LONG ->
                "%s %s %s-%s"
                        .formatted(
                                longest(Words.LIST.givenNames(), dice),
                                dice.oneOf(Words.LIST.givenNames()),
                                longest(Words.LIST.familyNames(), dice),
                                dice.oneOf(Words.LIST.familyNames()));
            case SHORT -> dice.oneOf(List.of("Al Oy", "Bo Ek", "Io Ng", "Ty Ash"));
            case CAPITALS -> Person.of(dice).name().toUpperCase(Locale.ROOT);
            case PUNCTUATED ->
                "%s %s-%s, Jr."
                        .formatted(
                                dice.oneOf(Words.LIST.givenNames()),
                                dice.oneOf(Words.LIST.familyNames()),
                                dice.oneOf(Words.LIST.familyNames()));
            case FIRST_DAY ->
                LocalDate.of(dice.between(FIRST_YEAR, LAST_YEAR), 1, 1).toString();
            case LEAP_DAY -> dice.oneOf(List.of("2016-02-29", "2020-02-29", "2024-02-29"));
            case OPPOSITE -> Boolean.toString(!Boolean.parseBoolean(before));
        };
    }

    private static String alike(Dice dice, String kind, String mask) {
        return switch (kind) {
            case "amount" -> digits(dice, mask, true);
            case "date" -> {
                int year = dice.between(FIRST_YEAR, LAST_YEAR);
                yield LocalDate.ofYearDay(year, dice.between(1, Year.of(year).length()))
                        .toString();
            }
            case "identifier" -> identifier(dice, mask);
            default -> mask.equals(STATE) ? dice.oneOf(Words.LIST.towns()).state() : words(dice, mask);
        };
    }

    /** Numbers of persons and companies stay in the ranges that are never issued. */
    private static String identifier(Dice dice, String mask) {
        return switch (mask) {
            case SOCIAL_SECURITY_NUMBER -> Person.of(dice).ssn();
            case EMPLOYER_NUMBER -> Company.of(dice).ein();
            case STATE -> dice.oneOf(Words.LIST.towns()).state();
            default -> digits(dice, mask, false);
        };
    }

    private static String digits(Dice dice, String mask, boolean number) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < mask.length(); i++) {
            char c = mask.charAt(i);
            boolean leading = number && (text.isEmpty() || text.charAt(text.length() - 1) == '-');
            text.append(
                    switch (c) {
                        case '9' -> (char) ('0' + dice.between(leading ? 1 : 0, 9));
                        case 'A' -> (char) ('A' + dice.between(0, 25));
                        case 'a' -> (char) ('a' + dice.between(0, 25));
                        default -> c;
                    });
        }
        return text.toString();
    }

    /** A word of our own, as long as can be, for each word of letters; other pieces character by character. */
    private static String words(Dice dice, String mask) {
        List<String> lines = new ArrayList<>();
        for (String line : mask.split("\n", -1)) {
            lines.add(Stream.of(line.split(" ", -1))
                    .map(word -> word.matches("A[Aa]{2,}") ? word(dice, word) : digits(dice, word, false))
                    .collect(Collectors.joining(" ")));
        }
        return String.join("\n", lines);
    }

    private static String word(Dice dice, String mask) {
        List<String> fitting = Stream.of(
                        Words.LIST.familyNames(), Words.LIST.givenNames(), Words.LIST.companies(), Words.LIST.trades())
                .flatMap(List::stream)
                .filter(word -> !word.contains(" "))
                .toList();
        int closest = fitting.stream()
                .mapToInt(word -> Math.abs(word.length() - mask.length()))
                .min()
                .orElse(0);
        String word = dice.oneOf(fitting.stream()
                .filter(one -> Math.abs(one.length() - mask.length()) == closest)
                .toList());
        return mask.endsWith("A") ? word.toUpperCase(Locale.ROOT) : word;
    }

    private static String longest(List<String> words, Dice dice) {
        return dice.oneOf(words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(5)
                .toList());
    }
}
