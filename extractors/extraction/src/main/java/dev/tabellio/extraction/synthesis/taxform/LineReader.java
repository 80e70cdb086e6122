package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.synthesis.normalise.UsMoney;
import dev.tabellio.extraction.text.Letters;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads amounts on numbered lines. A line of Form 1040 prints its number twice: before its label and again before the
 * amount, in a column of numbers. The second one says where the amount stands, however the label wraps.
 */
final class LineReader {

    /** Amounts are set lower than their numbers on forms in bigger print, by less than this share of the bigger height. */
    private static final double OFF_ROW = 0.75;

    private static final int SHORTEST_AMOUNT = 3;

    /** Without the number, the amount on the label's own row is taken on trust. */
    private static final double WITHOUT_NUMBER = 0.75;

    /** Without the label, a number that only this line has is nearly as sure. */
    private static final double WITHOUT_LABEL = 0.9;

    private final List<LabelledPage> pages;
    private final LineNumbers numbers;

    LineReader(List<LabelledPage> pages, Collection<Anchor> anchors) {
        this.pages = List.copyOf(pages);
        this.numbers = new LineNumbers(pages, anchors);
    }

    /** The amount on a line, one for each place where the line is found; empty lines are left out. */
    List<ValueText> read(Anchor line) {
        Optional<LineNumbers.Place> numbered = numbers.of(line);
        if (numbered.isPresent()) {
            LineNumbers.Place best = numbered.get();
            return amount(best.page(), best.number())
                    .map(words -> new ValueText(
                            best.page().number(),
                            List.of(words),
                            "right of line %s, %s"
                                    .formatted(
                                            best.number().text(),
                                            best.label().map(BoxReader::name).orElse("whose label was not read")),
                            best.label().map(label -> label.hit().quality()).orElse(WITHOUT_LABEL)))
                    .stream()
                    .toList();
        }
        return pages.stream()
                .flatMap(page -> page.labels(line.id()).stream().flatMap(label -> withoutNumber(page, label).stream()))
                .toList();
    }

    /**
     * In recognised text, where the number was not read: the one amount right of the label's last word or, where the label goes
     * on over more lines than were told from other text, before the next line begins.
     */
    private Optional<ValueText> withoutNumber(LabelledPage page, PlacedLabel label) {
        List<Integer> words = label.hit().words();
        Word edge = page.print().words().get(words.get(words.size() - 1));
        if (edge.origin() != Origin.OCR) {
            return Optional.empty();
        }
        List<Word> inColumn = page.values().stream()
                .filter(word -> word.text().length() >= SHORTEST_AMOUNT
                        && numbers.isInColumn(page, word)
                        && UsMoney.parse(word.text()).isPresent())
                .toList();
        List<Word> amounts = abreast(
                edge.box(),
                inColumn.stream()
                        .filter(word -> word.box().left() >= label.box().right())
                        .toList());
        if (amounts.isEmpty()) {
            double next = numbers.nextBelow(page, label);
            amounts = inColumn.stream()
                    .filter(word -> word.box().centerY() > label.box().bottom()
                            && word.box().centerY() < next)
                    .toList();
        }
        return amounts.size() == 1
                ? Optional.of(new ValueText(
                        page.number(),
                        List.of(amounts),
                        "on the row of " + BoxReader.name(label) + ", whose line number was not read",
                        label.quality() * WITHOUT_NUMBER))
                : Optional.empty();
    }

    /** The amount right of a number: its words end at the number of another line, or at the first that says something and can not be part of an amount. */
    private Optional<List<Word>> amount(LabelledPage page, Word number) {
        List<Word> right = page.print().words().stream()
                .filter(word -> word.box().centerX() > number.box().right()
                        && LineNumbers.level(number.box(), word.box())
                        && !word.equals(number))
                .sorted(Comparator.comparingDouble(word -> word.box().left()))
                .toList();
        double end = right.stream()
                .filter(word -> numbers.isNumber(word)
                        || (!UsMoney.isPart(word.text())
                                && !Letters.compact(word.text()).isEmpty()))
                .mapToDouble(word -> word.box().left())
                .findFirst()
                .orElse(page.area().right());
        List<Word> amount = abreast(
                number.box(),
                page.values().stream()
                        .filter(word -> word.box().centerX() > number.box().right()
                                && word.box().centerX() < end
                                && !word.equals(number)
                                && !numbers.isNumber(word)
                                && numbers.isBehind(number, word))
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
                        .filter(word -> LineNumbers.level(first.box(), word.box()))
                        .toList())
                .orElse(List.of());
    }

    private static double off(BoundingBox a, BoundingBox b) {
        return Math.abs(a.centerY() - b.centerY());
    }
}
