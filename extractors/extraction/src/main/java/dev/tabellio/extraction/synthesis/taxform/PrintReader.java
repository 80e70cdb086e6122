package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.synthesis.normalise.NameAndAddress;
import dev.tabellio.extraction.text.Hit;
import dev.tabellio.extraction.text.WordSequence;
import dev.tabellio.extraction.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads what the form itself prints, such as its year and which copy it is. */
final class PrintReader {

    /** In heights of the wording. */
    private static final double BELOW = 4;

    /** What a year follows that is the form's own: "(Rev. January 2024)". */
    private static final Pattern REVISION = Pattern.compile(
            "(?i)(?:\\brev\\.?|\\bjanuary|\\bfebruary|\\bmarch|\\bapril|\\bmay|\\bjune|\\bjuly|\\baugust|\\bseptember|\\boctober|\\bnovember|\\bdecember)\\s*$");

    /** What follows or precedes digits that are a part of a longer number, date or code. */
    private static final Pattern GOES_ON = Pattern.compile("[-/.,]\\d");

    private static final Pattern BEGAN_BEFORE = Pattern.compile("\\d[-/.,]$|[#$]\\s?$");

    /** A city stands at most so many lines under its street. */
    private static final int ADDRESS_LINES = 3;

    private final List<LabelledPage> pages;

    PrintReader(List<LabelledPage> pages) {
        this.pages = List.copyOf(pages);
    }

    /**
     * The first wording that is found with the pattern in it or next to it; wordings are tried in order. Only if none has
     * it there, what stands over a wording counts too, as a year over the name of its form.
     */
    ExtractedField read(FieldRule.Printed rule, FormSchema.Kind kind) {
        ExtractedField near = read(rule, kind, false);
        return near instanceof ExtractedField.Cited ? near : read(rule, kind, true);
    }

    private ExtractedField read(FieldRule.Printed rule, FormSchema.Kind kind, boolean over) {
        for (Wording wording : rule.near()) {
            for (LabelledPage page : pages) {
                List<Hit> hits = new ArrayList<>(page.print().find(wording));
                hits.addAll(page.print().alongRows(wording));
                for (Hit hit : hits) {
                    ExtractedField field = read(page, hit, rule.pattern(), kind, over);
                    if (field instanceof ExtractedField.Cited) {
                        return field;
                    }
                }
            }
        }
        return new ExtractedField.Absent();
    }

    /** In the wording itself or right of it, then left of it, then right below; or only right above. */
    private static ExtractedField read(
            LabelledPage page, Hit hit, Pattern pattern, FormSchema.Kind kind, boolean over) {
        BoundingBox box = hit.box();
        double reach = BELOW * box.height();
        BoundingBox above = new BoundingBox(box.left(), box.top() - reach, box.right(), box.top());
        BoundingBox under = new BoundingBox(box.left(), box.bottom(), box.right(), box.bottom() + reach);
        List<Integer> right = new ArrayList<>(hit.words());
        right.addAll(words(page, word -> word.left() >= box.right() && abreast(box, word)));
        Stream<List<Integer>> places = over
                ? Stream.of(words(page, above::containsCenterOf))
                : Stream.of(
                        right,
                        words(page, word -> word.right() <= box.left() && abreast(box, word)),
                        words(page, under::containsCenterOf));
        return places.map(words -> match(page, hit, words, pattern, kind))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(ExtractedField.Absent::new);
    }

    /** Positions of print words, from left to right. */
    private static List<Integer> words(LabelledPage page, Predicate<BoundingBox> where) {
        List<Word> words = page.print().words();
        return IntStream.range(0, words.size())
                .filter(i -> where.test(words.get(i).box()))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> words.get(i).box().left()))
                .toList();
    }

    private static boolean abreast(BoundingBox box, BoundingBox word) {
        return box.overlapY(word) >= 0.5 * Math.min(box.height(), word.height());
    }

    /** Position of the word that a place in the text belongs to. */
    private static int wordAt(List<Integer> starts, int at) {
        int word = 0;
        while (word + 1 < starts.size() && starts.get(word + 1) <= at) {
            word++;
        }
        return word;
    }

    /** Whether what stands before a match, in the text or on the page, makes it the year of the form's revision. */
    private static boolean isRevision(LabelledPage page, Word first, CharSequence text, Matcher matcher) {
        Optional<Word> before = page.print().words().stream()
                .filter(word -> !word.equals(first)
                        && abreast(first.box(), word.box())
                        && word.box().centerX() < first.box().left()
                        && first.box().left() - word.box().right() < first.box().height())
                .max(Comparator.comparingDouble(word -> word.box().right()));
        return REVISION.matcher(text.subSequence(0, matcher.start())).find()
                || before.filter(word -> REVISION.matcher(word.text()).find()).isPresent();
    }

    /** Whether digits are no year: that of a revision, a part of a longer number, or what was entered in a box. */
    private static boolean isSomethingElse(LabelledPage page, Hit hit, int index, CharSequence text, Matcher matcher) {
        if (!Character.isDigit(text.charAt(matcher.start()))) {
            return false;
        }
        Word word = page.print().words().get(index);
        return isRevision(page, word, text, matcher)
                || BEGAN_BEFORE.matcher(text.subSequence(0, matcher.start())).find()
                || GOES_ON.matcher(text.subSequence(matcher.end(), text.length()))
                        .lookingAt()
                || isInBox(page, hit, word)
                || isInAddress(page, hit, index);
    }

    /** Whether a word stands in the ruled cell of a box that does not hold the wording. */
    private static boolean isInBox(LabelledPage page, Hit hit, Word word) {
        Optional<BoundingBox> cell = ValueArea.cell(page.cells(), word.box());
        return cell.isPresent()
                && !cell.get().containsCenterOf(hit.box())
                && page.labels().stream()
                        .anyMatch(label -> label.anchor().kind() == Anchor.Kind.BOX
                                && cell.get().containsCenterOf(label.box()));
    }

    /** Whether a word is the number of a street, a suite or a post office box: a city follows in the lines below. */
    private static boolean isInAddress(LabelledPage page, Hit hit, int index) {
        List<WordSequence> runs = page.print().runs();
        Optional<WordSequence> own =
                runs.stream().filter(run -> run.words().contains(index)).findFirst();
        if (own.isEmpty()
                || hit.words().stream().anyMatch(own.get().words()::contains)
                || !NameAndAddress.isStreet(page.print().text(own.get()))) {
            return false;
        }
        BoundingBox street = own.get().box();
        return runs.stream()
                .filter(run -> run.box().overlapX(street) > 0
                        && run.box().centerY() > street.bottom()
                        && run.box().top() < street.bottom() + ADDRESS_LINES * 2 * street.height())
                .anyMatch(run -> NameAndAddress.isCity(page.print().text(run)));
    }

    private static Optional<ExtractedField> match(
            LabelledPage page, Hit hit, List<Integer> among, Pattern pattern, FormSchema.Kind kind) {
        List<Word> words = page.print().words();
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (int word : among) {
            text.append(text.isEmpty() ? "" : " ");
            starts.add(text.length());
            text.append(words.get(word).text());
        }
        Matcher matcher = pattern.matcher(text);
        boolean matches = matcher.find();
        while (matches && isSomethingElse(page, hit, among.get(wordAt(starts, matcher.start())), text, matcher)) {
            matches = matcher.find();
        }
        if (!matches) {
            return Optional.empty();
        }
        int group = matcher.groupCount() > 0 && matcher.group(1) != null ? 1 : 0;
        List<Word> found = new ArrayList<>();
        for (int i = 0; i < among.size(); i++) {
            Word word = words.get(among.get(i));
            if (starts.get(i) < matcher.end(group)
                    && starts.get(i) + word.text().length() > matcher.start(group)) {
                found.add(word);
            }
        }
        ValueText place = new ValueText(
                page.number(),
                List.of(found),
                "printed beside '%s'".formatted(hit.wording().text()),
                hit.quality());
        return Optional.of(FieldMaker.printed(place, matcher.group(group).replace(" ", ""), kind));
    }
}
