package dev.tabellio.extraction.synthesis.contract;

import dev.tabellio.document.FieldValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the values that a type declares under {@code values} of its {@code anchors.yaml}: an amount, a date, a length of
 * time, a rate or a few words, chosen by the sentence, its heading and the words right before and behind the value.
 */
final class StatedValueReader {

    /** What a value looks like. */
    enum Kind {
        AMOUNT,
        DATE,
        DURATION,
        RATE,
        /** Words behind the phrase, up to a comma, a bracket or the end of the sentence: a position. */
        WORDS,
        /** Words behind the phrase, commas among them, up to a bracket or the end of the sentence: an address. */
        PASSAGE
    }

    /**
     * A value that a type declares.
     *
     * @param pointer where it belongs
     * @param sentence what speaks for and against the sentence and its heading, and the sum to be reached
     * @param before what speaks for a value right behind it
     * @param after what speaks for a value right before it
     * @param needsBeside whether one of {@code before} and {@code after} has to be there
     */
    record Wanted(
            String pointer,
            Kind kind,
            PhraseScore sentence,
            List<Phrase> before,
            List<Phrase> after,
            boolean needsBeside) {

        Wanted {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** The value chosen, where it stands, the sentence around it, and its score at or above the threshold. */
    record Found(FieldValue value, TextSpan span, TextSpan sentence, double score) {}

    private record Mention(FieldValue value, TextSpan span) {}

    /** Characters around a value that are looked at in a long sentence. */
    private static final int NEAR = 300;

    /** Characters right before a value: "at least", "a total price of". */
    private static final int BEFORE = 70;

    /** Characters right behind a value: "days prior to the end". */
    private static final int AFTER = 30;

    private static final Pattern RATE = Pattern.compile(
            "(?<![\\d.])(?<figure>\\d{1,3}(?:\\.\\d{1,6})?)\\s?(?:%|per\\s?cent(?:um)?\\b)", Pattern.CASE_INSENSITIVE);

    private static final Pattern WORDS = Pattern.compile(
            "(?:(?!\\s(?:and|or)\\s(?:will|shall|to|reports?|agrees?|in|the|perform|you|as)\\b|\\sof\\s(?:the\\s)?(?:company|employer|corporation|bank)\\b"
                    + "|\\s(?:on|upon|under|pursuant|effective|commencing|beginning|during|at|reporting|who|subject|with)\\s)[^,;.()\\n\"]){3,90}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PASSAGE = Pattern.compile(
            "(?:(?!,?\\s(?:which|together\\s+with|as\\s+(?:shown|more)|consisting|containing|comprising|being)\\b)[^;()\\n\"]){3,160}",
            Pattern.CASE_INSENSITIVE);

    private final String text;
    private final Sentences sentences;
    private final Clauses clauses;

    StatedValueReader(String text, Sentences sentences, Clauses clauses) {
        this.text = text;
        this.sentences = sentences;
        this.clauses = clauses;
    }

    /** The best value; of equal ones the first. */
    Optional<Found> read(Wanted wanted) {
        Optional<Found> best = Optional.empty();
        for (TextSpan sentence : sentences.all()) {
            for (Mention mention : mentions(wanted, sentence)) {
                double score = score(wanted, mention.span(), sentence);
                if (score >= wanted.sentence().threshold()
                        && (best.isEmpty() || score > best.get().score())) {
                    best = Optional.of(new Found(mention.value(), mention.span(), sentence, score));
                }
            }
        }
        return best;
    }

    private double score(Wanted wanted, TextSpan value, TextSpan sentence) {
        int from = Math.max(sentence.start(), value.start() - NEAR);
        int to = Math.min(sentence.end(), value.end() + NEAR);
        double beside = beside(wanted.before(), Math.max(sentence.start(), value.start() - BEFORE), value.start())
                + beside(wanted.after(), value.end(), Math.min(sentence.end(), value.end() + AFTER));
        if (beside == 0 && wanted.needsBeside()) {
            return Double.NEGATIVE_INFINITY;
        }
        return beside
                + wanted.sentence()
                        .of(text.substring(from, to), clauses.at(value.start()).heading());
    }

    private double beside(List<Phrase> phrases, int from, int to) {
        String words = text.substring(from, Math.max(from, to));
        return phrases.stream()
                .filter(phrase -> phrase.in(words))
                .mapToDouble(Phrase::weight)
                .max()
                .orElse(0);
    }

    private List<Mention> mentions(Wanted wanted, TextSpan sentence) {
        return switch (wanted.kind()) {
            case AMOUNT ->
                MoneyMentions.in(text, sentence).stream()
                        .map(money ->
                                new Mention(new FieldValue.Amount(money.amount(), money.currency()), money.span()))
                        .toList();
            case DATE ->
                CalendarDates.in(text, sentence).stream()
                        .map(date -> new Mention(new FieldValue.Date(date.date()), date.span()))
                        .toList();
            case DURATION ->
                Durations.in(text, sentence).stream()
                        .map(length -> new Mention(new FieldValue.Text(length.normalised()), length.span()))
                        .toList();
            case RATE -> rates(sentence);
            case WORDS -> words(wanted, sentence, WORDS);
            case PASSAGE -> words(wanted, sentence, PASSAGE);
        };
    }

    private List<Mention> rates(TextSpan sentence) {
        List<Mention> rates = new ArrayList<>();
        Matcher matcher = RATE.matcher(text).region(sentence.start(), sentence.end());
        while (matcher.find()) {
            rates.add(new Mention(
                    new FieldValue.Text(matcher.group("figure") + " %"), new TextSpan(matcher.start(), matcher.end())));
        }
        return rates;
    }

    private List<Mention> words(Wanted wanted, TextSpan sentence, Pattern form) {
        List<Mention> found = new ArrayList<>();
        String words = sentence.of(text);
        String lower = words.toLowerCase(Locale.ROOT);
        for (Phrase phrase : wanted.before()) {
            Matcher matcher = phrase.pattern().matcher(words);
            if (!phrase.in(words, lower) || !matcher.find()) {
                continue;
            }
            int from = NameScanner.skipBlanks(text, sentence.start() + matcher.end(), sentence.end());
            Matcher value = form.matcher(text).region(from, sentence.end());
            if (value.lookingAt()) {
                int end = from + value.group().replaceFirst("[\\s.,]+$", "").length();
                if (end > from + 2) {
                    found.add(new Mention(
                            new FieldValue.Text(text.substring(from, end).replaceAll("\\s+", " ")),
                            new TextSpan(from, end)));
                }
            }
        }
        found.sort(Comparator.comparingInt(mention -> mention.span().start()));
        return found;
    }
}
