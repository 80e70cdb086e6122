package dev.tabellio.extraction.synthesis.normalise;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts in euros as German forms print them; results have scale 2. */
public final class GermanMoney {

    /** Whole euros, or groups of three; then cents after a comma or, on forms with two columns, after a blank. */
    private static final Pattern AMOUNT =
            Pattern.compile("(\\d{1,3}(?:[. ]\\d{3})+|\\d{1,13})(?:[, ](\\d{2})|,(?:-|\u2013|\u2014)+)?");

    /** Separators as pixels confuse them: the last one before two digits divides cents, the others thousands. */
    private static final Pattern MISREAD = Pattern.compile("(\\d{1,3}(?:[.,]\\d{3})+|\\d{1,13})[.,](\\d{2})");

    private static final Pattern PART =
            Pattern.compile("(?i)[-+]?[\\d.,]*\\d[\\d.,]*(?:,-+)?[-+]?|[,.+-]|\u20ac|EUR|Euro");

    private GermanMoney() {}

    /**
     * An amount as printed: {@code 28.921,50}, {@code 28921,50 €}, {@code EUR 1.234}, {@code 1.234 56}, {@code 45,--},
     * {@code 45,10-}. A minus may stand before or behind.
     *
     * @return empty if the text is not an amount
     */
    public static Optional<BigDecimal> parse(String text) {
        return read(text, AMOUNT);
    }

    /** Like {@link #parse}, also for separators that were read from pixels as each other: {@code 37,160.56}. */
    public static Optional<BigDecimal> parseRecognised(String text) {
        String plain = text.replaceAll("^[\\s|_\\[\\]{}~'\"*=:;]+|[\\s|_\\[\\]{}~'\"*=:;]+$", "");
        return parse(plain).or(() -> read(plain, MISREAD));
    }

    /** Whether a word can be part of an amount. */
    public static boolean isPart(String word) {
        return PART.matcher(word).matches();
    }

    private static Optional<BigDecimal> read(String text, Pattern form) {
        String plain = text.strip()
                .replace('\u2212', '-')
                .replaceAll("(?i)^(?:EUR|Euro|\u20ac)\\s*|\\s*(?:EUR|Euro|\u20ac)$", "")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([.,]) ?", "$1")
                .replaceAll("^([-+]) ", "$1")
                .replaceAll(" ([-+])$", "$1")
                .strip();
        boolean negative = false;
        if (plain.startsWith("-")) {
            negative = true;
            plain = plain.substring(1);
        } else if (plain.matches(".*\\d-")) {
            negative = true;
            plain = plain.substring(0, plain.length() - 1);
        } else if (plain.startsWith("+")) {
            plain = plain.substring(1);
        }
        Matcher matcher = form.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String cents = matcher.group(2) == null ? "00" : matcher.group(2);
        BigDecimal amount = new BigDecimal(matcher.group(1).replaceAll("[., ]", "") + "." + cents);
        return Optional.of(negative ? amount.negate() : amount);
    }
}
