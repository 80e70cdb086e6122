package dev.tabellio.extraction.pdf;

import dev.tabellio.extraction.geometry.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Closes words whose letters were set apart, such as {@code 6 1 , 3 0 0} or {@code W A G E S}.
 *
 * <p>Where the text itself says how far its letters stand apart, that is taken off every gap. Where blanks or steps were
 * painted between the letters, which lists, columns of digits and texts without blanks have too, only what can hardly be
 * anything else is closed: four or more letters at equal distance, with wider gaps to both sides, that are an amount, a date
 * or a number of a person or firm with its separators, or a word. Digits alone stay apart: {@code 1 2 3 4} may be four
 * numbers. So do letters between which a line runs: each is in a box of its own.
 */
final class LetterSpacing {

    /** Letter spacing in ems: below it words hold together anyway, above it are the combs of forms. */
    private static final double NARROWEST = 0.12;

    private static final double WIDEST = 0.75;

    /** Kerning in ems that is added to letter spacing. */
    private static final double KERNING = 0.1;

    /** Difference in ems of gaps that are equal: letters in columns have equal steps, and gaps that differ by their widths. */
    private static final double EQUAL = 0.05;

    /** Gap to other words for the gap between letters. */
    private static final double WORD_TO_LETTER = 1.5;

    private static final int FEWEST_LETTERS = 4;

    private static final Pattern NUMBER = Pattern.compile("""
            [-+(]?[$€£]?[-+]?(\\d{1,3}([,.]\\d{3})+([.,]\\d{2})?|\\d+[.,]\\d{2})[)%-]?\
            |\\d{3}-\\d{2}-\\d{4}|\\d{2}-\\d{7}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}|\\d{4}-\\d{2}-\\d{2}""");

    /** A word in capitals, in small letters, or with a capital. */
    private static final Pattern WORD = Pattern.compile("\\p{Lu}+|\\p{L}\\p{Ll}+");

    private static final Pattern VOWEL = Pattern.compile("[aeiouyäöüAEIOUYÄÖÜ]");

    private final List<Ruling> rulings;

    /** @param rulings of the page */
    LetterSpacing(List<Ruling> rulings) {
        this.rulings = rulings;
    }

    /**
     * Closes the words of a line.
     *
     * @param baseline in the order in which it is read
     */
    List<Piece> closed(List<Piece> baseline) {
        if (baseline.size() < 2) {
            return baseline;
        }
        return withoutSteps(withoutSpacing(baseline));
    }

    private List<Piece> withoutSpacing(List<Piece> baseline) {
        if (!isSpaced(baseline)) {
            return baseline;
        }
        List<Piece> closed = new ArrayList<>(baseline.size());
        Piece previous = baseline.get(0);
        boolean letters = previous.isLetter();
        closed.add(previous);
        for (Piece piece : baseline.subList(1, baseline.size())) {
            if (letters && piece.isLetter() && isSpaced(previous, piece) && !isDivided(previous, piece)) {
                previous.append(piece);
            } else {
                closed.add(piece);
                previous = piece;
                letters = piece.isLetter();
            }
        }
        return closed;
    }

    /** Whether letters of the line stand apart: some writers take the spacing back with steps, save between words. */
    private static boolean isSpaced(List<Piece> baseline) {
        for (int i = 2; i < baseline.size(); i++) {
            Piece middle = baseline.get(i - 1);
            if (middle.spacing > 0
                    && baseline.get(i - 2).isLetter()
                    && middle.isLetter()
                    && baseline.get(i).isLetter()
                    && isSpaced(baseline.get(i - 2), middle)
                    && isSpaced(middle, baseline.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpaced(Piece left, Piece right) {
        double size = left.size;
        return left.spacing >= NARROWEST * size
                && left.spacing <= WIDEST * size
                && Math.abs(left.spacing - right.spacing) < EQUAL * size
                && !left.blankAfter
                && isAlike(left, right)
                && Math.abs(gap(left, right) - left.spacing) < KERNING * size;
    }

    private static boolean isAlike(Piece left, Piece right) {
        return !left.symbol && !right.symbol && Math.abs(left.size - right.size) < EQUAL * left.size;
    }

    private static double gap(Piece left, Piece right) {
        return right.start - left.end;
    }

    private boolean isDivided(Piece left, Piece right) {
        return rulings.stream().anyMatch(line -> line.separates(left.bounds(), right.bounds()));
    }

    private List<Piece> withoutSteps(List<Piece> baseline) {
        List<Piece> closed = new ArrayList<>(baseline.size());
        int start = 0;
        while (start < baseline.size()) {
            int end = endOfSteps(baseline, start);
            List<Piece> letters = baseline.subList(start, end);
            if (letters.size() >= FEWEST_LETTERS && standsAlone(baseline, start, end) && isOne(letters)) {
                Piece word = letters.get(0);
                letters.subList(1, letters.size()).forEach(word::append);
                closed.add(word);
                start = end;
            } else {
                // The gap before a word may be the first step of a short row.
                int kept = letters.size() < FEWEST_LETTERS ? start + 1 : end;
                closed.addAll(baseline.subList(start, kept));
                start = kept;
            }
        }
        return closed;
    }

    /** After the last of the letters that follow each other at the distance of the first two. */
    private static int endOfSteps(List<Piece> baseline, int start) {
        Piece first = baseline.get(start);
        int end = start + 1;
        if (!first.isLetter() || end == baseline.size()) {
            return end;
        }
        double step = gap(first, baseline.get(end));
        if (step < NARROWEST * first.size || step > WIDEST * first.size) {
            return end;
        }
        while (end < baseline.size()
                && baseline.get(end).isLetter()
                && isAlike(first, baseline.get(end))
                && baseline.get(end - 1).blankAfter == first.blankAfter
                && Math.abs(gap(baseline.get(end - 1), baseline.get(end)) - step) < EQUAL * first.size) {
            end++;
        }
        return end;
    }

    private static boolean standsAlone(List<Piece> baseline, int start, int end) {
        double apart = WORD_TO_LETTER * gap(baseline.get(start), baseline.get(start + 1));
        return (start == 0 || gap(baseline.get(start - 1), baseline.get(start)) >= apart)
                && (end == baseline.size() || gap(baseline.get(end - 1), baseline.get(end)) >= apart);
    }

    private boolean isOne(List<Piece> letters) {
        StringBuilder text = new StringBuilder();
        letters.forEach(letter -> text.append(letter.text));
        if (!NUMBER.matcher(text).matches() && !isWord(text)) {
            return false;
        }
        for (int i = 1; i < letters.size(); i++) {
            if (isDivided(letters.get(i - 1), letters.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether letters are a word, and not marks of columns or points of a list. */
    private static boolean isWord(CharSequence text) {
        return WORD.matcher(text).matches()
                && VOWEL.matcher(text).find()
                && text.chars().distinct().count() >= FEWEST_LETTERS - 1
                && !isAscending(text);
    }

    private static boolean isAscending(CharSequence text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) <= text.charAt(i - 1)) {
                return false;
            }
        }
        return true;
    }
}
