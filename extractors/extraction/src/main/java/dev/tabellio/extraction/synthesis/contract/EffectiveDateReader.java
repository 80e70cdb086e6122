package dev.tabellio.extraction.synthesis.contract;

import dev.tabellio.extraction.synthesis.contract.CalendarDates.Mention;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the date on which a contract takes effect: a defined "Effective Date", the date in the preamble, the date of the
 * sentence before the signatures, the last signature (a contract is made when the last party signs), and for a letter
 * without dated signatures the date of the letter.
 */
final class EffectiveDateReader {

    /** A date with its score from 0 to 1. */
    record Candidate(Mention mention, String how, double score) {}

    private static final String BEGINS = "day on which it begins";

    /** "Date of Lease:", at the head of a summary of terms. */
    private static final Pattern LABELLED = Pattern.compile(
            "(?:\\bdate\\s+of\\s+(?:this\\s+)?(?:agreement|contract|lease|note)|\\b(?:agreement|contract|lease|note)\\s+date|(?:^|[\\n.]|(?-i:[A-Z]{3,}))\\s*dated?)\\s?:\\s*$",
            Pattern.CASE_INSENSITIVE);

    /** Characters before a date in which its phrase must end. */
    private static final int LOOK_BACK = 60;

    /** Characters before a date in which the agreement is named that it belongs to. */
    private static final int LONG_LOOK_BACK = 300;

    /** Characters from the top in which the preamble stands. */
    private static final int PREAMBLE = 4000;

    private static final Pattern SIGNED = Pattern.compile(
            "(?:\\bdate(?:d|\\s+signed|\\s+of\\s+signature)?\\s?[:.;]|\\bdate)[\\s_]{0,6}$", Pattern.CASE_INSENSITIVE);

    private static final Pattern SIGNED_AFTER = Pattern.compile("^[\\s_]{0,6}date\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANK_DATE = Pattern.compile(
            "\\b(?:as\\s+of|dated|this|on)\\s+(?:the\\s+|this\\s+)?(?:date\\s+)?(?:_{2,}|\\[[\\s_]*\\]|\\.{4,})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FIRST_WRITTEN =
            Pattern.compile("\\bdates?\\b.{0,40}\\b(?:first|above|hereof)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONDITIONAL = Pattern.compile(
            "\\beffective\\s+(?:immediately\\s+)?(?:upon|prior|when|only)\\b(?!\\s+the\\s+date\\s+hereof)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern THIS_AGREEMENT = Pattern.compile(
            "(?:^\\W{0,3}(?i:this)|\\bT(?:HIS|his))\\b.{0,120}\\b(?i:agreement|contract|amendment|addendum|(?:sub)?lease|note)\\b");

    /** What leads to the date of another agreement than this one. */
    private static final Pattern OTHER_AGREEMENT = Pattern.compile(
            "\\b(?:that\\s+certain|(?:amendment|addendum)\\b(?:\\s+no\\.)?[^.]{0,40}\\bto\\s+(?:the|that)"
                    + "|(?:under|of|by|replaces?|supersedes?|amends?|restates?|terminates?|cancels?|replacing|amending)\\s+(?:the|an?|any|all|that))\\b[^.]{0,160}"
                    + "\\bagreement\\b(?:\\s+(?:number|no\\.)\\s+\\S{1,12})?,?(?:\\s\\([^)]{0,40}\\),?)?\\s+(?:(?:made|entered\\s+into|executed)\\s+(?:and\\s+)?)?"
                    + "(?:dated|made|effective|as\\s+of)(?:\\s+(?:as\\s+of|on))?\\s*$",
            Pattern.CASE_INSENSITIVE);

    /** The term or the agreement itself begins on the date that follows. */
    private static final Pattern COMMENCES = Pattern.compile(
            "\\b(?:this\\s+[\\w\\s]{0,40}agreement|(?:the|initial)\\s+term|duration)\\b[^.]{0,120}\\b(?:shall|will|to)\\s+"
                    + "(?:commence|begin|start|take\\s+effect|become\\s+effective|be\\s+effective)\\s+(?:on|as\\s+of|from|upon)\\s*$",
            Pattern.CASE_INSENSITIVE);

    /** What takes effect is the contract itself, not a plan, a price or a registration that it speaks of. */
    private static final Pattern OWN_SUBJECT = Pattern.compile(
            "\\b(?:agreement|contract|amendment|addendum|(?:sub)?lease|deed|undertaking|letter|memorandum|term|appointment|employment|engagement"
                    + "|made|entered|executed|dated|between|among|agrees?|hereby|hereof|hereto|it)\\b|^\\W*\\w+(?:\\s\\w+){0,2}\\s*$",
            Pattern.CASE_INSENSITIVE);

    /** A bracket that defines what stands before it. */
    private static final Pattern BRACKET = Pattern.compile("\\s?,?\\s?\\([^()]{1,58}");

    /** Words between the name of a date and the date. */
    private static final Pattern LINK = Pattern.compile(
            "[\"')]{0,2}\\s?(?:of\\s+this\\s+agreement\\s)?(?::|\\bis|\\bshall\\s+be|\\bmeans|\\bof|-)?\\s?(?:the\\s)?\\s?$",
            Pattern.CASE_INSENSITIVE);

    /** Characters by which the sentence that leads to the signatures may begin before them. */
    private static final int BEFORE_SIGNATURES = 400;

    /** The date behind the parties: "is entered into by and between the following parties on June 6, 2012". */
    private static final Pattern MADE_AFTER = Pattern.compile(
            "\\b(?:made|entered|executed|concluded|signed)\\b[^.;]{0,120}\\b(?:following|two|three)\\s+parties,?\\s+(?:on|as\\s+of|dated)\\s+(?:the\\s+)?$",
            Pattern.CASE_INSENSITIVE);

    private final ContractText contract;
    private final Sentences sentences;
    private final ContractAnchors.DateAnchors anchors;
    private final LetterOpening letter;

    EffectiveDateReader(
            ContractText contract, Sentences sentences, ContractAnchors.DateAnchors anchors, LetterOpening letter) {
        this.contract = contract;
        this.sentences = sentences;
        this.anchors = anchors;
        this.letter = letter;
    }

    /** @param partiesAt where the preamble names the parties, if it was found */
    Optional<Candidate> read(Optional<TextSpan> partiesAt) {
        String text = contract.text();
        List<Mention> mentions = CalendarDates.in(text);
        int signatures = SignatureBlocks.start(text);
        Optional<Candidate> stated = mentions.stream()
                .flatMap(mention -> stated(mention, partiesAt, signatures).stream())
                .max(Comparator.comparingDouble(Candidate::score)
                        .thenComparing(candidate -> -candidate.mention().span().start()));
        if (stated.isPresent()) {
            return stated;
        }
        int preamble = Math.min(text.length(), PREAMBLE);
        if (CONDITIONAL.matcher(text).region(0, preamble).find()
                || BLANK_DATE.matcher(text).region(0, preamble).find()) {
            return Optional.empty();
        }
        Optional<Candidate> signed = mentions.stream()
                .filter(mention -> mention.span().start() > signatures && signatureDate(mention))
                .max(Comparator.comparing(Mention::date))
                .map(mention -> new Candidate(mention, "date of the last signature", 0.6));
        return signed.isPresent() ? signed : letterDate(mentions, signatures);
    }

    /**
     * The date of the contract itself, which may differ from the day it takes effect: the date in the preamble, or else the
     * one that {@link #read} finds.
     */
    Optional<Candidate> readOwnDate(Optional<TextSpan> partiesAt) {
        Optional<Candidate> made = CalendarDates.in(contract.text()).stream()
                .filter(mention -> sentences.at(mention.span().start()).start() < PREAMBLE)
                .filter(mention -> made(mention) && !ofOtherAgreement(mention))
                .filter(mention -> makesTheAgreement(sentences.at(mention.span().start()), partiesAt)
                        || letter.standsAlone(mention.span()))
                .findFirst()
                .map(mention -> new Candidate(mention, "date in the preamble", 0.9));
        return made.isPresent()
                ? made
                : read(partiesAt).filter(date -> !date.how().equals(BEGINS));
    }

    private boolean signatureDate(Mention mention) {
        String text = contract.text();
        int end = mention.span().end();
        return SIGNED.matcher(before(mention)).find()
                || SIGNED_AFTER
                        .matcher(text.substring(end, Math.min(text.length(), end + 20)))
                        .find();
    }

    private Optional<Candidate> letterDate(List<Mention> mentions, int signatures) {
        String closing =
                contract.text().substring(Math.min(signatures, contract.text().length()));
        if (letter.salutation().isEmpty() && !FIRST_WRITTEN.matcher(closing).find()) {
            return Optional.empty();
        }
        return mentions.stream()
                .filter(mention -> letter.standsAlone(mention.span()))
                .findFirst()
                .map(mention -> new Candidate(mention, "date of the letter", 0.55));
    }

    /** The candidate that a date is by the words around it, the strongest reading first. */
    private Optional<Candidate> stated(Mention mention, Optional<TextSpan> partiesAt, int signatures) {
        String before = before(mention);
        TextSpan sentence = sentences.at(mention.span().start());
        boolean opening = sentence.start() < PREAMBLE;
        if (ofOtherAgreement(mention)) {
            return Optional.empty();
        }
        if (definedAfter(mention)) {
            return Optional.of(new Candidate(mention, "defined as the effective date", 0.95));
        }
        if (endsWith(anchors.defined(), LINK.matcher(before).replaceFirst(""))) {
            return Optional.of(new Candidate(mention, "effective date", 0.93));
        }
        if (opening && LABELLED.matcher(before).find()) {
            return Optional.of(new Candidate(mention, "date behind its label", 0.93));
        }
        if (anchors.begins() && COMMENCES.matcher(upTo(mention, LONG_LOOK_BACK)).find()) {
            return Optional.of(new Candidate(mention, BEGINS, 0.92));
        }
        if (opening
                && endsWith(anchors.before(), before)
                && OWN_SUBJECT.matcher(upTo(mention, LONG_LOOK_BACK)).find()) {
            return Optional.of(new Candidate(mention, "effective as of", 0.91));
        }
        if (!made(mention)) {
            return Optional.empty();
        }
        if (opening && makesTheAgreement(sentence, partiesAt)) {
            return Optional.of(new Candidate(mention, "date in the preamble", 0.9));
        }
        String words = sentence.of(contract.text());
        return mention.span().start() >= signatures - BEFORE_SIGNATURES
                        && anchors.signed().stream().anyMatch(phrase -> phrase.in(words))
                ? Optional.of(new Candidate(mention, "date before the signatures", 0.75))
                : Optional.empty();
    }

    private boolean made(Mention mention) {
        return endsWith(anchors.made(), before(mention))
                || MADE_AFTER.matcher(upTo(mention, LONG_LOOK_BACK)).find();
    }

    private boolean ofOtherAgreement(Mention mention) {
        return OTHER_AGREEMENT.matcher(upTo(mention, LONG_LOOK_BACK)).find();
    }

    /** Whether a bracket right behind the date calls it the effective date. */
    private boolean definedAfter(Mention mention) {
        String text = contract.text();
        int end = mention.span().end();
        Matcher bracket = BRACKET.matcher(text.substring(end, Math.min(text.length(), end + LOOK_BACK)));
        return bracket.lookingAt() && anchors.defined().stream().anyMatch(phrase -> phrase.in(bracket.group()));
    }

    /** Whether a sentence names the parties or speaks of this very agreement. */
    private boolean makesTheAgreement(TextSpan sentence, Optional<TextSpan> partiesAt) {
        return partiesAt.filter(at -> sentence.contains(at.start())).isPresent()
                || THIS_AGREEMENT.matcher(sentence.of(contract.text())).find();
    }

    /** The words of the sentence before a date, at most so many characters. */
    private String upTo(Mention mention, int most) {
        int start = sentences.at(mention.span().start()).start();
        return contract.text()
                .substring(
                        Math.max(start, mention.span().start() - most),
                        mention.span().start());
    }

    private String before(Mention mention) {
        return contract.text()
                .substring(
                        Math.max(0, mention.span().start() - LOOK_BACK),
                        mention.span().start());
    }

    private static boolean endsWith(List<Phrase> phrases, String before) {
        String tail = before.replaceAll("(?i)(?:\\s+the)?\\s*$", "");
        return phrases.stream().anyMatch(phrase -> {
            Matcher matcher = phrase.pattern().matcher(tail);
            int end = -1;
            while (matcher.find()) {
                end = matcher.end();
            }
            return end == tail.length();
        });
    }
}
