package dev.tabellio.extraction.text;

/**
 * A wording to look for, such as {@code Employee's social security number} or {@code Form 1040 (####) Page 2}.
 *
 * @param text as written by people; a {@code #} stands for any one digit
 * @param pattern the characters that are compared
 */
public record Wording(String text, String pattern) {

    static final char ANY_DIGIT = '#';

    /**
     * Share of a wording's characters that recognition from pixels may get wrong. Tesseract 5 on W-2 and 1040 labels at
     * 150 to 300 dpi stayed under 0.15 on all but unreadable ones; the closest pair of different labels ("State wages,
     * tips, etc." and "Local wages, tips, etc.") lies 0.29 apart.
     */
    private static final double TOLERANCE = 0.18;

    /** Long wordings do not get more than this: the last word of one could else be any other word. */
    private static final int MOST_CHANGES = 6;

    /** @throws IllegalArgumentException if the text has no letter, digit or {@code #} */
    public static Wording of(String text) {
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ANY_DIGIT) {
                pattern.append(Letters.compact(text.substring(from, i)));
                if (i < text.length()) {
                    pattern.append(ANY_DIGIT);
                }
                from = i + 1;
            }
        }
        if (pattern.isEmpty()) {
            throw new IllegalArgumentException("a wording needs letters or digits: '%s'".formatted(text));
        }
        return new Wording(text, pattern.toString());
    }

    /** How much recognised text may differ: the number of wrong letters; digits weigh more. */
    int tolerance() {
        int length = pattern.length();
        return length < 5 ? 0 : Math.min(MOST_CHANGES, Math.max(1, (int) (length * TOLERANCE)));
    }
}
