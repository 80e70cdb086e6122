package dev.tabellio.extraction.synthesis.invoice;

import dev.tabellio.document.Word;
import dev.tabellio.extraction.text.Letters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the page prints at the places that its words name, against which the XML is held: the amount right of "Total", the
 * date right of "Due date". A label counts where it begins what stands there, or goes on behind a comma, and the value is the next thing to its right, so
 * that "Total" is not found in "Net total" and says nothing in front of "Total of charges 5,00". Where any place that
 * a field's labels name shows the value, nothing speaks against it.
 */
final class PrintedPlaces {

    /** Heights of a word that part what stands beside it from what goes on: a blank is about 0.3 of it. */
    private static final double APART = 0.8;

    /** Words that a date takes: 5. Juni 2018. */
    private static final int LONGEST_DATE = 3;

    private static final Pattern AMOUNT = Pattern.compile("-?\\d[\\d.,'\u2019\u00a0\u202f]*[.,]\\d{2}-?");

    private static final Pattern DATE = Pattern.compile(
            "\\d{8}|\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{1,2}\\.? ?\\p{L}{3,9}\\.? ?\\d{4}|\\p{L}{3,9} \\d{1,2},? \\d{4}");

    private static final Set<String> CURRENCIES = Set.of("", "eur", "euro", "usd", "chf", "gbp");

    /**
     * Words beside which a value is printed.
     *
     * @param anywhere whether they may stand inside a sentence; else they begin what stands there
     */
    record Label(String words, boolean anywhere) {}

    private final List<List<Word>> rows;
    private final Map<String, List<Label>> labels;

    /**
     * @param rows of the pages, from left to right
     * @param labels by pointer
     */
    PrintedPlaces(List<List<Word>> rows, Map<String, List<Label>> labels) {
        this.rows = rows;
        this.labels = labels;
    }

    /** The amount that is printed in place of this one, whatever their signs. */
    Optional<String> otherAmount(String pointer, BigDecimal amount) {
        List<String> found = new ArrayList<>();
        for (List<Word> right : rightOf(pointer)) {
            String text = number(right);
            if (AMOUNT.matcher(text).matches()) {
                found.add(text);
            }
        }
        return found.stream()
                        .flatMap(text -> PrintedValues.numbers(text).stream())
                        .anyMatch(number -> number.abs().compareTo(amount.abs()) == 0)
                ? Optional.empty()
                : last(found);
    }

    /** The date that is printed in place of this one, in whichever order its digits are meant. */
    Optional<String> otherDate(String pointer, LocalDate date) {
        List<String> found = new ArrayList<>();
        for (List<Word> right : rightOf(pointer)) {
            dated(right).ifPresent(found::add);
        }
        Set<String> spellings = PrintedValues.spellings(date);
        Set<String> monthFirst = PrintedValues.monthFirst(date);
        return found.stream()
                        .map(Letters::compact)
                        .anyMatch(letters -> spellings.contains(letters) || monthFirst.contains(letters))
                ? Optional.empty()
                : last(found);
    }

    /** The word with a digit that stands where an identifier was looked for in vain. */
    Optional<String> otherIdentifier(String pointer) {
        return rightOf(pointer).stream()
                .map(right -> right.get(0).text())
                .filter(text -> text.chars().anyMatch(Character::isDigit))
                .findFirst();
    }

    /** Whether a word goes on from the one before it in its row. */
    static boolean follow(List<Word> row, int at) {
        Word before = row.get(at - 1);
        Word word = row.get(at);
        return word.box().left() - before.box().right()
                < APART * Math.max(before.box().height(), word.box().height());
    }

    /** For each place of a label, the words to its right, from the first that says something. */
    private List<List<Word>> rightOf(String pointer) {
        List<List<Word>> found = new ArrayList<>();
        for (Label label : labels.getOrDefault(pointer, List.of())) {
            String letters = Letters.compact(label.words());
            for (List<Word> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    if (label.anywhere()
                            || i == 0
                            || !follow(row, i)
                            || row.get(i - 1).text().matches(".*[,;]")) {
                        int end = end(row, i, letters);
                        while (end > 0
                                && end < row.size()
                                && CURRENCIES.contains(
                                        Letters.compact(row.get(end).text()))) {
                            end++;
                        }
                        if (end > 0 && end < row.size()) {
                            found.add(row.subList(end, row.size()));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** The first word behind a label that begins at a word; 0 if it does not. */
    private static int end(List<Word> row, int from, String label) {
        StringBuilder joined = new StringBuilder();
        for (int i = from; i < row.size() && (i == from || follow(row, i)); i++) {
            joined.append(Letters.compact(row.get(i).text()));
            if (joined.toString().equals(label)) {
                return i + 1;
            }
            if (!label.startsWith(joined.toString())) {
                return 0;
            }
        }
        return 0;
    }

    /** The number that words begin with: "1 234,56" is one. */
    private static String number(List<Word> words) {
        StringBuilder joined = new StringBuilder(words.get(0).text());
        for (int i = 1;
                i < words.size()
                        && joined.toString().matches("-?\\d{1,3}(?:\\d{3})*")
                        && words.get(i).text().matches("\\d{3}(?:[.,]\\d{2})?-?")
                        && follow(words, i);
                i++) {
            joined.append(words.get(i).text());
        }
        return joined.toString().replaceAll("^[^\\d-]+|[^\\d-]+$", "");
    }

    private static Optional<String> dated(List<Word> words) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < Math.min(LONGEST_DATE, words.size()) && (i == 0 || follow(words, i)); i++) {
            joined.append(i == 0 ? "" : " ").append(words.get(i).text());
            String text = joined.toString().replaceAll("[.,;:]+$", "");
            if (DATE.matcher(text).matches()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> last(List<String> found) {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }
}
