package dev.tabellio.extraction.signatures;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Signature;
import dev.tabellio.document.Signature.Mark;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who signs, and when: the name in the signature or printed below, and the date below or beside. */
final class PrintBeside {

    /** Points below a signature within which its name and its date stand: name, title, address, date. */
    private static final double BELOW = 78;

    /** Points to the right within which a date on the same row belongs to it. */
    private static final double ASIDE = 220;

    private final PagePrint print;
    private final List<Signature> all;

    /** @param all places to sign on the page */
    PrintBeside(PagePrint print, List<Signature> all) {
        this.print = print;
        this.all = List.copyOf(all);
    }

    Signature completed(Signature signature) {
        List<Integer> inField = signature.words().stream()
                .filter(i -> print.words().get(i).origin() == Origin.FORM_FIELD)
                .toList();
        if (signature.mark() == Mark.DIGITAL && !inField.isEmpty()) {
            return new Signature(
                    signature.box(),
                    signature.mark(),
                    signature.words(),
                    inField.stream().filter(i -> !isDay(text(i))).toList(),
                    inField.stream().filter(i -> isDay(text(i))).toList());
        }
        return new Signature(signature.box(), signature.mark(), signature.words(), signer(signature), date(signature));
    }

    private static boolean isDay(String word) {
        return word.matches("\\d{4}-\\d\\d-\\d\\d");
    }

    private List<Integer> signer(Signature signature) {
        List<Integer> printed = printedName(signature);
        List<Integer> own = ownName(signature);
        if (own.isEmpty() && printed.isEmpty()) {
            return Labels.isPerson(print.textOf(signature.words())) ? signature.words() : List.of();
        }
        if (own.isEmpty() || printed.isEmpty()) {
            return own.isEmpty() ? printed : own;
        }
        return Labels.isPerson(print.textOf(own)) && !shareWord(own, printed) ? own : printed;
    }

    private boolean shareWord(List<Integer> one, List<Integer> other) {
        return one.stream().anyMatch(a -> other.stream().anyMatch(b -> text(a).equalsIgnoreCase(text(b))));
    }

    /** The name behind "Name:", or the name that stands right below. */
    private List<Integer> printedName(Signature signature) {
        BoundingBox box = reach(signature);
        for (Segment segment : below(signature)) {
            if (Labels.isName(segment.text())) {
                return value(segment);
            }
            boolean close = segment.box().top() - box.bottom() < 20;
            String text = segment.text().replaceFirst("^(?i:by)\\s?:\\s*", "");
            if (close && Labels.isPerson(text)) {
                int skipped = segment.words().size() - text.split(" ", -1).length;
                return segment.words().subList(skipped, segment.words().size());
            }
        }
        return List.of();
    }

    /** The name in "/s/ Jane Roe", or what is typed where the signature should be. */
    private List<Integer> ownName(Signature signature) {
        List<Integer> own = new ArrayList<>();
        boolean inside = signature.mark() == Mark.TYPED;
        for (int i : signature.words()) {
            if (signature.mark() == Mark.CONFORMED && Labels.isConformed(text(i))) {
                inside = true;
                if (text(i).length() > 5) {
                    own.add(i);
                }
            } else if (inside
                    && signature.box().containsCenterOf(print.words().get(i).box())) {
                own.add(i);
            }
        }
        return own;
    }

    private List<Integer> date(Signature signature) {
        BoundingBox box = reach(signature);
        List<Segment> candidates = new ArrayList<>(below(signature));
        candidates.addAll(print.within(box.right(), box.top() - 4, box.right() + ASIDE, box.bottom() + 4));
        return candidates.stream()
                .filter(segment -> Labels.isDate(segment.text()))
                .map(this::value)
                .filter(value -> value.stream().anyMatch(i -> text(i).chars().anyMatch(Character::isDigit)))
                .findFirst()
                .orElse(List.of());
    }

    /** What stands behind the label of a segment. */
    private List<Integer> value(Segment segment) {
        List<Integer> value = new ArrayList<>();
        boolean label = true;
        for (int i : segment.words()) {
            if (!label) {
                value.add(i);
            }
            label &= !text(i).endsWith(":");
        }
        if (value.isEmpty()) {
            print.rightOf(segment, 90)
                    .filter(right -> !Labels.isLabel(right.text()))
                    .ifPresent(right -> value.addAll(right.words()));
        }
        value.removeIf(i -> Labels.isBlankLine(text(i)) || text(i).indexOf("___") >= 0);
        return value;
    }

    /** Segments below a signature in its column, down to the next signature there. */
    private List<Segment> below(Signature signature) {
        BoundingBox box = reach(signature);
        double end = all.stream()
                .filter(other ->
                        other.box().top() > box.bottom() - 1 && other.box().overlapX(box) > 0)
                .mapToDouble(other -> other.box().bottom() - 6)
                .min()
                .orElse(Double.MAX_VALUE);
        return print
                .within(
                        box.left() - 6,
                        box.bottom() - 4,
                        Math.min(box.right(), box.left() + 120),
                        Math.min(box.bottom() + BELOW, end))
                .stream()
                .filter(segment -> segment.words().stream().noneMatch(signature.words()::contains)
                        || segment.box().top() >= signature.box().bottom() - 4)
                .sorted(Comparator.comparingDouble(segment -> segment.box().top()))
                .toList();
    }

    /** The signature with the label in front of it, whose column its name and date keep. */
    private BoundingBox reach(Signature signature) {
        Optional<BoundingBox> words = signature.words().stream()
                .map(i -> print.words().get(i))
                .map(Word::box)
                .filter(word -> word.overlapY(signature.box()) > 0
                        && word.right() <= signature.box().right() + 1)
                .reduce(BoundingBox::union);
        return words.map(signature.box()::union).orElse(signature.box());
    }

    private String text(int word) {
        return print.words().get(word).text();
    }
}
