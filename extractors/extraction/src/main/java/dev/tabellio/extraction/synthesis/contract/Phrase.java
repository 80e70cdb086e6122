package dev.tabellio.extraction.synthesis.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A phrase of {@code anchors.yaml}: plain words, {@code a|b} for one or the other, {@code *} for up to four words. Made into
 * an expression whose every repetition is bounded.
 *
 * @param weight how much the phrase counts, above 0
 * @param needles words of which a text that has the phrase has at least one
 */
record Phrase(String words, double weight, Pattern pattern, List<String> needles) {

    Phrase {
        needles = List.copyOf(needles);
    }

    /** @throws IllegalArgumentException if the phrase is empty, has other signs than words, or does not weigh anything */
    static Phrase of(String words, double weight) {
        return anyOf(List.of(words), weight);
    }

    /**
     * One phrase for several wordings, which counts once however many of them stand in a text.
     *
     * @throws IllegalArgumentException if a wording is empty, has other signs than words, or does not weigh anything
     */
    static Phrase anyOf(List<String> wordings, double weight) {
        if (!(weight > 0) || wordings.isEmpty()) {
            throw new IllegalArgumentException("'%s': the weight must be above 0".formatted(wordings));
        }
        List<String> needles = new ArrayList<>();
        StringBuilder expression = new StringBuilder();
        for (String wording : wordings) {
            String text = wording.strip().toLowerCase(Locale.ROOT);
            if (!text.matches("[\\p{L}\\p{N}*|'&$%./,-]+(?: [\\p{L}\\p{N}*|'&$%./,-]+)*") || text.matches("[* ]+")) {
                throw new IllegalArgumentException("'%s' is not a phrase".formatted(wording));
            }
            String[] parts = text.split(" ", -1);
            expression.append(expression.isEmpty() ? "" : "|").append(expression(parts));
            needles.addAll(rarest(parts));
        }
        return new Phrase(
                String.join(" / ", wordings),
                weight,
                Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                needles);
    }

    private static String expression(String[] parts) {
        StringBuilder expression = new StringBuilder(startsWithWord(parts[0]) ? "(?<![\\p{L}\\p{N}])" : "");
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].equals("*")) {
                expression.append("(?:\\S{1,40}\\s+){0,4}?");
                continue;
            }
            expression.append("(?:");
            String[] alternatives = parts[i].split("\\|", -1);
            for (int j = 0; j < alternatives.length; j++) {
                expression.append(j == 0 ? "" : "|").append(Pattern.quote(alternatives[j]));
            }
            expression.append(')').append(i < parts.length - 1 ? "[,:;\"']{0,2}\\s+[\"']?" : "(?![\\p{L}\\p{N}])");
        }
        return expression.toString();
    }

    /** Signs need no boundary before them: "30%" has the phrase "%". */
    private static boolean startsWithWord(String part) {
        return Arrays.stream(part.split("\\|", -1))
                .allMatch(word -> !word.isEmpty() && Character.isLetterOrDigit(word.charAt(0)));
    }

    /** The alternatives of the part whose shortest one is longest: long words are rare. */
    private static List<String> rarest(String[] parts) {
        return Arrays.stream(parts)
                .filter(part -> !part.equals("*"))
                .map(part -> List.of(part.split("\\|", -1)))
                .max(Comparator.comparingInt(
                        words -> words.stream().mapToInt(String::length).min().orElse(0)))
                .orElse(List.of());
    }

    /**
     * Like {@link #in(CharSequence)}, looking first for single words.
     *
     * @param lower the text in lower case
     */
    boolean in(CharSequence text, String lower) {
        return needles.stream().anyMatch(lower::contains) && in(text);
    }

    boolean in(CharSequence text) {
        return pattern.matcher(text).find();
    }
}
