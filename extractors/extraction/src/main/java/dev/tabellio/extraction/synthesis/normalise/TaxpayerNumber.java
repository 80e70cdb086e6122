package dev.tabellio.extraction.synthesis.normalise;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The numbers by which the IRS knows people and companies, in their usual shape. */
public enum TaxpayerNumber {

    /** Social security number or ITIN: {@code 400-00-1038}. */
    SSN(3, 2, 4),
    /** Employer identification number: {@code 00-1111111}. */
    EIN(2, 7),
    /** Either of the two: kept as printed; nine bare digits stay bare, other groups of digits are for rules to judge. */
    TIN();

    private static final Pattern NINE_DIGITS = Pattern.compile("\\d{9}");

    /** The first digits hidden by the payer, as the rules for copies given to people allow: the last four are shown. */
    private static final Pattern MASKED =
            Pattern.compile("[X*\u2022#]{3}-?[X*\u2022#]{2}-?\\d{4}|[X*\u2022#]{2}-?[X*\u2022#]{3}\\d{4}");

    private final int[] groups;

    TaxpayerNumber(int... groups) {
        this.groups = groups;
    }

    /**
     * Reads a number as printed, also in single digits of a comb field ({@code 4 0 0 0 0 1 0 3 8}) and with dashes of any
     * kind. A masked number ({@code XXX-XX-1038}) is an identifier too: it is what the document shows, and rules can tell
     * it by its letters.
     *
     * @return empty if the text is not such a number
     */
    public Optional<String> parse(String text) {
        String plain = text.replaceAll("\\s+", "")
                .replaceAll("[\u2010-\u2015\u2212_~]", "-")
                .toUpperCase(Locale.ROOT);
        if (MASKED.matcher(plain).matches()) {
            return Optional.of(plain);
        }
        String digits = plain.replace("-", "");
        if (!NINE_DIGITS.matcher(digits).matches()) {
            return Optional.empty();
        }
        if (this == TIN) {
            return Optional.of(
                    plain.matches("\\d{3}-\\d{2}-\\d{4}")
                            ? SSN.grouped(digits)
                            : plain.matches("\\d{2}-\\d{7}") ? EIN.grouped(digits) : plain);
        }
        return Optional.of(grouped(digits));
    }

    private String grouped(String digits) {
        StringBuilder grouped = new StringBuilder();
        int at = 0;
        for (int length : groups) {
            grouped.append(grouped.isEmpty() ? "" : "-").append(digits, at, at + length);
            at += length;
        }
        return grouped.toString();
    }
}
