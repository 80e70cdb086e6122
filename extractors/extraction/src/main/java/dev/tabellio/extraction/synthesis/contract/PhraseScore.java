package dev.tabellio.extraction.synthesis.contract;

import java.util.List;

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

    double of(CharSequence sentence, CharSequence heading) {
        return sum(speaksFor, sentence) + sum(headings, heading) - sum(against, sentence) - sum(against, heading);
    }

    private static double sum(List<Phrase> phrases, CharSequence text) {
        return text.isEmpty()
                ? 0
                : phrases.stream()
                        .filter(phrase -> phrase.in(text))
                        .mapToDouble(Phrase::weight)
                        .sum();
    }
}
