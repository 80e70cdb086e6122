package dev.tabellio.extraction.synthesis.contract;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A phrase of {@code anchors.yaml}: plain words, {@code a|b} for one or the other, {@code *} for up to four words. Made into
 * an expression whose every repetition is bounded.
 *
 * @param weight how much the phrase counts, above 0
 */
record Phrase(String words, double weight, Pattern pattern) {

    /** @throws IllegalArgumentException if the phrase is empty, has other signs than words, or does not weigh anything */
    static Phrase of(String words, double weight) {
        String text = words.strip().toLowerCase(Locale.ROOT);
        if (!text.matches("[\\p{L}\\p{N}*|'&./,-]+(?: [\\p{L}\\p{N}*|'&./,-]+)*") || text.matches("[* ]+")) {
            throw new IllegalArgumentException("'%s' is not a phrase".formatted(words));
        }
        if (!(weight > 0)) {
            throw new IllegalArgumentException("'%s': the weight must be above 0".formatted(words));
        }
        StringBuilder expression = new StringBuilder("(?<![\\p{L}\\p{N}])");
        String[] parts = text.split(" ");
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].equals("*")) {
                expression.append("(?:\\S{1,40}\\s+){0,4}?");
                continue;
            }
            expression.append("(?:");
            String[] alternatives = parts[i].split("\\|");
            for (int j = 0; j < alternatives.length; j++) {
                expression.append(j == 0 ? "" : "|").append(Pattern.quote(alternatives[j]));
            }
            expression.append(')').append(i < parts.length - 1 ? "[,:;\"']{0,2}\\s+[\"']?" : "(?![\\p{L}\\p{N}])");
        }
        return new Phrase(
                text, weight, Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    boolean in(CharSequence text) {
        return pattern.matcher(text).find();
    }
}
