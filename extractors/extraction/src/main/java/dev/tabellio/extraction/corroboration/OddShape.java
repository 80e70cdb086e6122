package dev.tabellio.extraction.corroboration;

import dev.tabellio.document.FieldValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What makes a recognised value doubtful though it was read right: mostly a row of a neighbour, or a row less, because
 * recognition overlooked one. Of printed text such values are common enough (a company called "84 Lumber"); where a row may
 * have been lost they are worth a look.
 */
final class OddShape {

    private static final Pattern LIKE_A_STREET = Pattern.compile("\\W?\\d+[A-Za-z]?\\s+\\p{L}.*");

    private static final Pattern LIKE_A_PLACE = Pattern.compile(".*,\\s*[A-Z]{2}\\s+\\d{5}.*");

    /** "no." and "for instructions and the latest information." */
    private static final Pattern PRINTED = Pattern.compile("[^\\p{Lu}\\d@]*\\p{Ll}\\.");

    /** Of the upright word "Code" beside box 12 of a W-2, read as code D; codes and states are entered in capitals. */
    private static final Pattern LOOSE_LETTER = Pattern.compile("\\W*\\p{Ll}\\W*");

    private OddShape() {}

    /**
     * What is odd.
     *
     * @param pointer whose last step says what the value is
     * @param rows of the value as printed
     */
    static Optional<String> of(String pointer, FieldValue value, List<String> rows) {
        if (value instanceof FieldValue.Identifier && rows.stream().noneMatch(OddShape::hasDigit)) {
            return Optional.of("an identifier without a digit");
        }
        if (value instanceof FieldValue.Date || value instanceof FieldValue.Amount) {
            return Optional.empty();
        }
        if (rows.stream().anyMatch(row -> LOOSE_LETTER.matcher(row).matches())) {
            return Optional.of("a small letter by itself, as forms print and nobody enters");
        }
        if (rows.stream().anyMatch(row -> PRINTED.matcher(row).matches())) {
            return Optional.of("a row like the end of a sentence that the form prints");
        }
        String first = rows.get(0);
        if (pointer.endsWith("/Name")
                && rows.stream()
                        .anyMatch(row -> LIKE_A_STREET.matcher(row).matches()
                                || LIKE_A_PLACE.matcher(row).matches())) {
            return Optional.of("a name with a row that looks like an address");
        }
        if (pointer.endsWith("/Address") && rows.size() == 1 && !hasDigit(first.split(",", 2)[0])) {
            return Optional.of("an address without a street");
        }
        return Optional.empty();
    }

    private static boolean hasDigit(String row) {
        return row.chars().anyMatch(Character::isDigit);
    }
}
