package dev.tabellio.extraction.synthesis.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the day on which a contract's first term ends: a date that the sentence about the term states, or the length of the
 * term counted from the day it starts. A length that starts with an event whose day is not in the contract (a launch, a
 * closing) gives no date.
 */
final class ExpirationDateReader {

    /**
     * A date with the places it was read from.
     *
     * @param spans the date itself, or the length of time and the day that it starts from
     */
    record Candidate(LocalDate date, List<TextSpan> spans, TextSpan sentence, String how, double score) {

        Candidate {
            spans = List.copyOf(spans);
        }
    }

    /** A day from which a term may be counted. */
    record Start(LocalDate date, TextSpan span) {}

    private static final int BESIDE = 60;

    /** Characters behind "from" in which the contract's own date is named. */
    private static final int OWN_NEAR = 45;

    private static final Pattern ENDS = Pattern.compile(
            "\\b(?:until|till|through|thru|to|expires?|expiring|terminates?|terminating|ends?|ending|lapses?|including|than)"
                    + "(?:,?\\s(?:(?:at\\s)?\\d{1,2}(?::\\d\\d)?\\s?(?:[ap]\\.?m\\.?)?,?(?:\\s\\w{2,8}(?<!\\son)){0,3}|automatically|on|at|as\\sof|upon|and\\sincluding|midnight|the\\sclose\\sof\\sbusiness|the\\s(?:\\w{1,10}\\s)?\\w{1,10}\\sof|day|\\(\\w{1,3}\\)|the|of|later\\sthan|,)){0,6}\\s?$"
                    + "|\\b(?:expir\\w{1,6}|terminat\\w{1,4}|end|ending)\\b[^.]{0,40}\\b(?:is|means?|shall\\sbe|will\\sbe)\\s(?:on\\s)?$"
                    + "|\\b(?:expires?|ends?|terminates?|lapses?),\\s[^,.;]{1,45},\\s(?:on|at|as\\sof|upon)\\s(?:the\\s)?$"
                    + "|\\d{4}\\s?-\\s?$",
            Pattern.CASE_INSENSITIVE);

    /** The date stands behind its label: "Expiration Date: June 30, 2014". */
    private static final Pattern LABEL = Pattern.compile(
            "(?:^|[\\n.;:)])\\W{0,4}(?:the\\s)?(?:initial\\s|scheduled\\s|contract\\s|lease\\s|agreement\\s)?"
                    + "(?:(?:expiration|expiry|termination|end(?:ing)?)\\s(?:date|day)|date\\sof\\s(?:expiration|expiry|termination))"
                    + "(?:\\sof\\s(?:(?:this|the|initial)\\s){0,2}(?:agreement|contract|term|lease))?\\s?:\\s*$",
            Pattern.CASE_INSENSITIVE);

    /** Several ends, one of them the date that follows: "the earlier of (i) the closing or (ii)". */
    private static final Pattern EARLIER = Pattern.compile(
            "\\b(?:until|ends?|expires?|terminates?)\\b[^.]{0,20}\\b(?:earlier|later|earliest|first)\\b[^.;]{0,160}\\b(?:or|and|of)"
                    + "\\s(?:\\(\\w{1,3}\\)\\s)?(?:on\\s)?$",
            Pattern.CASE_INSENSITIVE);

    /** Characters before a date in which its alternatives stand. */
    private static final int LONG_BESIDE = 240;

    private static final Pattern STARTS = Pattern.compile(
            "\\b(?:commenc\\w{1,4}|begin\\w{0,5}|start\\w{0,4}|effective|from|after|of)(?:\\s(?:on|as\\sof|upon|from|with|the|date|of|,)){0,4}\\s?$",
            Pattern.CASE_INSENSITIVE);

    /** Counted from the contract's own dates. */
    private static final Pattern OWN_START = Pattern.compile(
            "\\b(?:effective\\s+date|date\\s+(?:hereof|of\\s+(?:this|its|the\\s+(?:agreement|contract|last|latest))|(?:first\\s+)?(?:above|written|set)"
                    + "|on\\s+which\\s+(?:this|it|both|the\\s+(?:agreement|contract|last|parties)))|commencement\\s+date|"
                    + "execution|signing|signature|its\\s+date|the\\s+date(?!\\s+(?:of|on|that|when|upon)\\b)|hereof)\\b",
            Pattern.CASE_INSENSITIVE);

    /** A day that the contract calls its own but that an event decides: "the Commencement Date, being the day on which". */
    private static final Pattern EVENT_DAY = Pattern.compile(
            "\\b(?<day>effective\\s+date|commencement\\s+date)[\"')]{0,2},?\\s+(?:being|means?|shall\\s+(?:be|mean)|will\\s+be|is)\\s+"
                    + "(?:defined\\s+as\\s+)?the\\s+(?:later|earlier|first|date|day)\\b(?!\\s+(?:first\\s+)?(?:above|written|set|stated|hereof|of\\s+"
                    + "(?:this|the\\s+(?:agreement|contract|last|latest)|execution|signature)|on\\s+which\\s+(?:this|both|the\\s+(?:last|parties))))",
            Pattern.CASE_INSENSITIVE);

    /** Counted from a day that stands before the length of time in the same sentence. */
    private static final Pattern SAME_START = Pattern.compile(
            "^\\W{0,3}(?:of\\s|from\\s|after\\s|following\\s)?(?:(?:that|such|said)\\s+(?:effective\\s+)?date|thereof|thereafter|therefrom)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What the contract calls the date before it: "as of March 1, 2007 (the "Closing Date")". */
    private static final Pattern CALLED =
            Pattern.compile("\\s?,?\\s?\\((?:the|this)?\\s?\"(?<term>[A-Z][^\"]{2,40})\"");

    /** The day before an anniversary ends the term. */
    private static final Pattern DAY_BEFORE = Pattern.compile(
            "\\b(?:day|date)\\s+(?:immediately\\s+)?(?:before|prior\\s+to|preceding)\\s+the\\s+$",
            Pattern.CASE_INSENSITIVE);

    /** Counted from something. */
    private static final Pattern COUNTED = Pattern.compile(
            "^[\"')]{0,2}[\\s,]{0,2}(?:period\\s|term\\s)?(?:\\([^)]{0,60}\\)\\s?)?,?\\s?(?:from|after|following|of|commencing|beginning|starting)\\b",
            Pattern.CASE_INSENSITIVE);

    private final String text;
    private final Sentences sentences;
    private final Clauses clauses;
    private final PhraseScore phrases;

    ExpirationDateReader(String text, Sentences sentences, Clauses clauses, PhraseScore phrases) {
        this.text = text;
        this.sentences = sentences;
        this.clauses = clauses;
        this.phrases = phrases;
    }

    /**
     * @param start the contract's effective date, or else its own date
     * @param term its length, if it states one
     */
    Optional<Candidate> read(Optional<Start> start, Optional<TermReader.Candidate> term) {
        Optional<Candidate> stated = stated();
        Optional<Candidate> counted = term.flatMap(length -> counted(length, start));
        if (stated.isPresent()
                && counted.isPresent()
                && counted.get().score() > stated.get().score()
                && !counted.get().sentence().equals(stated.get().sentence())) {
            return counted;
        }
        return stated.isPresent() ? stated : counted;
    }

    private Optional<Candidate> stated() {
        Optional<Candidate> best = Optional.empty();
        for (TextSpan sentence : sentences.all()) {
            if (TermReader.definesOther(sentence.of(text))) {
                continue;
            }
            for (CalendarDates.Mention mention : CalendarDates.in(text, sentence)) {
                boolean labelled = labelled(mention.span().start());
                if (!labelled && !endsAt(mention.span().start(), sentence)) {
                    continue;
                }
                double score = phrases.of(
                        near(sentence, mention.span()),
                        clauses.headingAt(text, sentences, mention.span().start()));
                score = labelled ? Math.max(score, phrases.threshold()) : score;
                if (score >= phrases.threshold()
                        && (best.isEmpty() || score > best.get().score())) {
                    best = Optional.of(new Candidate(
                            mention.date(), List.of(mention.span()), sentence, "date on which the term ends", score));
                }
            }
        }
        return best;
    }

    private boolean labelled(int date) {
        return LABEL.matcher(text.substring(Math.max(0, date - BESIDE), date)).find();
    }

    private boolean endsAt(int date, TextSpan sentence) {
        return ENDS.matcher(text.substring(Math.max(sentence.start(), date - BESIDE), date))
                        .find()
                || EARLIER.matcher(text.substring(Math.max(sentence.start(), date - LONG_BESIDE), date))
                        .find();
    }

    private Optional<Candidate> counted(TermReader.Candidate term, Optional<Start> start) {
        TextSpan sentence = term.sentence();
        TextSpan length = term.mention().span();
        Optional<Start> own =
                startIn(sentence, length).or(() -> start.filter(date -> !countedFromEvent(sentence, length, date)));
        return own.map(from -> new Candidate(
                dayBefore(length) ? plus(from.date(), term.mention()).minusDays(1) : plus(from.date(), term.mention()),
                List.of(length, from.span()),
                sentence,
                "%s counted from %s".formatted(term.mention().normalised(), from.date()),
                term.score()));
    }

    /** The date in the same sentence with which the term starts. */
    private Optional<Start> startIn(TextSpan sentence, TextSpan length) {
        for (CalendarDates.Mention mention : CalendarDates.in(text, sentence)) {
            int from = Math.max(sentence.start(), mention.span().start() - BESIDE);
            boolean near = Math.abs(mention.span().start() - length.start()) < 250;
            if (near
                    && STARTS.matcher(text.substring(from, mention.span().start()))
                            .find()) {
                return Optional.of(new Start(mention.date(), mention.span()));
            }
        }
        return Optional.empty();
    }

    /** Whether the length is counted from something else than the contract's own date. */
    private boolean countedFromEvent(TextSpan sentence, TextSpan length, Start own) {
        String after = text.substring(length.end(), Math.min(sentence.end(), length.end() + 120));
        if (SAME_START.matcher(after).find()) {
            Matcher named = OWN_START.matcher(text).region(sentence.start(), length.start());
            return !named.find() || decidedByEvent(named.group(), own);
        }
        Matcher counted = COUNTED.matcher(after);
        if (!counted.find()) {
            return false;
        }
        String from = after.substring(counted.end());
        Matcher start = OWN_START.matcher(from);
        boolean counts = start.find() && start.start() <= OWN_NEAR && !decidedByEvent(start.group(), own);
        return !counts && !called(own).filter(from::contains).isPresent();
    }

    /** Whether an event decides the day that the contract calls so, and not the date that was read as its own. */
    private boolean decidedByEvent(String day, Start own) {
        if (called(own).filter(day::equalsIgnoreCase).isPresent()) {
            return false;
        }
        return EVENT_DAY
                .matcher(text)
                .results()
                .anyMatch(event -> event.group(1).equalsIgnoreCase(day));
    }

    /** What the contract calls its own date. */
    private Optional<String> called(Start own) {
        Matcher called = CALLED.matcher(text).region(own.span().end(), text.length());
        return called.lookingAt() ? Optional.of(called.group("term")) : Optional.empty();
    }

    private boolean dayBefore(TextSpan length) {
        return DAY_BEFORE
                .matcher(text.substring(Math.max(0, length.start() - BESIDE), length.start()))
                .find();
    }

    private static LocalDate plus(LocalDate from, Durations.Mention length) {
        return switch (length.unit()) {
            case DAY -> from.plusDays(length.count());
            case WEEK -> from.plusWeeks(length.count());
            case MONTH -> from.plusMonths(length.count());
            case YEAR -> from.plusYears(length.count());
        };
    }

    private String near(TextSpan sentence, TextSpan value) {
        return text.substring(
                Math.max(sentence.start(), value.start() - 320), Math.min(sentence.end(), value.end() + 160));
    }
}
