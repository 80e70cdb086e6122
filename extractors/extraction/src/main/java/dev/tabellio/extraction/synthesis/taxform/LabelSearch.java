package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.text.Hit;
import dev.tabellio.extraction.text.Letters;
import dev.tabellio.extraction.text.PageText;
import dev.tabellio.extraction.text.WordSequence;
import dev.tabellio.extraction.text.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the labels of a form on a page. Of wordings that claim the same words the longer and better match wins. */
final class LabelSearch {

    /** Labels this short ("State", "Single") occur inside of sentences, so they have to begin a run of words. */
    private static final int SHORT_LABEL = 7;

    /**
     * Some boxes print nothing but their number; it has to stand alone, as do the numbers by which machines know forms ("8686",
     * which may be a street's, too) and a word in a list of labels and values.
     */
    private static final int BARE_NUMBER = 2;

    /** A box number stands at most this many heights before its label. */
    private static final double NUMBER_GAP = 2.5;

    /** ... its own number, which statements print in a column, at most this many. */
    private static final double COLUMN_GAP = 5;

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private static final Pattern NUMBER_BEHIND = Pattern.compile("(?i)\\((box )?(\\d{1,2}[a-z]?)\\)[:.]?");

    private static final Pattern BOX_NUMBER = Pattern.compile("(?:box)?(?:[a-z]|\\d{1,2}[a-z]?)");

    private final PageText print;
    private final List<BoundingBox> cells;
    private final List<PlacedLabel> labels;
    private final Map<Integer, Integer> before = new HashMap<>();
    private final Map<Integer, WordSequence> runOf = new HashMap<>();

    /** @param cells ruled cells of the page: a label does not run on out of its own */
    LabelSearch(PageText print, Collection<Anchor> anchors, List<BoundingBox> cells) {
        this.print = print;
        this.cells = List.copyOf(cells);
        for (WordSequence row : print.rows()) {
            for (int i = 1; i < row.words().size(); i++) {
                before.put(row.words().get(i), row.words().get(i - 1));
            }
        }
        for (WordSequence run : print.runs()) {
            run.words().forEach(word -> runOf.put(word, run));
        }
        List<PlacedLabel> all = new ArrayList<>();
        anchors.forEach(anchor -> all.addAll(places(anchor)));
        List<PlacedLabel> strongest = strongest(all);
        List<PlacedLabel> underTheirs = strongest.stream()
                .filter(label -> label.anchor().under().isEmpty() || isNextUnder(label, strongest))
                .toList();
        this.labels = underTheirs.stream()
                .filter(label -> label.anchor().row().isEmpty()
                        || underTheirs.stream()
                                .anyMatch(other -> other.anchor()
                                                .id()
                                                .equals(label.anchor().row().orElseThrow())
                                        && onRow(label.box(), other.box())))
                .toList();
    }

    List<PlacedLabel> labels() {
        return labels;
    }

    /** Positions of the words that belong to labels: their own, their numbers, and what runs on behind them. */
    Set<Integer> printedWords(List<PlacedLabel> placed) {
        Set<Integer> printed = new HashSet<>();
        for (PlacedLabel label : placed) {
            printed.addAll(label.hit().words());
            number(label.anchor(), label.hit()).ifPresent(printed::add);
            numberBehind(label.anchor(), label.hit()).ifPresent(behind -> printed.addAll(behind.words()));
            if (label.hit().wording().pattern().length() > SHORT_LABEL
                    && !label.anchor().beside()) {
                printed.addAll(runningOn(label.hit()));
            }
        }
        return printed;
    }

    private List<PlacedLabel> places(Anchor anchor) {
        List<Hit> hits = new ArrayList<>();
        for (Wording wording : anchor.labels()) {
            for (Hit hit : print.find(wording)) {
                int length = wording.pattern().length();
                boolean alone = length <= BARE_NUMBER
                        || NUMBER.matcher(wording.pattern()).matches()
                        || (anchor.beside() && hit.words().size() == 1);
                boolean stands = isMarked(anchor, wording)
                        ? isWholeRun(hit)
                        : length > SHORT_LABEL || (alone ? isWholeRun(hit) : beginsRun(hit));
                if (stands) {
                    hits.add(hit);
                }
            }
        }
        hits.sort(Comparator.comparingDouble(Hit::strength).reversed());
        List<PlacedLabel> places = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (Hit hit : hits) {
            if (hit.words().stream().noneMatch(taken::contains)) {
                taken.addAll(hit.words());
                Optional<String> behind = numberBehind(anchor, hit).map(NumberBehind::number);
                if (behind.isPresent()
                        && !anchor.numbers().isEmpty()
                        && !anchor.numbers().contains(behind.get())) {
                    continue;
                }
                OptionalInt number = declaredNumber(anchor, hit);
                BoundingBox box = number.isPresent()
                        ? hit.box().union(print.words().get(number.getAsInt()).box())
                        : hit.box();
                boolean numbered = number.isPresent()
                        || behind.filter(anchor.numbers()::contains).isPresent();
                places.add(new PlacedLabel(anchor, hit, box, numbered));
            }
        }
        return places;
    }

    /** Whether a wording is one word with a colon, which is a label only where nothing else stands beside it. */
    private static boolean isMarked(Anchor anchor, Wording wording) {
        return anchor.kind() == Anchor.Kind.BOX
                && wording.text().endsWith(":")
                && !wording.text().contains(" ");
    }

    /** Whether a label is the highest one of its anchor under some label of the anchor that it belongs under. */
    private static boolean isNextUnder(PlacedLabel label, List<PlacedLabel> all) {
        String under = label.anchor().under().orElseThrow();
        return all.stream()
                .filter(upper -> upper.anchor().id().equals(under) && isUnder(label, upper))
                .anyMatch(upper -> all.stream()
                        .noneMatch(
                                other -> comesBefore(other, label, upper) || belongsCloser(other, label, upper, all)));
    }

    private static boolean comesBefore(PlacedLabel other, PlacedLabel label, PlacedLabel upper) {
        return other.anchor().id().equals(label.anchor().id())
                && isUnder(other, upper)
                && other.box().top() < label.box().top();
    }

    /** Whether the same words are declared to belong under a label that stands between the two. */
    private static boolean belongsCloser(
            PlacedLabel other, PlacedLabel label, PlacedLabel upper, List<PlacedLabel> all) {
        return other.anchor().under().isPresent()
                && other.hit().words().stream().anyMatch(label.hit().words()::contains)
                && all.stream()
                        .anyMatch(between -> between.anchor()
                                        .id()
                                        .equals(other.anchor().under().orElseThrow())
                                && isUnder(other, between)
                                && between.box().top() > upper.box().bottom());
    }

    private static boolean isUnder(PlacedLabel label, PlacedLabel upper) {
        return label.box().centerY() > upper.box().bottom() && label.box().overlapX(upper.box()) > 0;
    }

    /** Whether two labels share a row of the form, which a scan may tilt by a line's height. */
    private static boolean onRow(BoundingBox a, BoundingBox b) {
        return Math.abs(a.centerY() - b.centerY()) <= Math.max(a.height(), b.height());
    }

    /** Those that share no word with a stronger one. */
    private static List<PlacedLabel> strongest(List<PlacedLabel> all) {
        Map<Integer, Double> claims = new HashMap<>();
        for (PlacedLabel label : all) {
            double strength = label.hit().strength();
            label.hit().words().forEach(word -> claims.merge(word, strength, Math::max));
        }
        return all.stream()
                .filter(label -> label.hit().words().stream()
                        .noneMatch(word ->
                                claims.getOrDefault(word, 0.0) > label.hit().strength()))
                .toList();
    }

    private boolean isWholeRun(Hit hit) {
        WordSequence run = runOf.get(hit.words().get(0));
        return run == null || run.words().size() == 1;
    }

    /** Whether only a box number stands before the hit in its run. */
    private boolean beginsRun(Hit hit) {
        WordSequence run = runOf.get(hit.words().get(0));
        if (run == null) {
            return true;
        }
        int at = run.words().indexOf(hit.words().get(0));
        String before = run.words().subList(0, Math.min(at, 2)).stream()
                .map(word -> Letters.compact(print.words().get(word).text()))
                .collect(Collectors.joining());
        return at == 0 || (at <= 2 && BOX_NUMBER.matcher(before).matches());
    }

    private OptionalInt declaredNumber(Anchor anchor, Hit hit) {
        OptionalInt number = number(anchor, hit);
        if (number.isEmpty()) {
            return number;
        }
        Word word = print.words().get(number.getAsInt());
        return anchor.numbers().stream().anyMatch(declared -> isNumber(word, declared)) ? number : OptionalInt.empty();
    }

    /** The word before a label if it can only be its number: declared as such, or short and close by. */
    private OptionalInt number(Anchor anchor, Hit hit) {
        Integer previous = before.get(hit.words().get(0));
        if (previous == null) {
            return OptionalInt.empty();
        }
        Word word = print.words().get(previous);
        double gap = hit.box().left() - word.box().right();
        boolean declared = anchor.numbers().stream().anyMatch(number -> isNumber(word, number));
        boolean close = gap <= (declared ? COLUMN_GAP : NUMBER_GAP) * word.box().height();
        boolean inRun =
                gap <= 0.8 * word.box().height() && Letters.compact(word.text()).length() <= 3;
        return close && (declared || (inRun && anchor.kind() != Anchor.Kind.LINE))
                ? OptionalInt.of(previous)
                : OptionalInt.empty();
    }

    /** The words "(Box 1a)" behind a label, or "(1a)" if the anchor declares the number, in its run or wrapped under it. */
    private Optional<NumberBehind> numberBehind(Anchor anchor, Hit hit) {
        int last = hit.words().get(hit.words().size() - 1);
        WordSequence run = runOf.get(last);
        if (run == null) {
            return Optional.empty();
        }
        List<Integer> behind = new ArrayList<>(
                run.words().subList(run.words().indexOf(last) + 1, run.words().size()));
        double height = print.words().get(last).box().height();
        if (behind.size() < 2) {
            print.runs().stream()
                    .filter(next -> next.box().top() > run.box().centerY()
                            && next.box().top() < run.box().bottom() + height
                            && Math.abs(next.box().left() - hit.box().left()) < height)
                    .findFirst()
                    .ifPresent(next -> behind.addAll(next.words()));
        }
        for (int words = 1; words <= Math.min(2, behind.size()); words++) {
            String text = behind.subList(0, words).stream()
                    .map(word -> print.words().get(word).text())
                    .collect(Collectors.joining(" "));
            Matcher number = NUMBER_BEHIND.matcher(text);
            if (number.matches()
                    && (number.group(1) != null || anchor.numbers().contains(Letters.compact(number.group(2))))) {
                return Optional.of(
                        new NumberBehind(Letters.compact(number.group(2)), List.copyOf(behind.subList(0, words))));
            }
        }
        return Optional.empty();
    }

    /** Words without digits behind a label in its run belong to it: wordings differ in their ends. */
    private List<Integer> runningOn(Hit hit) {
        List<Integer> more = new ArrayList<>();
        int last = hit.words().get(hit.words().size() - 1);
        WordSequence run = runOf.get(last);
        if (run == null || print.words().get(last).text().endsWith(":")) {
            return more;
        }
        Optional<BoundingBox> cell = ValueArea.cell(cells, hit.box());
        for (int i = run.words().indexOf(last) + 1; i < run.words().size(); i++) {
            Word word = print.words().get(run.words().get(i));
            if (word.text().chars().anyMatch(Character::isDigit)
                    || (cell.isPresent() && !cell.get().containsCenterOf(word.box()))) {
                break;
            }
            more.add(run.words().get(i));
        }
        return more;
    }

    /** Whether a word is a box or line number, as printed or as recognition may have read it. */
    static boolean isNumber(Word word, String number) {
        String found = Letters.compact(word.text());
        return found.equals(number)
                || (word.origin() == Origin.OCR && lookalike(found).equals(lookalike(number)));
    }

    private static String lookalike(String text) {
        return text.replace('l', '1').replace('i', '1').replace('o', '0').replace('s', '5');
    }

    /** The number of a box that is printed behind its wording, and the words that print it. */
    private record NumberBehind(String number, List<Integer> words) {}
}
