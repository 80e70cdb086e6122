package dev.tabellio.extraction.synthesis.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads how long a contract, or the duty to keep its secrets, lasts. A contract names many lengths of time; the one whose
 * sentence and heading speak of the agreement's own end is taken, if any does so clearly enough.
 */
final class TermReader {

    /** A length of time, the sentence that states it, and its score above the threshold. */
    record Candidate(Durations.Mention mention, TextSpan sentence, double score) {}

    /** Characters around a length of time that are looked at in a long sentence. */
    private static final int NEAR = 320;

    private final String text;
    private final Sentences sentences;
    private final Clauses clauses;
    private final PhraseScore phrases;

    TermReader(String text, Sentences sentences, Clauses clauses, PhraseScore phrases) {
        this.text = text;
        this.sentences = sentences;
        this.clauses = clauses;
        this.phrases = phrases;
    }

    Optional<Candidate> read() {
        return sentences.all().stream()
                .flatMap(sentence -> candidates(sentence).stream())
                .max(Comparator.comparingDouble(Candidate::score)
                        .thenComparing(candidate -> -candidate.sentence().start()))
                .filter(candidate -> candidate.score() >= phrases.threshold());
    }

    private List<Candidate> candidates(TextSpan sentence) {
        return Durations.in(text, sentence).stream()
                .filter(mention -> mention.unit() == Durations.Unit.MONTH || mention.unit() == Durations.Unit.YEAR)
                .map(mention -> new Candidate(mention, sentence, score(mention, sentence)))
                .toList();
    }

    private double score(Durations.Mention mention, TextSpan sentence) {
        int from = Math.max(sentence.start(), mention.span().start() - NEAR);
        int to = Math.min(sentence.end(), mention.span().end() + NEAR / 2);
        String heading = clauses.headingAt(text, sentences, mention.span().start());
        return phrases.of(text.substring(from, to), heading);
    }
}
