package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.text.Letters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The numbers that stand before the amounts of a form's lines. Together they make columns, which tell amounts from numbers
 * that the text mentions, and a line whose label was not read from one that the form does not have.
 */
final class LineNumbers {

    /** The number stands at most this many label heights below the label's first line: labels wrap onto six lines. */
    private static final double WRAP = 6.5;

    /** A number closer than this to the word before it, in its own heights, is one that a sentence mentions. */
    private static final double IN_SENTENCE = 0.6;

    /** The same in recognised text, whose boxes lie close around the ink. */
    private static final double IN_RECOGNISED_SENTENCE = 1.1;

    /** Numbers of one column are centered in it, within this many points. */
    private static final double IN_COLUMN = 6;

    /** Where an amount of a column may begin, in points behind the middle of the column of numbers. */
    private static final double AMOUNTS = 110;

    private final List<LabelledPage> pages;
    private final List<Anchor> lines;
    private final List<Anchor> missing;
    private final List<Place> places = new ArrayList<>();
    private final Set<Word> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * A line's number.
     *
     * @param label of the line; empty where only the number was read
     */
    record Place(LabelledPage page, Anchor line, Optional<PlacedLabel> label, Word number) {

        /** The less the surer. */
        double distance() {
            return label.map(placed ->
                            Math.abs(number.box().centerY() - placed.hit().box().centerY()) - placed.quality())
                    .orElse(0.0);
        }
    }

    LineNumbers(List<LabelledPage> pages, Collection<Anchor> anchors) {
        this.pages = List.copyOf(pages);
        for (LabelledPage page : pages) {
            for (PlacedLabel label : page.labels()) {
                if (label.anchor().kind() == Anchor.Kind.LINE) {
                    number(page, label).ifPresent(number -> {
                        places.add(new Place(page, label.anchor(), Optional.of(label), number));
                        taken.add(number);
                    });
                }
            }
        }
        lines = anchors.stream()
                .filter(anchor -> anchor.kind() == Anchor.Kind.LINE)
                .toList();
        missing = lines.stream()
                .filter(anchor -> places.stream().noneMatch(place -> isOf(place, anchor)))
                .toList();
    }

    /** Where a line's number stands: nearest to its label or, if no label was read, where only it can be meant. */
    Optional<Place> of(Anchor line) {
        return places.stream()
                .filter(place -> isOf(place, line))
                .min(Comparator.comparingDouble(Place::distance))
                .or(() -> alone(line));
    }

    /** Whether a word is the number of some line. */
    boolean isNumber(Word word) {
        return taken.contains(word);
    }

    /** Whether an amount stands in the column next to a number; in recognised text another column's may be read instead. */
    boolean isBehind(Word number, Word amount) {
        return number.origin() != Origin.OCR
                || amount.box().left() < number.box().centerX() + AMOUNTS;
    }

    /** Whether a word stands where amounts do; so it does on a page where no line has a number. */
    boolean isInColumn(LabelledPage page, Word amount) {
        List<Double> columns = columns(page);
        return columns.isEmpty()
                || columns.stream()
                        .anyMatch(middle -> amount.box().left() > middle + IN_COLUMN / 2
                                && amount.box().left() < middle + AMOUNTS);
    }

    /** Where the next line below a label begins, by its label or number: the upper edge, or the end of the page. */
    double nextBelow(LabelledPage page, PlacedLabel label) {
        double bottom = label.box().bottom();
        Stream<BoundingBox> labels = page.labels().stream()
                .filter(other -> other.anchor().kind() == Anchor.Kind.LINE)
                .map(PlacedLabel::box);
        Stream<BoundingBox> found = places.stream()
                .filter(place -> place.page() == page)
                .map(place -> place.number().box());
        return Stream.concat(labels, found)
                .mapToDouble(BoundingBox::top)
                .filter(top -> top > bottom - label.box().height() / 2)
                .min()
                .orElse(page.area().bottom());
    }

    private List<Double> columns(LabelledPage page) {
        return places.stream()
                .filter(place -> place.page() == page)
                .map(place -> place.number().box().centerX())
                .toList();
    }

    private static boolean isOf(Place place, Anchor line) {
        return place.line().id().equals(line.id());
    }

    /**
     * In recognised text, the one word in a column of numbers that reads as the number of this and of no other lost line, and
     * stands between the lines before and after it.
     */
    private Optional<Place> alone(Anchor line) {
        boolean ambiguous = missing.stream()
                .anyMatch(other -> !other.id().equals(line.id())
                        && other.numbers().stream().anyMatch(number -> isLike(number, line)));
        if (ambiguous) {
            return Optional.empty();
        }
        List<Place> found = new ArrayList<>();
        for (LabelledPage page : pages) {
            List<Double> columns = columns(page);
            page.values().stream()
                    .filter(word -> word.origin() == Origin.OCR
                            && line.numbers().contains(Letters.compact(word.text()))
                            && !isNumber(word)
                            && columns.stream()
                                    .anyMatch(middle -> Math.abs(word.box().centerX() - middle) <= IN_COLUMN)
                            && !inSentence(page, word)
                            && isInOrder(page, line, word))
                    .forEach(word -> found.add(new Place(page, line, Optional.empty(), word)));
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Whether a number is one of a line's or becomes one by losing its letter, as 1z and 1 do. */
    private static boolean isLike(String number, Anchor line) {
        return line.numbers().stream()
                .anyMatch(own -> own.equals(number)
                        || (number.startsWith(own) && Character.isLetter(number.charAt(own.length()))));
    }

    private boolean isInOrder(LabelledPage page, Anchor line, Word number) {
        int at = lines.indexOf(line);
        double middle = number.box().centerY();
        double height = number.box().height();
        return places.stream().filter(place -> place.page() == page).allMatch(place -> {
            int other = lines.indexOf(place.line());
            double below = place.number().box().centerY() - middle;
            return other < at ? below < height / 2 : below > -height / 2;
        });
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
                .filter(word -> !word.equals(last) && isValueBehind(page, word, last))
                .findFirst()
                .orElse(last));
    }

    /** A value may look like the number of its line; then it is the next thing right of the number. */
    private static boolean isValueBehind(LabelledPage page, Word number, Word value) {
        return level(number.box(), value.box())
                && number.box().right() <= value.box().left()
                && page.print().words().stream()
                        .noneMatch(word -> !word.equals(number)
                                && word != value
                                && level(number.box(), word.box())
                                && word.box().centerX() > number.box().right()
                                && word.box().centerX() < value.box().left());
    }

    private static boolean inSentence(LabelledPage page, Word number) {
        double share = number.origin() == Origin.OCR ? IN_RECOGNISED_SENTENCE : IN_SENTENCE;
        double reach = share * number.box().height();
        return page.print().words().stream()
                .anyMatch(word -> word.box().right() <= number.box().left() + 1
                        && number.box().left() - word.box().right() < reach
                        && level(number.box(), word.box())
                        && !word.equals(number)
                        && !Letters.compact(word.text()).isEmpty());
    }

    static boolean level(BoundingBox a, BoundingBox b) {
        return a.overlapY(b) >= 0.5 * Math.min(a.height(), b.height());
    }
}
