package dev.tabellio.extraction.corroboration;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Whether a reading accounts for the ink of its row. What both readings lose alike shows there: of two characters that are the
 * same one goes missing ("DD" is read as "D"), and letters that the model does not know lose their accents ("Bj\u00f6rn" is read
 * as "Bjorn").
 */
final class SeenInk {

    private static final Pattern SMALL = Pattern.compile("\\p{Ll}");

    /** Signs lower than a letter, and blanks. */
    private static final Pattern LOW =
            Pattern.compile("[\\s.,;:'\"\u2018\u2019\u201c\u201d`_~*=\u00b0\u00b7\u2013\u2014-]+");

    private static final int DIAERESIS = '\u0308';

    private static final int CEDILLA = '\u0327';

    private SeenInk() {}

    /** Whether all characters were read: none but small letters, which run together and fall apart, is one run of ink at most. */
    static boolean hasAllCharacters(String reading, Ink ink) {
        return SMALL.matcher(reading).find()
                || ink.tallRuns() <= LOW.matcher(reading).replaceAll("").length();
    }

    /** Whether no letter has a dot or accent more than was read. */
    static boolean hasAllMarks(String reading, Ink ink) {
        return reading.chars().noneMatch(Character::isLetter) || ink.marksAbove() <= marks(reading);
    }

    private static int marks(String reading) {
        return Normalizer.normalize(reading, Normalizer.Form.NFD)
                .codePoints()
                .map(character -> switch (character) {
                    case 'i', 'j', '\'', '\u2018', '\u2019', '`', '%' -> 1;
                    case DIAERESIS, '"', '\u201c', '\u201d' -> 2;
                    case CEDILLA -> 0;
                    default -> Character.getType(character) == Character.NON_SPACING_MARK ? 1 : 0;
                })
                .sum();
    }
}
