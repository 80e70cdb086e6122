package dev.tabellio.extraction.synthesis.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the sentences of a contract that speak of one subject, such as audits or assignment. */
final class ClauseFinder {

    /** A sentence, the clause it stands in, and its score at or above the threshold. */
    record Found(TextSpan sentence, Clauses.Clause clause, double score) {}

    /** Sentences of one subject that are kept, the best ones. */
    private static final int MOST = 6;

    /** Characters under which a sentence says nothing: a heading, an entry of a table of contents. */
    private static final int SHORTEST = 40;

    /** Characters of the longest heading that stands alone. */
    private static final int LONGEST_HEADING = 90;

    /** Characters from which a sentence has so many words that phrases meet in it by chance. */
    private static final int LONG = 1200;

    /** What a long sentence must have above the threshold. */
    private static final double LONG_NEEDS = 2;

    private static final Pattern RULE = Pattern.compile(
            "\\b(?:shall|will|may|must|is|are|has|have|agrees?|grants?|cannot|not)\\b", Pattern.CASE_INSENSITIVE);

    /** What agrees on nothing: recitals, the clause about headings, a table of contents that runs on. */
    private static final Pattern SAYS_NOTHING = Pattern.compile(
            "^\\W{0,4}(?:recitals?\\W{1,4}|preamble\\W{1,4}|(?:and|\\w)\\W{1,3})?whereas\\b"
                    + "|\\b(?:headings?|captions?|titles)\\b.{0,120}\\b(?:convenience|reference|construction|interpretation)\\b"
                    + "|(?:\\b\\d{1,2}\\.\\d{1,2}\\.?\\s(?:[A-Z]\\S{0,30}\\s){1,8}){5}",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final String text;
    private final List<Sentence> sentences;

    private record Sentence(TextSpan span, String words, String lower, Clauses.Clause clause) {}

    ClauseFinder(String text, Sentences sentences, Clauses clauses) {
        this.text = text;
        this.sentences = sentences.all().stream()
                .filter(span -> span.length() >= SHORTEST && !heading(span.of(text)))
                .filter(span -> !SAYS_NOTHING.matcher(span.of(text)).find())
                .map(span -> {
                    String words = PhraseScore.plain(span.of(text));
                    return new Sentence(span, words, words.toLowerCase(Locale.ROOT), clauses.at(span.start()));
                })
                .toList();
    }

    /** Whether the words are a heading that stands alone: short, without a mark at the end and without a verb of a rule. */
    private static boolean heading(String words) {
        return words.length() < LONGEST_HEADING
                && ".;:,\")".indexOf(words.charAt(words.length() - 1)) < 0
                && !RULE.matcher(words).find();
    }

    /**
     * What reaches the threshold, in the order of the text.
     *
     * @param read sentences that a value of the subject was read from: they speak of it whatever their phrases are
     */
    List<Found> find(PhraseScore phrases, Set<TextSpan> read) {
        List<Found> found = new ArrayList<>();
        for (Sentence sentence : sentences) {
            double score = phrases.of(
                    sentence.words(), sentence.lower(), sentence.clause().heading());
            double needed = phrases.threshold() + (sentence.span().length() > LONG ? LONG_NEEDS : 0);
            if (score >= needed || read.contains(sentence.span())) {
                found.add(new Found(trimmed(sentence), sentence.clause(), Math.max(score, phrases.threshold())));
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
