package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words that may be a value, and what led to them.
 *
 * @param page from 1
 * @param rows words from left to right, rows from top to bottom; may be empty
 * @param how for people
 * @param quality from 0 to 1: how sure the place is
 * @param doubt why this may not be all of the value, which is then not vouched for
 */
record ValueText(int page, List<List<Word>> rows, String how, double quality, Optional<String> doubt) {

    ValueText {
        rows = rows.stream().map(List::copyOf).toList();
    }

    ValueText(int page, List<List<Word>> rows, String how, double quality) {
        this(page, rows, how, quality, Optional.empty());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    ValueText withRows(List<List<Word>> other) {
        return new ValueText(page, other, how, quality, doubt);
    }

    ValueText doubted(String why) {
        return new ValueText(page, rows, how, quality, Optional.of(why));
    }

    ValueText without(Set<Word> words) {
        return withRows(rows.stream()
                .map(row -> row.stream().filter(word -> !words.contains(word)).toList())
                .filter(row -> !row.isEmpty())
                .toList());
    }

    List<String> lines() {
        return rows.stream().map(ValueText::text).toList();
    }

    /** Blanks between words, a line break between rows. */
    String text() {
        return String.join("\n", lines());
    }

    /** What the only word may read as well, if it was read in two ways. */
    @Nullable
    String otherReading() {
        List<Word> words = words();
        return words.size() == 1 ? words.get(0).otherReading() : null;
    }

    List<Word> words() {
        return rows.stream().flatMap(List::stream).toList();
    }

    BoundingBox box() {
        return BoundingBox.around(words().stream().map(Word::box).toList());
    }

    /** Where the words come from: recognised, if any of them is; entered, if printed brackets stand around a field. */
    Origin origin() {
        List<Origin> origins = words().stream().map(Word::origin).toList();
        return Stream.of(Origin.OCR, Origin.FORM_FIELD)
                .filter(origins::contains)
                .findFirst()
                .orElse(origins.get(0));
    }

    /** The least sure word decides. */
    double confidence() {
        return words().stream().mapToDouble(Word::confidence).min().orElse(0);
    }

    static String text(List<Word> row) {
        return row.stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
