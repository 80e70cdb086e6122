package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.synthesis.normalise.UsMoney;
import dev.tabellio.extraction.text.Letters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads amounts on numbered lines. A line of Form 1040 prints its number twice: before its label and again before the
 * amount, in a column of numbers. The second one says where the amount stands, however the label wraps.
 */
final class LineReader {

    /** The number stands at most this many label heights below the label's first line: labels wrap onto six lines. */
    private static final double WRAP = 6.5;

    /** A number closer than this to the word before it, in its own heights, is one that a sentence mentions. */
    private static final double IN_SENTENCE = 0.6;

    /** Amounts are set lower than their numbers on forms in bigger print, by less than this share of the bigger height. */
    private static final double OFF_ROW = 0.75;

    private static final int SHORTEST_AMOUNT = 3;

    /** Without the number, the amount on the label's own row is taken on trust. */
    private static final double WITHOUT_NUMBER = 0.75;

    private final List<LabelledPage> pages;

    LineReader(List<LabelledPage> pages) {
        this.pages = List.copyOf(pages);
    }

    /** The amount on a line, one for each place where the line is found; empty lines are left out. */
    List<ValueText> read(Anchor line) {
        List<Place> numbered = new ArrayList<>();
        for (LabelledPage page : pages) {
            for (PlacedLabel label : page.labels(line.id())) {
                number(page, label).ifPresent(number -> numbered.add(new Place(page, label, number)));
            }
        }
        numbered.sort(Comparator.comparingDouble(Place::distance));
        if (!numbered.isEmpty()) {
            Place best = numbered.get(0);
            return amount(best.page(), best.number())
                    .map(words -> new ValueText(
                            best.page().number(),
                            List.of(words),
                            "right of line %s, %s".formatted(best.number().text(), BoxReader.name(best.label())),
                            best.label().hit().quality()))
                    .stream()
                    .toList();
        }
        return pages.stream()
                .flatMap(page -> page.labels(line.id()).stream().flatMap(label -> withoutNumber(page, label).stream()))
                .toList();
    }

    /** In recognised text, where the number was not read: the one amount right of the label's last word. */
    private static Optional<ValueText> withoutNumber(LabelledPage page, PlacedLabel label) {
        List<Integer> words = label.hit().words();
        Word edge = page.print().words().get(words.get(words.size() - 1));
        if (edge.origin() != Origin.OCR) {
            return Optional.empty();
        }
        List<Word> amounts = abreast(
                edge.box(),
                page.values().stream()
                        .filter(word -> word.box().left() >= label.box().right()
                                && word.text().length() >= SHORTEST_AMOUNT
                                && UsMoney.parse(word.text()).isPresent())
                        .toList());
        return amounts.size() == 1
                ? Optional.of(new ValueText(
                        page.number(),
                        List.of(amounts),
                        "on the row of " + BoxReader.name(label) + ", whose line number was not read",
                        label.quality() * WITHOUT_NUMBER))
                : Optional.empty();
    }

    /** The line's number in the column of numbers: right of its label, on its first row or one of the next. */
    private static Optional<Word> number(LabelledPage page, PlacedLabel label) {
        BoundingBox text = label.hit().box();
        double height = Math.min(text.height(), 12);
        List<Word> numbers = page.print().words().stream()
                .filter(word -> word.box().left() > text.left() + height
                        && word.box().centerY() > text.top() - 0.3 * height
                        && word.box().centerY() < text.top() + WRAP * height
                        && !(word.box().left() < text.right() && level(word.box(), text))
                        && label.anchor().numbers().stream().anyMatch(n -> LabelSearch.isNumber(word, n))
                        && !inSentence(page, word))
                .toList();
        Optional<Word> best = numbers.stream()
                .min(Comparator.comparingDouble(word -> Math.abs(word.box().centerY() - text.centerY()) * 4
                        - word.box().left() / 100));
        return best.map(last -> numbers.stream()
                .filter(word -> word != last && isValueBehind(page, word, last))
                .findFirst()
                .orElse(last));
    }

    /** A value may look like the number of its line; then it is the next thing right of the number. */
    private static boolean isValueBehind(LabelledPage page, Word number, Word value) {
        return level(number.box(), value.box())
                && number.box().right() <= value.box().left()
                && page.print().words().stream()
                        .noneMatch(word -> word != number
                                && word != value
                                && level(number.box(), word.box())
                                && word.box().centerX() > number.box().right()
                                && word.box().centerX() < value.box().left());
    }

    private static boolean inSentence(LabelledPage page, Word number) {
        double reach = IN_SENTENCE * number.box().height();
        return page.print().words().stream()
                .anyMatch(word -> word != number
                        && level(number.box(), word.box())
                        && word.box().right() <= number.box().left() + 1
                        && number.box().left() - word.box().right() < reach
                        && !Letters.compact(word.text()).isEmpty());
    }

    /** The amount right of a number: its words end at the first that can not be part of an amount. */
    private static Optional<List<Word>> amount(LabelledPage page, Word number) {
        List<Word> right = page.print().words().stream()
                .filter(word -> word != number
                        && level(number.box(), word.box())
                        && word.box().centerX() > number.box().right())
                .sorted(Comparator.comparingDouble(word -> word.box().left()))
                .toList();
        double end = right.stream()
                .filter(word -> !UsMoney.isPart(word.text()) && !word.text().equals("."))
                .mapToDouble(word -> word.box().left())
                .findFirst()
                .orElse(page.area().right());
        List<Word> amount = abreast(
                number.box(),
                page.values().stream()
                        .filter(word -> word != number
                                && word.box().centerX() > number.box().right()
                                && word.box().centerX() < end)
                        .sorted(Comparator.comparingDouble(word -> word.box().left()))
                        .toList());
        return amount.isEmpty() ? Optional.empty() : Optional.of(amount);
    }

    /** The words on the row nearest to a box, if that row is its own: rows of forms lie further apart. */
    private static List<Word> abreast(BoundingBox box, List<Word> words) {
        Optional<Word> nearest = words.stream()
                .filter(word -> off(box, word.box())
                        <= OFF_ROW * Math.max(box.height(), word.box().height()))
                .min(Comparator.comparingDouble(word -> off(box, word.box())));
        return nearest.map(first -> words.stream()
                        .filter(word -> level(first.box(), word.box()))
                        .toList())
                .orElse(List.of());
    }

    private static double off(BoundingBox a, BoundingBox b) {
        return Math.abs(a.centerY() - b.centerY());
    }

    private static boolean level(BoundingBox a, BoundingBox b) {
        return a.overlapY(b) >= 0.5 * Math.min(a.height(), b.height());
    }

    private record Place(LabelledPage page, PlacedLabel label, Word number) {
        double distance() {
            return Math.abs(number.box().centerY() - label.hit().box().centerY()) - label.quality();
        }
    }
}
