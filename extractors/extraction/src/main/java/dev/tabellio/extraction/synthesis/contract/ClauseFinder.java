package dev.tabellio.extraction.synthesis.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the sentences of a contract that speak of one subject, such as audits or assignment. */
final class ClauseFinder {

    /** A sentence, the clause it stands in, and its score at or above the threshold. */
    record Found(TextSpan sentence, Clauses.Clause clause, double score) {}

    /** Sentences of one subject that are kept, the best ones. */
    private static final int MOST = 6;

    /** Characters under which a sentence says nothing: a heading, an entry of a table of contents. */
    private static final int SHORTEST = 40;

    private final String text;
    private final List<Sentence> sentences;

    private record Sentence(TextSpan span, String words, String lower, Clauses.Clause clause) {}

    ClauseFinder(String text, Sentences sentences, Clauses clauses) {
        this.text = text;
        this.sentences = sentences.all().stream()
                .filter(span -> span.length() >= SHORTEST)
                .map(span -> new Sentence(
                        span, span.of(text), span.of(text).toLowerCase(Locale.ROOT), clauses.at(span.start())))
                .toList();
    }

    /** What reaches the threshold, in the order of the text. */
    List<Found> find(PhraseScore phrases) {
        List<Found> found = new ArrayList<>();
        for (Sentence sentence : sentences) {
            double score = phrases.of(
                    sentence.words(), sentence.lower(), sentence.clause().heading());
            if (score >= phrases.threshold()) {
                found.add(new Found(trimmed(sentence), sentence.clause(), score));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Found::score).reversed())
                .limit(MOST)
                .sorted(Comparator.comparingInt(one -> one.sentence().start()))
                .toList();
    }

    /** The sentence without the number of its clause. */
    private TextSpan trimmed(Sentence sentence) {
        TextSpan number = sentence.clause().number();
        if (number.start() != sentence.span().start()
                || number.end() >= sentence.span().end()) {
            return sentence.span();
        }
        int start = NameScanner.skipBlanks(text, number.end(), sentence.span().end());
        return new TextSpan(start, sentence.span().end());
    }
}
