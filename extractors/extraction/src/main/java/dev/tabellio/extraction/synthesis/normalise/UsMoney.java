package dev.tabellio.extraction.synthesis.normalise;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts in US dollars as forms print them; results have scale 2. */
public final class UsMoney {

    /** Whole dollars, or groups of three; then cents after a point or, on forms with two columns, after a blank. */
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d{1,13})?(?:[. ](\\d{2})|\\.)?");

    /** What a form asks to be entered for nothing. */
    private static final Pattern ZERO = Pattern.compile("-0-(?:\\.00)?");

    /** Separators as pixels confuse them: the last one before two digits divides cents, the others thousands. */
    private static final Pattern MISREAD = Pattern.compile("(\\d{1,3}(?:[.,]\\d{3})+|\\d{1,13})[.,](\\d{2})");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final Pattern PART = Pattern.compile("[-$(]*[\\d.,]*\\d[\\d.,]*[-)]?|[$(),.-]|-0-");

    private UsMoney() {}

    /**
     * An amount as printed: {@code 28,921}, {@code $1,234.56}, {@code (45.00)}, {@code $ (45.00)}, {@code -45}, {@code -0-}, {@code 1234 56}.
     * Blanks around separators and signs are allowed, as recognition sets them: {@code 1, 234 .56}.
     *
     * @return empty if the text is not an amount
     */
    public static Optional<BigDecimal> parse(String text) {
        return read(text, AMOUNT);
    }

    /**
     * Like {@link #parse}, also for separators that were read from pixels as each other and for ruling lines that were
     * read as characters: {@code 37.160,56}, {@code |37160.56_}.
     */
    public static Optional<BigDecimal> parseRecognised(String text) {
        String plain =
                text.replaceAll("^[\\s|_\\[\\]{}~'\"\u2018\u2019*=:;]+|[\\s|_\\[\\]{}~'\"\u2018\u2019*=:;,]+$", "");
        return parse(plain).or(() -> read(plain, MISREAD));
    }

    /** Whether a word can be part of an amount. */
    public static boolean isPart(String word) {
        return PART.matcher(word).matches();
    }

    /** Without the blanks around separators and signs. */
    private static String closedUp(String text) {
        Matcher blanks = BLANKS.matcher(text);
        return !blanks.find()
                ? text
                : blanks.replaceAll(" ")
                        .replaceAll(" ?([.,]) ?", "$1")
                        .replaceAll("([-$(]) ", "$1")
                        .replaceAll(" (-|\\))", "$1");
    }

    private static Optional<BigDecimal> read(String text, Pattern form) {
        if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        String plain = closedUp(text.strip().replace('\u2212', '-').replace('\u2013', '-'));
        if (ZERO.matcher(plain).matches()) {
            return Optional.of(new BigDecimal("0.00"));
        }
        boolean negative = false;
        if (plain.startsWith("$(")) {
            plain = plain.substring(1);
        }
        if (plain.startsWith("(") && plain.endsWith(")")) {
            negative = true;
            plain = plain.substring(1, plain.length() - 1);
        }
        if (plain.startsWith("$")) {
            plain = plain.substring(1);
        }
        if (!negative && (plain.startsWith("-") || plain.endsWith("-"))) {
            negative = true;
            plain = plain.startsWith("-") ? plain.substring(1) : plain.substring(0, plain.length() - 1);
        }
        if (plain.startsWith("$")) {
            plain = plain.substring(1);
        }
        Matcher matcher = form.matcher(plain);
        if (!matcher.matches() || (matcher.group(1) == null && matcher.group(2) == null)) {
            return Optional.empty();
        }
        String dollars = matcher.group(1) == null ? "0" : matcher.group(1).replaceAll("[.,]", "");
        String cents = matcher.group(2) == null ? "00" : matcher.group(2);
        BigDecimal amount = new BigDecimal(dollars + "." + cents);
        return Optional.of(negative ? amount.negate() : amount);
    }
}
