package dev.tabellio.extraction.tables;

import dev.tabellio.document.Page;
import dev.tabellio.extraction.tables.TextRow.Piece;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells diagrams by their axes: numbers in equal steps with no label beside them. */
final class Charts {

    private static final Pattern PLAIN = Pattern.compile("[-+–−]?\\d[\\d,.]*%?");

    /** Fewest numbers of an axis. */
    private static final int FEWEST = 5;

    /** Rows from the bottom in which an axis is looked for; a legend may stand below. */
    private static final int LOWEST_ROWS = 3;

    private Charts() {}

    /** Whether rows with these columns are the print of a diagram. */
    static boolean isChart(Page page, List<TextRow> rows, Columns columns) {
        return hasUpright(page, rows, columns) || hasLevel(page, rows);
    }

    /** Most rows hold numbers of axes alone. */
    private static boolean hasUpright(Page page, List<TextRow> rows, Columns columns) {
        Set<Integer> axes = new HashSet<>();
        for (int column = 0; column < columns.count(); column++) {
            int at = column;
            List<BigDecimal> numbers = rows.stream()
                    .flatMap(row -> row.pieces().stream())
                    .filter(piece -> columns.middle(piece.box()) == at)
                    .flatMap(piece -> number(Pieces.text(page, piece)).stream())
                    .toList();
            if (isInSteps(numbers)) {
                axes.add(column);
            }
        }
        long bare = rows.stream()
                .filter(row -> row.pieces().stream()
                        .allMatch(piece -> axes.contains(columns.middle(piece.box()))
                                && number(Pieces.text(page, piece)).isPresent()))
                .count();
        return bare >= FEWEST && 2 * bare > rows.size();
    }

    /** One of the lowest rows is nothing but numbers in steps. */
    private static boolean hasLevel(Page page, List<TextRow> rows) {
        for (TextRow row : rows.subList(Math.max(1, rows.size() - LOWEST_ROWS), rows.size())) {
            List<BigDecimal> numbers = new ArrayList<>();
            int words = 0;
            for (Piece piece : row.pieces()) {
                for (int word : piece.words()) {
                    words++;
                    number(page.words().get(word).text()).ifPresent(numbers::add);
                }
            }
            if (numbers.size() == words && isInSteps(numbers)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Most steps are the same, up or down: an axis may be cut, printed twice, or recognised with a wrong digit, which spoils two
     * steps. One through zero turns round where the minus signs are lost.
     */
    private static boolean isInSteps(List<BigDecimal> numbers) {
        if (numbers.size() < FEWEST) {
            return false;
        }
        List<BigDecimal> steps = new ArrayList<>();
        for (int i = 1; i < numbers.size(); i++) {
            steps.add(numbers.get(i).subtract(numbers.get(i - 1)));
        }
        List<BigDecimal> widths = steps.stream().map(BigDecimal::abs).toList();
        BigDecimal usual = widths.stream()
                .max(Comparator.comparingLong(width -> widths.stream()
                        .filter(other -> other.compareTo(width) == 0)
                        .count()))
                .orElseThrow();
        List<BigDecimal> even =
                steps.stream().filter(step -> step.abs().compareTo(usual) == 0).toList();
        int turns = 0;
        for (int i = 1; i < even.size(); i++) {
            turns += even.get(i).signum() == even.get(i - 1).signum() ? 0 : 1;
        }
        return usual.signum() != 0 && turns <= 1 && steps.size() - even.size() <= Math.max(1, steps.size() / 4);
    }

    private static Optional<BigDecimal> number(String text) {
        if (!PLAIN.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.replaceAll("[,%]", "").replaceAll("[–−]", "-").replaceAll("\\.$", "");
        return digits.chars().filter(c -> c == '.').count() > 1
                ? Optional.empty()
                : Optional.of(new BigDecimal(digits));
    }
}
