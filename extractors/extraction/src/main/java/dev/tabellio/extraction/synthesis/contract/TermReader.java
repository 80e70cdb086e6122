package dev.tabellio.extraction.synthesis.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads how long a contract, or the duty to keep its secrets, lasts. A contract names many lengths of time; the one whose
 * sentence and heading speak of the agreement's own end is taken, if any does so clearly enough.
 */
final class TermReader {

    /** A length of time, the sentence that states it, and its score above the threshold. */
    record Candidate(Durations.Mention mention, TextSpan sentence, double score) {}

    /** Characters around a length of time that are looked at in a long sentence. */
    private static final int NEAR = 320;

    /** Days and weeks are the length of notices, unless they are said to be a period or a term. */
    private static final Pattern PERIOD_OF =
            Pattern.compile("\\b(?:period|term)\\s(?:of|is|shall\\sbe|will\\sbe)\\s$", Pattern.CASE_INSENSITIVE);

    /** A definition of something that is not the term: '1.37 "Contract Year" means'. */
    private static final Pattern OTHER_DEFINITION = Pattern.compile(
            "^\\W{0,4}(?:\\d{1,2}(?:\\.\\d{1,3}){0,3}\\W{1,3}|\\w{1,3}\\)\\s)?\"(?![^\"]*\\b(?:term|period|duration|expir\\w{1,6}|terminat\\w{1,4}|end)\\b)"
                    + "[^\"]{2,60}\"\\s+(?:means?|shall\\s+mean|has\\s+the\\s+meaning|refers?\\s+to)\\b",
            Pattern.CASE_INSENSITIVE);

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

    /** Whether a sentence says what another word than the term means: what lasts in it is not the contract. */
    static boolean definesOther(String sentence) {
        return OTHER_DEFINITION.matcher(sentence).find();
    }

    private List<Candidate> candidates(TextSpan sentence) {
        if (definesOther(sentence.of(text))) {
            return List.of();
        }
        return Durations.in(text, sentence).stream()
                .filter(mention -> mention.unit() == Durations.Unit.MONTH
                        || mention.unit() == Durations.Unit.YEAR
                        || PERIOD_OF
                                .matcher(text.substring(
                                        sentence.start(), mention.span().start()))
                                .find())
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
