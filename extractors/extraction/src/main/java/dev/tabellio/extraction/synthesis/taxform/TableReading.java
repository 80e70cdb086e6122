package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What tables hold.
 *
 * @param fields by pointer
 * @param ink numbers that stand in the rows, whether they became fields or not: a row that became none is noticed by them
 */
record TableReading(Map<String, ExtractedField> fields, List<Citation> ink) {

    static final TableReading NONE = new TableReading(Map.of(), List.of());

    /** Recognised words that are shorter, or that recognition believes in less, are specks and rulings. */
    private static final int SHORTEST_RECOGNISED = 3;

    private static final double LEAST_RECOGNISED = 0.5;

    private static final Pattern LINE_NUMBER = Pattern.compile("\\d{1,2}[a-z]{0,2}");

    TableReading {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        ink = List.copyOf(ink);
    }

    /** The words of a line that say a number, but for the numbers of the form's lines. */
    static List<Citation> numbers(int page, List<Word> line) {
        return line.stream()
                .filter(word -> word.text().chars().anyMatch(Character::isDigit)
                        && !LINE_NUMBER.matcher(word.text()).matches()
                        && (word.origin() != Origin.OCR
                                || (word.text().length() >= SHORTEST_RECOGNISED
                                        && word.confidence() >= LEAST_RECOGNISED)))
                .map(word -> new Citation(page, word.box(), word.text(), word.origin(), Citation.Status.VERIFIED))
                .toList();
    }
}
