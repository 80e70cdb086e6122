package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.pdf.PageContent;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Pages whose text lies on an image are read in both ways, from the text layer and from the picture: where the two say
 * different amounts, somebody may have changed one of them.
 */
final class TwoReadings {

    /** Digits with a decimal or a thousands separator, as amounts are written; years, numbers and dates are not. */
    private static final Pattern AMOUNT = Pattern.compile("[$€£(+-]*\\d{1,3}(?:[.,' ]?\\d{3})*[.,]\\d{2,3}[)%-]*");

    /** Share of an image that words cover if the image is below text. */
    private static final double GROUND = 0.02;

    /** Confidence from which a recognised word is held against the text layer. */
    private static final double SURE = 0.8;

    /** Share of the smaller box that two readings of one word have in common. */
    private static final double SHARED = 0.5;

    private static final int STEPS = 1000;

    private TwoReadings() {}

    /**
     * Whether a page is read in both ways.
     *
     * @param share of the pages with text on an image
     */
    static boolean wanted(PageContent content, int number, double share) {
        if (content.images().isEmpty() || share == 0) {
            return false;
        }
        List<BoundingBox> grounds = content.images().stream()
                .filter(image -> textOn(content, image) >= GROUND * image.area())
                .toList();
        if (grounds.isEmpty()) {
            return false;
        }
        // Spread evenly over the pages of a file, and the same ones every time.
        boolean chosen = Math.floorMod(number * 618, STEPS) < share * STEPS;
        return chosen
                || content.words().stream()
                        .anyMatch(word -> word.origin() == Origin.TEXT_LAYER
                                && isAmount(word)
                                && grounds.stream().anyMatch(image -> image.containsCenterOf(word.box())));
    }

    private static double textOn(PageContent content, BoundingBox image) {
        double area = 0;
        for (Word word : content.words()) {
            area += word.origin() == Origin.TEXT_LAYER && image.containsCenterOf(word.box())
                    ? word.box().area()
                    : 0;
        }
        return area;
    }

    static boolean isAmount(Word word) {
        return isAmount(word.text());
    }

    static boolean isAmount(String text) {
        return AMOUNT.matcher(text).matches();
    }

    /**
     * Holds a word of the text layer against what was recognised.
     *
     * @return the word, with the other reading if there is a sure one that says something else
     */
    static Word compared(Word printed, List<Word> seen) {
        if (printed.origin() != Origin.TEXT_LAYER) {
            return printed;
        }
        List<Word> same = seen.stream()
                .filter(word -> word.box().intersectionArea(printed.box())
                        > SHARED * Math.min(word.box().area(), printed.box().area()))
                .sorted(Comparator.comparingDouble(word -> word.box().left()))
                .toList();
        if (same.isEmpty() || same.stream().anyMatch(word -> word.confidence() < SURE)) {
            return printed;
        }
        String other = String.join("", same.stream().map(Word::text).toList());
        return plain(other).equals(plain(printed.text())) || other.isBlank() ? printed : printed.readOtherwise(other);
    }

    /** What a reading says, without punctuation, which recognition adds and loses. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
