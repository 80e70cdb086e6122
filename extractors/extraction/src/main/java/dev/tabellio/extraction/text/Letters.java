package dev.tabellio.extraction.text;

import java.text.Normalizer;
import java.util.Locale;

/** The characters that count when wordings are compared. */
public final class Letters {

    private Letters() {}

    /** Letters and digits in lower case without accents; everything else is dropped. Independent of the locale. */
    public static String compact(String text) {
        boolean ascii = text.chars().allMatch(c -> c < 128);
        String folded = ascii ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder(folded.length());
        folded.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
