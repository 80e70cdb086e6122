package dev.tabellio.extraction.synthesis.contract;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds up what speaks for and against a sentence.
 *
 * @param threshold the sum that a sentence must reach to count
 */
record PhraseScore(List<Phrase> speaksFor, List<Phrase> headings, List<Phrase> against, double threshold) {

    PhraseScore {
        speaksFor = List.copyOf(speaksFor);
        headings = List.copyOf(headings);
        against = List.copyOf(against);
    }

    /** What a contract calls something, and numbers in brackets: 'the term (the "Term")', "five (5) years", "(b) any". */
    private static final Pattern ASIDE =
            Pattern.compile("\\s?\\((?:[^()\"]{0,60}\"[^()\"]{1,60}\"[^()]{0,40}|[a-z]{1,4}|[A-Z]|\\d{1,3}%?)\\)");

    /** A sentence with what stands in it in brackets moved behind it, so that the words around a bracket are neighbours. */
    static String plain(String sentence) {
        if (sentence.indexOf('(') < 0) {
            return sentence;
        }
        StringBuilder asides = new StringBuilder();
        Matcher aside = ASIDE.matcher(sentence);
        StringBuilder plain = new StringBuilder();
        while (aside.find()) {
            aside.appendReplacement(plain, "");
            asides.append(' ').append(aside.group().strip());
        }
        return aside.appendTail(plain).append(asides).toString();
    }

    double of(String sentence, String heading) {
        String plain = plain(sentence);
        return of(plain, plain.toLowerCase(Locale.ROOT), heading);
    }

    /**
     * The score of a sentence.
     *
     * @param sentence as {@link #plain} leaves it
     * @param lower the same in lower case
     */
    double of(String sentence, String lower, String heading) {
        String lowerHeading = heading.toLowerCase(Locale.ROOT);
        return sum(speaksFor, sentence, lower)
                + sum(headings, heading, lowerHeading)
                - sum(against, sentence, lower)
                - sum(against, heading, lowerHeading);
    }

    private static double sum(List<Phrase> phrases, String text, String lower) {
        double sum = 0;
        for (Phrase phrase : phrases) {
            sum += !text.isEmpty() && phrase.in(text, lower) ? phrase.weight() : 0;
        }
        return sum;
    }
}
