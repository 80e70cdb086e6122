package dev.tabellio.extraction.text;

import java.text.Normalizer;
import java.util.Locale;

/** The characters that count when wordings are compared. */
public final class Letters {

    private Letters() {}

    /** Letters and digits in lower case without accents; everything else is dropped. Independent of the locale. */
    public static String compact(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                return folded(text);
            }
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                kept.append(c);
            } else if (c >= 'A' && c <= 'Z') {
                kept.append((char) (c - 'A' + 'a'));
            }
        }
        return kept.toString();
    }

    private static String folded(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
