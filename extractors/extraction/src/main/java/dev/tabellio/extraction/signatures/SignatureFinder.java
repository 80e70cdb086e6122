package dev.tabellio.extraction.signatures;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Signature;
import dev.tabellio.document.Signature.Mark;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.geometry.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the places to sign on one page. They are told by "/s/", by a label in front of a line or blank ("By:", "Signature:"), by
 * a label or name below a line, by a label in a form cell, and by signature fields.
 */
public final class SignatureFinder {

    /** Height in points that a signature takes above its line. */
    static final double HEIGHT = 20;

    /** Room in points for a signature behind a label without a line. */
    private static final double ROOM = 180;

    /** Points between a label and the line behind it, and between a line and what is printed below it. */
    private static final double TO_LINE = 60;

    private static final double BELOW_LINE = 14;

    /** Points between the parts of one signature that are set apart, such as "By:" and "/s/ Jane Roe". */
    static final double APART = 110;

    /** Points between the left edges of two lines of one label. */
    static final double SAME_EDGE = 3;

    /**
     * A signature field of an interactive form.
     *
     * @param signed whether it has a signature; the signer's name and the date are then words in it
     */
    public record Field(BoundingBox box, boolean signed) {}

    private final PagePrint print;
    private final SeenMarks marks;
    private final FoundPlaces found;

    private SignatureFinder(PagePrint print, SeenMarks marks, FoundPlaces found) {
        this.print = print;
        this.marks = marks;
        this.found = found;
    }

    /**
     * The places of a page.
     *
     * @param words of an upright page
     * @param lines of the words
     * @param rulings whole lines or the pieces in which they were drawn
     * @param cells of the page
     * @param fields signature fields
     * @param marks what stands beside print
     * @param page bounds
     * @return in the order of their words
     */
    public static List<Signature> find(
            List<Word> words,
            List<TextLine> lines,
            List<Ruling> rulings,
            List<BoundingBox> cells,
            List<Field> fields,
            SeenMarks marks,
            BoundingBox page) {
        if (fields.isEmpty() && words.stream().noneMatch(SignatureFinder::isCue)) {
            return List.of();
        }
        PagePrint print = new PagePrint(words, lines, rulings);
        FoundPlaces found = new FoundPlaces(print, marks, page);
        SignatureFinder finder = new SignatureFinder(print, marks, found);
        ConformedSignatures.in(print)
                .forEach(signature -> found.add(signature.box(), signature.mark(), signature.words()));
        finder.labelled();
        new FormBoxes(print, cells, found).find();
        finder.atLines();
        fields.forEach(finder::field);
        PrintBeside beside = new PrintBeside(print, found.all());
        return found.all().stream()
                .map(beside::completed)
                .sorted(Comparator.comparingInt(signature ->
                        signature.words().stream().mapToInt(i -> i).min().orElse(0)))
                .toList();
    }

    private static boolean isCue(Word word) {
        String text = word.text();
        return Labels.isBy(text)
                || Labels.isConformed(text)
                || text.indexOf("___") >= 0
                || text.equalsIgnoreCase("whereof")
                || text.toLowerCase(Locale.ROOT).contains("sign");
    }

    /** "By:" and "Signature:" with the line or the blank behind them. */
    private void labelled() {
        for (Segment segment : print.segments()) {
            boolean by = Labels.isBy(segment.text());
            if (found.isUsed(segment) || !(by || Labels.asksForSignature(segment.text()))) {
                continue;
            }
            int length = labelLength(segment, by);
            List<Integer> label = new ArrayList<>(segment.words().subList(0, length));
            Optional<Segment> second = by ? Optional.empty() : secondRow(segment);
            second.ifPresent(row -> label.addAll(row.words()));
            double right = Math.max(
                    labelEnd(segment, length),
                    second.map(row -> row.box().right()).orElse(0.0));
            double bottom = second.map(Segment::box).orElse(segment.box()).bottom();
            Optional<Ruling> line = lineBehind(segment, right, bottom);
            List<Integer> behind = behind(segment, length);
            if (line.isPresent()) {
                onLine(label, line.get(), Math.max(right, line.get().from()));
            } else if (by && !behind.isEmpty()) {
                named(segment, label, behind);
            } else if (behind.isEmpty()
                    && ((by && segment.text().contains(":")) || segment.text().endsWith(":"))) {
                double edge = print.rightOf(segment, ROOM)
                        .map(next -> next.box().left() - 4)
                        .orElse(right + ROOM);
                if (edge - right > TO_LINE) {
                    BoundingBox room = new BoundingBox(
                            right + 3,
                            segment.box().bottom() - HEIGHT,
                            edge,
                            segment.box().bottom() + 3);
                    found.add(room, label, false);
                }
            }
        }
    }

    /** Words of the label that starts a segment. */
    private int labelLength(Segment segment, boolean by) {
        for (int i = 0; i < segment.words().size(); i++) {
            String word = print.words().get(segment.words().get(i)).text();
            if (word.endsWith(":") || word.indexOf('_') >= 0) {
                return i + 1;
            }
        }
        return by ? 1 : segment.words().size();
    }

    /** Where the label ends; underscores glued to it are the line. */
    private double labelEnd(Segment segment, int length) {
        Word last = print.words().get(segment.words().get(length - 1));
        int underscore = last.text().indexOf('_');
        return underscore < 0
                ? last.box().right()
                : last.box().left()
                        + last.box().width() * underscore / last.text().length();
    }

    private List<Integer> behind(Segment segment, int length) {
        List<Integer> behind =
                new ArrayList<>(segment.words().subList(length, segment.words().size()));
        if (behind.isEmpty()) {
            print.rightOf(segment, APART)
                    .filter(right -> !Labels.isLabel(right.text()) && !Labels.asksForSignature(right.text()))
                    .ifPresent(right -> behind.addAll(right.words()));
        }
        behind.removeIf(i -> Labels.isBlankLine(print.words().get(i).text()));
        return behind;
    }

    /** The second row of a label that does not end on its first: "Signature of" and "U.S. person". */
    private Optional<Segment> secondRow(Segment label) {
        if (!label.text().endsWith(" of")) {
            return Optional.empty();
        }
        return print.segments().stream()
                .filter(row -> Math.abs(row.box().left() - label.box().left()) <= SAME_EDGE
                        && row.box().top() >= label.box().centerY()
                        && row.box().top() - label.box().bottom() <= SAME_EDGE)
                .findFirst();
    }

    private Optional<Ruling> lineBehind(Segment segment, double right, double bottom) {
        return print.blanks().stream()
                .filter(line -> Math.abs(line.position() - bottom) <= 8
                        && line.from() <= right + TO_LINE
                        && line.from() >= segment.box().left() - 12
                        && line.to() >= right + TO_LINE)
                .min(Comparator.comparingDouble((Ruling line) -> Math.abs(line.position() - bottom))
                        .thenComparingDouble(line -> Math.abs(line.from() - right)));
    }

    /** A name behind "By:", unless it is that of a company, whose own signature follows, or of a signature above. */
    private void named(Segment segment, List<Integer> label, List<Integer> behind) {
        String name = textOf(behind);
        BoundingBox box = boxOf(behind);
        boolean belongsAbove = found.all().stream()
                .anyMatch(signature -> signature.box().overlapX(segment.box().union(box)) > 0
                        && segment.box().top() - signature.box().bottom() < BELOW_LINE
                        && segment.box().top() > signature.box().top());
        if (!belongsAbove && Labels.isPerson(name)) {
            List<Integer> words = new ArrayList<>(label);
            words.addAll(behind);
            BoundingBox room = new BoundingBox(
                    box.left(), box.bottom() - HEIGHT, Math.max(box.right(), box.left() + 60), box.bottom() + 2);
            found.add(box, FoundPlaces.orTyped(marks.in(room)), words);
        }
    }

    private void onLine(List<Integer> label, Ruling line, double left) {
        List<Integer> words = new ArrayList<>(label);
        List<Integer> typed =
                print.on(line, left).stream().filter(i -> !words.contains(i)).toList();
        words.addAll(typed);
        BoundingBox room = new BoundingBox(
                Math.min(left, line.to() - 1), line.position() - HEIGHT, line.to(), line.position() + 3);
        if (!typed.isEmpty() && !Labels.isTypedName(textOf(typed))) {
            return;
        }
        found.add(room, words, !typed.isEmpty());
    }

    /** Lines with "Signature", or the name or role of the one who signs, below them. */
    private void atLines() {
        boolean signing = !found.all().isEmpty()
                || print.words().stream().anyMatch(word -> word.text().equalsIgnoreCase("whereof"));
        for (Ruling line : print.blanks()) {
            List<Segment> below = print.within(
                    line.from() - 12,
                    line.position() - 2,
                    line.from() + 0.7 * line.length(),
                    line.position() + BELOW_LINE);
            for (Segment segment : below) {
                if (found.isUsed(segment) || segment.box().width() > line.length() + TO_LINE) {
                    continue;
                }
                String text = segment.text();
                boolean asks = Labels.asksForSignature(text);
                boolean who = signing && (Labels.isPerson(text) || Labels.isRole(text)) && !Labels.isOther(text);
                if ((asks && !hasOwnRoom(segment)) || (who && isFree(line))) {
                    onLine(segment.words(), line, line.from());
                    break;
                }
            }
        }
    }

    /** Whether nobody signs right above a line, which is then a border, and nothing but a name is typed on it. */
    private boolean isFree(Ruling line) {
        String typed = textOf(print.on(line, line.from()));
        return (typed.isEmpty() || Labels.isPerson(typed))
                && found.all().stream()
                        .noneMatch(signature -> signature.box().left() < line.to()
                                && signature.box().right() > line.from()
                                && signature.box().bottom() > line.position() - 2 * HEIGHT
                                && signature.box().top() < line.position());
    }

    /** Whether a colon or underscores behind a label say that the place to sign is not above it. */
    private static boolean hasOwnRoom(Segment segment) {
        return segment.text().endsWith(":") || segment.text().indexOf("___") >= 0;
    }

    private void field(Field field) {
        List<Integer> words = field.signed() ? found.wordsIn(field.box(), List.of()) : new ArrayList<>();
        Optional<Signature> there = found.all().stream()
                .filter(signature -> signature.box().intersects(field.box()))
                .findFirst();
        if (there.isPresent()) {
            if (field.signed()) {
                words.addAll(
                        0,
                        there.get().words().stream()
                                .filter(i -> !words.contains(i))
                                .toList());
                found.replace(there.get(), new Signature(field.box(), Mark.DIGITAL, words, List.of(), List.of()));
            }
            return;
        }
        if (words.isEmpty()) {
            print.segments().stream()
                    .filter(segment -> segment.box().intersects(field.box().grow(BELOW_LINE)))
                    .findFirst()
                    .ifPresent(segment -> words.addAll(segment.words()));
        }
        if (!words.isEmpty()) {
            Mark mark = field.signed() ? Mark.DIGITAL : marks.in(field.box());
            found.add(new Signature(field.box(), mark, words, List.of(), List.of()));
        }
    }

    private BoundingBox boxOf(List<Integer> positions) {
        return print.boxOf(positions);
    }

    private String textOf(List<Integer> positions) {
        return print.textOf(positions);
    }
}
