package dev.tabellio.extraction.synthesis.contract;

import java.util.List;
import java.util.Locale;

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

    double of(String sentence, String heading) {
        return of(sentence, sentence.toLowerCase(Locale.ROOT), heading);
    }

    /** @param lower the sentence in lower case */
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
