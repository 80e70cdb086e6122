package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.image.Combs;
import dev.tabellio.extraction.image.GreyImage;
import dev.tabellio.extraction.image.PageScan;
import dev.tabellio.extraction.image.UnreadInk;
import dev.tabellio.extraction.ocr.OcrEngine;
import dev.tabellio.extraction.ocr.OcrImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks once more at parts of a page: at ink that nothing was read of, at characters in combs, and at numbers that were read
 * with doubt. Each look takes some milliseconds, where reading the page takes a second.
 */
final class SecondLook {

    /** Confidence from which a word of a second look counts: dirt that is read as letters stays below 0.5. */
    private static final double SURE_WORD = 0.55;

    /** The same for a word of one letter or digit, such as the number of a box; those come out at 0.95 and more. */
    private static final double SURE_CHARACTER = 0.9;

    /** Below this a number is read again, and from this on its second reading counts. */
    private static final double SURE_NUMBER = 0.85;

    /** Confidence of a number that two pictures of it give alike; on a few W-2s at 200 dpi all such were right (2026-11-21). */
    private static final double AGREED = 0.88;

    /** What ruling lines around a number are read as. */
    private static final Pattern LINES = Pattern.compile("^[|_~\\[\\]]+|[|_~\\[\\]]+$");

    /**
     * A comb's reading counts from here on, if it has as many characters as the comb. Of some dozens of combs on scans at 200 dpi the
     * one wrong reading was at 0.83, right ones at 0.93 and more (2026-11-21).
     */
    private static final double SURE_COMB = 0.9;

    /** Confidence at most of what was read of other combs. */
    private static final double DOUBTED_COMB = 0.5;

    /** A doubted number is shown this many times as large, and with the shades that evening the paper takes from it. */
    private static final int ENLARGED = 2;

    /** White around it, in inches. */
    private static final double MARGIN = 0.06;

    private static final int SHORTEST_NUMBER = 4;

    private final OcrEngine ocr;

    SecondLook(OcrEngine ocr) {
        this.ocr = ocr;
    }

    /**
     * The words of a page after the second look.
     *
     * @param picture of the page, upright, as it was scanned
     * @param read at the first look
     */
    List<Word> words(PageScan scan, GreyImage picture, List<Word> read) {
        List<Word> words = new ArrayList<>(read);
        words.addAll(overlooked(scan, read));
        List<Word> looked = new ArrayList<>();
        for (Combs.Comb comb : Combs.find(scan, picture, words)) {
            BoundingBox box = comb.box().grow(2);
            List<Word> inside = words.stream()
                    .filter(word -> box.containsCenterOf(word.box()))
                    .toList();
            words.removeAll(inside);
            looked.addAll(combed(comb, scan.dpi(), inside));
        }
        words.forEach(word -> looked.add(sure(picture, scan.dpi(), word)));
        return looked;
    }

    private List<Word> overlooked(PageScan scan, List<Word> read) {
        List<Word> found = new ArrayList<>();
        for (UnreadInk.Part part : UnreadInk.parts(scan, read)) {
            for (Word word : ocr.recogniseLine(image(part.image(), scan.dpi()))) {
                if (word.confidence() >= (ScanReader.isLegible(word) ? SURE_WORD : SURE_CHARACTER)
                        && ScanReader.hasLetterOrDigit(word)) {
                    found.add(new Word(word.text(), part.onPage(word.box()), word.origin(), word.confidence()));
                }
            }
        }
        return found;
    }

    /** The comb as one word, or what was read of it at first, which is in doubt then. */
    private List<Word> combed(Combs.Comb comb, int dpi, List<Word> inside) {
        return number(comb.line(), dpi)
                .filter(word -> word.text().length() == comb.characters())
                .map(word -> List.of(new Word(
                        word.text(),
                        comb.box(),
                        word.origin(),
                        word.confidence() >= SURE_COMB ? word.confidence() : Math.min(word.confidence(), DOUBTED_COMB),
                        word.otherReading())))
                .orElseGet(() -> inside.stream()
                        .map(word -> new Word(
                                word.text(), word.box(), word.origin(), Math.min(word.confidence(), DOUBTED_COMB)))
                        .toList());
    }

    /** A doubted number read again: taken if it is sure now, believed more if it is the same. */
    private Word sure(GreyImage picture, int dpi, Word word) {
        if (word.confidence() >= SURE_NUMBER || !isNumber(word.text())) {
            return word;
        }
        GreyImage larger = enlarged(picture, dpi, word.box());
        Optional<Word> digits = number(larger, dpi);
        if (digits.filter(again -> decides(again, word)).isPresent()) {
            return decided(word, digits.get());
        }
        Optional<Word> line = joined(ocr.recogniseLine(image(larger, dpi)));
        return line.filter(again -> decides(again, word))
                .map(again -> decided(word, again))
                .orElseGet(() -> digits.filter(again -> isNumber(again.text()))
                        .map(again -> word.readOtherwise(again.text()))
                        .orElse(word));
    }

    private static boolean decides(Word again, Word word) {
        return isNumber(again.text())
                && (again.confidence() >= SURE_NUMBER || again.text().equals(plain(word.text())));
    }

    /** What was read at first stays the other reading; if it is the same, what the number may be as well. */
    private static Word decided(Word word, Word again) {
        boolean same = again.text().equals(plain(word.text()));
        return new Word(
                again.text(),
                word.box(),
                word.origin(),
                Math.max(again.confidence(), same ? AGREED : 0),
                same ? again.otherReading() : word.text());
    }

    private static String plain(String text) {
        return LINES.matcher(text).replaceAll("");
    }

    private static boolean isNumber(String text) {
        long digits = text.chars().filter(Character::isDigit).count();
        return text.length() >= SHORTEST_NUMBER && digits >= 2 && digits * 2 >= text.length();
    }

    private Optional<Word> number(GreyImage line, int dpi) {
        return joined(ocr.recogniseNumber(image(line, dpi)));
    }

    /** The parts of a number as one word, without the ruling lines around it. */
    private static Optional<Word> joined(List<Word> parts) {
        StringBuilder text = new StringBuilder();
        double confidence = 1;
        for (Word part : parts) {
            text.append(part.text());
            if (ScanReader.hasLetterOrDigit(part)) {
                confidence = Math.min(confidence, part.confidence());
            }
        }
        String number = plain(text.toString());
        return number.isBlank()
                ? Optional.empty()
                : Optional.of(new Word(
                        number,
                        parts.get(0).box(),
                        parts.get(0).origin(),
                        confidence,
                        parts.size() == 1 ? parts.get(0).otherReading() : null));
    }

    private static GreyImage enlarged(GreyImage picture, int dpi, BoundingBox box) {
        GreyImage part = picture.part(
                (int) (box.left() * dpi / 72) - 2,
                (int) (box.top() * dpi / 72) - 2,
                (int) Math.ceil(box.right() * dpi / 72) + 2,
                (int) Math.ceil(box.bottom() * dpi / 72) + 2,
                (int) Math.round(MARGIN * dpi));
        return part.scaled(part.width() * ENLARGED, part.height() * ENLARGED);
    }

    private static OcrImage image(GreyImage image, int dpi) {
        return new OcrImage(image.pixels(), image.width(), image.height(), dpi);
    }
}
