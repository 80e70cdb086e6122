package dev.tabellio.extraction.synthesis.contract;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads whose law governs a contract: a state, province or country, and the sentence that says so. */
final class GoverningLawReader {

    /** A place, the sentence that chooses its law, and a score above the threshold. */
    record Candidate(Places.Found place, TextSpan sentence, double score) {}

    private static final Pattern LAW = Pattern.compile("\\blaws?\\b", Pattern.CASE_INSENSITIVE);

    /** Characters after "law" in which the place must be named. */
    private static final int REACH = 140;

    private final String text;
    private final Sentences sentences;
    private final Clauses clauses;
    private final PhraseScore phrases;

    GoverningLawReader(String text, Sentences sentences, Clauses clauses, PhraseScore phrases) {
        this.text = text;
        this.sentences = sentences;
        this.clauses = clauses;
        this.phrases = phrases;
    }

    Optional<Candidate> read() {
        Optional<Candidate> best = Optional.empty();
        Matcher law = LAW.matcher(text);
        Comparator<Candidate> byScore = Comparator.comparingDouble(Candidate::score);
        while (law.find()) {
            Optional<Candidate> candidate = candidate(law.start(), law.end());
            if (candidate.isPresent() && (best.isEmpty() || byScore.compare(candidate.get(), best.get()) > 0)) {
                best = candidate;
            }
        }
        return best.filter(candidate -> candidate.score() >= phrases.threshold());
    }

    private Optional<Candidate> candidate(int law, int lawEnd) {
        TextSpan sentence = sentences.at(law);
        Optional<Places.Found> place = after(lawEnd, Math.min(sentence.end(), lawEnd + REACH));
        if (place.isEmpty()) {
            place = before(law);
        }
        return place.map(found -> {
            int from = Math.max(sentence.start(), law - 300);
            int to = Math.min(sentence.end(), found.span().end() + 160);
            double score = phrases.of(
                    text.substring(from, Math.max(from, to)), clauses.at(law).heading());
            return new Candidate(found, sentence, score);
        });
    }

    /** The first place after "law": "laws of the State of X", "law of X". */
    private Optional<Places.Found> after(int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (Character.isUpperCase(text.charAt(i)) && !Character.isLetterOrDigit(text.charAt(i - 1))) {
                Optional<Places.Found> place = Places.at(text, i);
                if (place.isPresent() && place.get().span().end() <= limit) {
                    return place;
                }
            }
        }
        return Optional.empty();
    }

    /** The place right before "law": "New York law". */
    private Optional<Places.Found> before(int law) {
        for (int i = Math.max(1, law - 40); i < law; i++) {
            if (Character.isUpperCase(text.charAt(i)) && !Character.isLetterOrDigit(text.charAt(i - 1))) {
                Optional<Places.Found> place = Places.at(text, i);
                if (place.isPresent()
                        && text.substring(place.get().span().end(), law)
                                .toLowerCase(Locale.ROOT)
                                .matches("(?:'s)?\\s+(?:(?:internal|substantive|state|domestic)\\s+){0,2}")) {
                    return place;
                }
            }
        }
        return Optional.empty();
    }
}
