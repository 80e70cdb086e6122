package dev.tabellio.extraction.signatures;

import dev.tabellio.document.Signature;
import dev.tabellio.document.Signature.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds signatures in print: "/s/" and a name. */
final class ConformedSignatures {

    private final PagePrint print;

    private ConformedSignatures(PagePrint print) {
        this.print = print;
    }

    static List<Signature> in(PagePrint print) {
        return new ConformedSignatures(print).all();
    }

    /** "/s/ Jane Roe", also where "By:" stands before it and the name is set apart. */
    private List<Signature> all() {
        List<Signature> found = new ArrayList<>();
        for (Segment segment : print.segments()) {
            for (int at = 0; at < segment.words().size(); at++) {
                if (Labels.isConformed(
                        print.words().get(segment.words().get(at)).text())) {
                    found.add(conformed(segment, at));
                }
            }
        }
        return found;
    }

    private Signature conformed(Segment segment, int at) {
        List<Integer> signed = new ArrayList<>();
        int next = at;
        do {
            signed.add(segment.words().get(next++));
        } while (next < segment.words().size()
                && !endsSigned(print.words().get(segment.words().get(next)).text()));
        String first = print.words().get(signed.get(0)).text();
        if (signed.size() == 1 && first.length() <= 5) {
            print.rightOf(segment, SignatureFinder.APART)
                    .filter(right -> !Labels.isLabel(right.text()))
                    .ifPresent(right -> signed.addAll(right.words()));
        }
        List<Integer> words = new ArrayList<>();
        if (at > 0 && Labels.isLabel(segment.text()) && isFirstSigned(segment, at)) {
            words.addAll(segment.words().subList(0, at));
        }
        leftOf(segment)
                .filter(left -> at == 0 && Labels.isBy(left.text()))
                .ifPresent(left -> words.addAll(left.words()));
        words.addAll(signed);
        return new Signature(print.boxOf(signed), Mark.CONFORMED, words, List.of(), List.of());
    }

    private static boolean endsSigned(String word) {
        return Labels.isConformed(word) || Labels.isBlankLine(word);
    }

    private boolean isFirstSigned(Segment segment, int at) {
        return segment.words().subList(0, at).stream()
                .noneMatch(i -> Labels.isConformed(print.words().get(i).text()));
    }

    private Optional<Segment> leftOf(Segment segment) {
        return print.segments().stream()
                .filter(other -> other.onRowOf(segment)
                        && other.box().right() <= segment.box().left() + 1
                        && segment.box().left() - other.box().right() <= SignatureFinder.APART)
                .max(Comparator.comparingDouble(other -> other.box().right()));
    }
}
