package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.Signature;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.geometry.CellFinder;
import dev.tabellio.extraction.geometry.TextArrangement;
import dev.tabellio.extraction.pdf.PageContent;
import dev.tabellio.extraction.signatures.DrawnMarks;
import dev.tabellio.extraction.signatures.SignatureFinder;
import java.util.ArrayList;
import java.util.List;

/** A page as its PDF content describes it, with what its images show. */
final class TextLayerReader {

    /** Confidence from which a word of an image counts: what is read into photographs stays below. */
    private static final double LEGIBLE = 0.55;

    private static final double SURE = 0.8;

    /** Share of the smaller box from which on two words stand in one place. */
    private static final double IN_COMMON = 0.3;

    private TextLayerReader() {}

    /**
     * A part of the page that was read from its picture.
     *
     * @param box where it is on the displayed page
     * @param page the part as a page of its own
     * @param replaces whether it is read instead of the text layer there, which makes no sense
     * @param least confidence from which its words count
     */
    record Pictured(BoundingBox box, Page page, boolean replaces, double least) {

        static Pictured of(BoundingBox box, Page page, boolean replaces) {
            return new Pictured(box, page, replaces, LEGIBLE);
        }

        /** The same without words in doubt: signatures look like words. */
        Pictured surely() {
            return new Pictured(box, page, replaces, SURE);
        }

        /** Words that can be read, on the displayed page. */
        List<Word> legible() {
            return page.words().stream()
                    .filter(word -> word.confidence() >= least)
                    .map(word -> word.at(onPage(word.box())))
                    .toList();
        }

        BoundingBox onPage(BoundingBox inPart) {
            return new BoundingBox(
                    box.left() + inPart.left(),
                    box.top() + inPart.top(),
                    box.left() + inPart.right(),
                    box.top() + inPart.bottom());
        }
    }

    /**
     * Makes the page.
     *
     * @param number from 1
     * @param pictured parts that were read from the picture
     * @param seen words of the whole page as they were read from its picture, to be held against the text layer
     */
    static Page page(int number, PageContent content, List<Pictured> pictured, List<Word> seen) {
        List<Word> words = new ArrayList<>(content.words());
        if (!seen.isEmpty()) {
            words.replaceAll(word -> TwoReadings.compared(word, seen));
        }
        List<BoundingBox> cells = new ArrayList<>(CellFinder.cells(content.rulings(), content.bounds()));
        List<Checkbox> checkboxes = new ArrayList<>(content.checkboxes());
        boolean mixed = false;
        for (Pictured part : pictured) {
            List<Word> legible = part.legible();
            if (part.replaces()) {
                mixed |= replace(part.box(), legible, words);
                continue;
            }
            List<Word> beside = legible.stream()
                    .filter(word -> content.words().stream().noneMatch(printed -> isThere(printed, word)))
                    .toList();
            mixed |= words.addAll(beside);
            part.page().cells().forEach(cell -> cells.add(part.onPage(cell)));
            part.page().checkboxes().stream()
                    .map(box -> new Checkbox(part.onPage(box.box()), box.selected(), box.origin(), box.confidence()))
                    .forEach(checkboxes::add);
        }
        TextArrangement arrangement = TextArrangement.of(words, content.rulings());
        PageReading reading = words.isEmpty() && checkboxes.isEmpty()
                ? PageReading.BLANK
                : mixed ? PageReading.MIXED : PageReading.TEXT_LAYER;
        List<Signature> signatures = SignatureFinder.find(
                arrangement.words(),
                arrangement.lines(),
                content.rulings(),
                cells,
                content.signatureFields().stream()
                        .map(field -> new SignatureFinder.Field(field.box(), field.signed()))
                        .toList(),
                new DrawnMarks(content.images(), content.strokes(), content.bounds()),
                content.bounds());
        return new Page(
                        number,
                        content.width(),
                        content.height(),
                        reading,
                        arrangement.words(),
                        arrangement.lines(),
                        cells,
                        checkboxes,
                        content.formFields(),
                        List.of(),
                        null)
                .withSignatures(signatures);
    }

    /** Whether a word of the text layer stands where another one was recognised. */
    private static boolean isThere(Word printed, Word seen) {
        double smaller = Math.min(printed.box().area(), seen.box().area());
        return printed.box().containsCenterOf(seen.box())
                || printed.box().intersectionArea(seen.box()) > IN_COMMON * smaller;
    }

    /**
     * Puts recognised words in the place of text that cannot be read, each with what the text layer says there. A word that
     * both say stays as it is printed.
     *
     * @return whether anything was recognised
     */
    private static boolean replace(BoundingBox box, List<Word> legible, List<Word> words) {
        if (legible.isEmpty()) {
            return false;
        }
        List<Word> replaced = words.stream()
                .filter(word -> word.origin() == Origin.TEXT_LAYER && box.containsCenterOf(word.box()))
                .toList();
        words.removeAll(replaced);
        for (Word word : legible) {
            List<Word> there = replaced.stream()
                    .filter(printed -> word.box().containsCenterOf(printed.box())
                            || printed.box().containsCenterOf(word.box()))
                    .toList();
            String text = String.join(" ", there.stream().map(Word::text).toList());
            if (there.size() == 1 && TwoReadings.plain(text).equals(TwoReadings.plain(word.text()))) {
                words.add(there.get(0));
            } else {
                words.add(text.isEmpty() ? word : word.readOtherwise(text));
            }
        }
        return true;
    }
}
