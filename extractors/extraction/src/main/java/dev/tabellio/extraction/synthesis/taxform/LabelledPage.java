package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.synthesis.normalise.UsMoney;
import dev.tabellio.extraction.text.Letters;
import dev.tabellio.extraction.text.PageText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The part of a page that belongs to a form, told apart into the form's own print and the values.
 *
 * <p>Where the form is fillable, the values are the words of its fields and everything else is print. On paper and in
 * flattened files the values are the words that are no label, no box number and no other declared print.
 */
final class LabelledPage {

    /** Recognised specks: at most two characters that the engine itself does not believe in (0 to 1). */
    private static final double SPECK = 0.3;

    /** Box 12 of Form W-2 prints "Code" as letters on top of each other; letters in two rows are values in combs. */
    private static final int STACK = 3;

    /** Printed brackets stand at most this far from the middle of the amount between them, in its heights. */
    private static final double BRACKETED = 9;

    /**
     * A value belongs to the label under it if that is so much closer than the one over it, as a share, and at most so many
     * of its heights away; so many such values, at least, make a form of cards. Set on drawn statements, not swept
     * (2026-11-21).
     */
    private static final double CLOSER = 0.6;

    private static final double NEAR = 1.2;

    private static final int FEWEST_OVER = 2;

    /** What years and numbers of pages do not have. */
    private static final Pattern SEPARATED = Pattern.compile("\\d[.,]\\d");

    private static final Pattern SIGNS = Pattern.compile("[-$()\u2212&+/#@]+");

    private final Page page;
    private final BoundingBox area;
    private final PageText print;
    private final List<PlacedLabel> labels;
    private final List<Word> values;
    private final boolean valuesOver;

    private LabelledPage(Page page, BoundingBox area, PageText print, List<PlacedLabel> labels, List<Word> values) {
        this.page = page;
        this.area = area;
        this.print = print;
        this.labels = List.copyOf(labels);
        this.values = List.copyOf(values);
        this.valuesOver = valuesOver(page.cells(), this.labels, this.values);
    }

    /** @param fillable whether the values of this form are form fields */
    static LabelledPage of(Page page, BoundingBox area, boolean fillable, FormAnchors anchors) {
        PageText print = PageText.of(page, area, word -> !fillable || word.origin() != Origin.FORM_FIELD);
        LabelSearch search = new LabelSearch(print, anchors.anchors().values(), page.cells());
        List<PlacedLabel> labels = search.labels();
        List<Word> values = fillable
                ? page.words().stream()
                        .filter(word -> word.origin() == Origin.FORM_FIELD && area.containsCenterOf(word.box()))
                        .toList()
                : unclaimed(print, search.printedWords(labels));
        return new LabelledPage(page, area, print, labels, fillable ? withBrackets(print, values) : values);
    }

    /** Amounts in fields between printed brackets are losses: the brackets belong to the value. */
    private static List<Word> withBrackets(PageText print, List<Word> entered) {
        List<Word> open =
                print.words().stream().filter(word -> word.text().equals("(")).toList();
        List<Word> close =
                print.words().stream().filter(word -> word.text().equals(")")).toList();
        if (open.isEmpty() || close.isEmpty()) {
            return entered;
        }
        List<Word> all = new ArrayList<>();
        for (Word word : entered) {
            Optional<Word> left = nearest(open, word, true);
            Optional<Word> right = nearest(close, word, false);
            if (left.isPresent()
                    && right.isPresent()
                    && UsMoney.parse(word.text()).isPresent()) {
                all.addAll(List.of(left.get(), word, right.get()));
            } else {
                all.add(word);
            }
        }
        return all;
    }

    private static Optional<Word> nearest(List<Word> brackets, Word amount, boolean before) {
        BoundingBox box = amount.box();
        return brackets.stream()
                .filter(word ->
                        word.box().overlapY(box) >= 0.5 * Math.min(word.box().height(), box.height())
                                && (before
                                        ? word.box().centerX() < box.left()
                                        : word.box().centerX() > box.right())
                                && Math.abs(word.box().centerX() - box.centerX()) < BRACKETED * box.height())
                .min(Comparator.comparingDouble(word -> Math.abs(word.box().centerX() - box.centerX())));
    }

    int number() {
        return page.number();
    }

    /** Whether the labels that no ruling bounds stand under their values, as on cards. */
    boolean hasValuesOver() {
        return valuesOver;
    }

    /** Values beside their labels may be closer to the label below, too. */
    private static boolean valuesOver(List<BoundingBox> cells, List<PlacedLabel> labels, List<Word> values) {
        List<BoundingBox> loose = labels.stream()
                .filter(label -> label.anchor().kind() == Anchor.Kind.BOX)
                .map(PlacedLabel::box)
                .filter(box -> ValueArea.cell(cells, box).isEmpty())
                .toList();
        int over = 0;
        int under = 0;
        for (Word value : values) {
            if (SEPARATED.matcher(value.text()).find()
                    && UsMoney.parse(value.text()).isPresent()) {
                double gapOver = gap(loose, value.box(), true);
                double gapUnder = gap(loose, value.box(), false);
                boolean near = Math.min(gapOver, gapUnder) < NEAR * value.box().height();
                boolean beside = labels.stream()
                        .anyMatch(label -> label.box().right() <= value.box().left() && label.level(value.box()));
                over += near && !beside && gapOver < CLOSER * gapUnder ? 1 : 0;
                under += beside || (near && gapUnder < gapOver) ? 1 : 0;
            }
        }
        return over >= FEWEST_OVER && over > 2 * under;
    }

    /** Points to the closest label below a value, or above it; {@link Double#MAX_VALUE} if there is none. */
    private static double gap(List<BoundingBox> labels, BoundingBox value, boolean below) {
        return labels.stream()
                .filter(label -> label.overlapX(value) > 0)
                .mapToDouble(label -> below ? label.top() - value.bottom() : value.top() - label.bottom())
                .filter(gap -> gap > -0.5 * value.height())
                .min()
                .orElse(Double.MAX_VALUE);
    }

    BoundingBox area() {
        return area;
    }

    PageText print() {
        return print;
    }

    /** Words that are no print of the form, in reading order. */
    List<Word> values() {
        return values;
    }

    /** The values whose center lies in a box, as rows from top to bottom. */
    List<List<Word>> rowsIn(BoundingBox box) {
        return PageText.inRows(
                values.stream().filter(word -> box.containsCenterOf(word.box())).toList());
    }

    List<PlacedLabel> labels() {
        return labels;
    }

    /** Where an anchor's label stands, the surest place first. */
    List<PlacedLabel> labels(String anchor) {
        return labels.stream()
                .filter(label -> label.anchor().id().equals(anchor))
                .sorted(Comparator.comparingDouble(PlacedLabel::quality)
                        .reversed()
                        .thenComparing(label -> label.box().top()))
                .toList();
    }

    /** Of a label's highest word, in points; the label itself may wrap. */
    double lineHeight(PlacedLabel label) {
        return label.hit().words().stream()
                .mapToDouble(word -> print.words().get(word).box().height())
                .max()
                .orElse(label.box().height());
    }

    List<BoundingBox> cells() {
        return page.cells();
    }

    List<Checkbox> checkboxes() {
        return page.checkboxes().stream()
                .filter(box -> area.containsCenterOf(box.box()))
                .toList();
    }

    private static List<Word> unclaimed(PageText print, Set<Integer> printed) {
        List<Word> words = print.words();
        List<Word> unclaimed = IntStream.range(0, words.size())
                .filter(i -> !printed.contains(i) && isReadable(words.get(i)))
                .mapToObj(words::get)
                .toList();
        List<Word> letters = unclaimed.stream().filter(LabelledPage::isLetter).toList();
        return unclaimed.stream()
                .filter(word -> !isLetter(word) || stack(word, letters) < STACK)
                .toList();
    }

    private static boolean isReadable(Word word) {
        if (Letters.compact(word.text()).isEmpty()) {
            return SIGNS.matcher(word.text()).matches();
        }
        return word.origin() != Origin.OCR || word.text().length() > 2 || word.confidence() >= SPECK;
    }

    private static boolean isLetter(Word word) {
        String letters = Letters.compact(word.text());
        return letters.length() == 1 && Character.isLetter(letters.charAt(0));
    }

    /** How many letters stand on top of each other, this one among them, up to {@link #STACK}. */
    private static long stack(Word word, List<Word> letters) {
        List<Word> next =
                letters.stream().filter(other -> isStacked(word, other)).toList();
        long beyond = next.stream()
                .flatMap(one -> letters.stream().filter(other -> other != word && isStacked(one, other)))
                .distinct()
                .filter(other -> !next.contains(other))
                .count();
        return Math.min(STACK, 1 + next.size() + beyond);
    }

    private static boolean isStacked(Word word, Word other) {
        double apart = Math.abs(word.box().centerY() - other.box().centerY());
        double height = word.box().height();
        return word != other && word.box().overlapX(other.box()) > 0 && apart > 0.4 * height && apart < 1.3 * height;
    }
}
