package dev.tabellio.extraction.synthesis.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the parties from the sentence that names them: "... by and between X, Inc., a Delaware corporation with offices at
 * ... (the "Company"), and Y ("Recipient")". Or they are the subject of the
 * sentence: "X, Inc. (the "Company") and Y ("Agent") hereby agree".
 */
final class PreambleParties {

    /** The preamble stands near the top: characters that are searched. */
    private static final int SEARCHED = 9000;

    private static final Pattern BETWEEN = Pattern.compile(
            "\\b(?:by\\s+and\\s+(?:between|among)|between|among|amongst)\\b(?:\\s+and\\s+among)?[:,]?"
                    + "|\\bparties\\s?:|\\bparties\\s+(?:of|to)\\s+(?:this|the)\\s+[\\w\\s]{1,40}(?:are|is)(?:(?:\\s+as\\s+follows|\\s+the\\s+following)\\b:?|:?(?=\\s+(?-i:[A-Z]|\\(?\\w\\))))|\\b(?-i:PARTIES)(?=\\s+\\(?[1aAi][.)])|\\b(?:made|executed|given|delivered)\\b[^.]{0,60}?\\bby\\b(?!\\s+and)",
            Pattern.CASE_INSENSITIVE);

    /** Parties that follow each with sentences of its own. */
    private static final Pattern FOLLOW =
            Pattern.compile("parties.*follow(?:s|ing):?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern AGREEMENT = Pattern.compile(
            "\\b(?:agreement|contract|letter|release|undertaking|nda|deed|covenant|(?:sub)?lease|note|mortgage|guarant(?:y|ee))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DEFINED = Pattern.compile("\\([^()\"]{0,40}[\"'][^\"()]{1,60}[\"']\\)");

    /** How the sentence goes on whose subject are the parties: "X ("Company") and Y ("Agent") hereby agree". */
    private static final Pattern AGREES = Pattern.compile(
            "\\b(?:hereby|promises?\\s+to\\s+pay|agrees?|enters?\\s+into|confirms?|acknowledges?|(?:has|have|had)\\s+(?:agreed|entered))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WITH =
            Pattern.compile("\\b(?:agreement|agrees?|agreed)\\s+with\\b", Pattern.CASE_INSENSITIVE);

    /** What one party does to the other: "X, Inc. ("X") hereby appoints Y, Inc. ("Y") as its distributor". */
    private static final Pattern APPOINTS = Pattern.compile(
            "\\bhereby\\s+(?:appoints?|engages?|retains?|employs?|hires?|grants?\\s+to|licenses?\\s+to)\\b"
                    + "|\\bpromises?\\s+to\\s+pay\\s+to\\s+(?:the\\s+order\\s+of\\b)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern RECEIVED = Pattern.compile(
            "for\\s+value\\s+received,?\\s+(?:(?:on|as\\s+of)\\s+(?:the\\s+|this\\s+)?(?:[^\\s,]{1,9},?\\s+){1,5}?(?:\\d{4}),?\\s+)?(?:the\\s+undersigned,?\\s+)?",
            Pattern.CASE_INSENSITIVE);

    /** Characters from the top in which a sentence may start whose subject are the parties. */
    private static final int OPENING = 3000;

    /** Characters that the subject of a sentence may take. */
    private static final int LONGEST_SUBJECT = 1200;

    private final String text;
    private final ContractAnchors anchors;
    private final PartyList list;

    PreambleParties(String text, ContractAnchors anchors) {
        this.text = text;
        this.anchors = anchors;
        this.list = new PartyList(text, anchors);
    }

    /** The first list of at least two parties, or the longest one. Empty if there is none. */
    List<PartyCandidate> read() {
        return readUpTo(SEARCHED);
    }

    /** Like {@link #read()}, of lists that are introduced before a position. */
    List<PartyCandidate> readUpTo(int position) {
        int limit = Math.min(text.length(), Math.min(SEARCHED, position));
        List<PartyCandidate> best = List.of();
        Matcher between = BETWEEN.matcher(text).region(0, limit);
        while (!complete(best) && between.find()) {
            if (!introduces(between.start(), between.end())) {
                continue;
            }
            List<PartyCandidate> parties = list.sentence(between.start(), between.end());
            if (parties.size() == 1
                    && (parties.get(0).reference().isEmpty()
                            || FOLLOW.matcher(between.group()).matches())) {
                parties = list.opening(between.start(), between.end());
            }
            if (best.size() < 2) {
                best = parties.size() > best.size() ? parties : best;
            } else if (repeats(best, parties)) {
                best = parties.size() >= best.size() ? parties : defined(best, parties);
            }
        }
        int first = best.size() < 2 ? OPENING : best.get(0).clause().start();
        List<PartyCandidate> subjects = subjects(Math.min(first, OPENING));
        return subjects.isEmpty() ? best : subjects;
    }

    private static boolean complete(List<PartyCandidate> parties) {
        return parties.size() >= 2
                && parties.stream().anyMatch(party -> party.reference().isPresent());
    }

    /** Whether a list names parties of a title page once more, now with their defined terms. */
    private boolean repeats(List<PartyCandidate> parties, List<PartyCandidate> later) {
        return later.size() >= 2
                && complete(later)
                && parties.stream().anyMatch(party -> again(party, later).isPresent());
    }

    /** The parties, those that a shorter list names once more as that list names them. */
    private List<PartyCandidate> defined(List<PartyCandidate> parties, List<PartyCandidate> later) {
        return parties.stream().map(party -> again(party, later).orElse(party)).toList();
    }

    private Optional<PartyCandidate> again(PartyCandidate party, List<PartyCandidate> later) {
        return later.stream().filter(other -> key(other).equals(key(party))).findFirst();
    }

    private String key(PartyCandidate party) {
        return LegalNames.key(party.name().of(text));
    }

    /** The parties that are the subject of a sentence which starts before {@code limit}, each with its defined term. */
    private List<PartyCandidate> subjects(int limit) {
        for (TextSpan sentence : Sentences.of(text.substring(0, Math.min(text.length(), limit + LONGEST_SUBJECT)))
                .all()) {
            Matcher agrees = AGREES.matcher(text).region(sentence.start(), sentence.end());
            int start = behindPromise(sentence);
            if (sentence.start() < limit && agrees.find() && opensWithName(start, agrees.start())) {
                List<PartyCandidate> parties = list.within(sentence.start(), start, agrees.start());
                List<PartyCandidate> all = withCounterparty(parties, sentence, parties.size() == 1 ? APPOINTS : WITH);
                if (all.size() >= 2
                        && parties.stream().allMatch(party -> party.reference().isPresent())) {
                    return all;
                }
            }
        }
        return List.of();
    }

    /** The parties and the one that they agree with: "... hereby confirm their agreement with Z, Inc. (the "Agent")". */
    private List<PartyCandidate> withCounterparty(List<PartyCandidate> parties, TextSpan sentence, Pattern leading) {
        if (parties.isEmpty()) {
            return parties;
        }
        List<PartyCandidate> all = new ArrayList<>(parties);
        int from = parties.get(parties.size() - 1).name().end();
        Matcher with = leading.matcher(text).region(from, sentence.end());
        if (with.find()) {
            list.within(sentence.start(), with.end(), sentence.end()).stream()
                    .filter(party -> LegalNames.hasCompanyForm(party.name().of(text)))
                    .forEach(all::add);
        }
        return all;
    }

    /** Where a sentence goes on that begins as a promissory note does: "FOR VALUE RECEIVED, on this day, X promises". */
    private int behindPromise(TextSpan sentence) {
        Matcher received = RECEIVED.matcher(text).region(sentence.start(), sentence.end());
        return received.lookingAt() ? received.end() : sentence.start();
    }

    /** Whether a company with its defined term is the first thing that a sentence says. */
    private boolean opensWithName(int start, int end) {
        return NameScanner.nameAt(text, start, end)
                .filter(name -> LegalNames.hasCompanyForm(name.of(text)) && !anchors.isRole(name.of(text)))
                .filter(name -> DEFINED.matcher(text).region(name.end(), end).find())
                .isPresent();
    }

    /** Whether the words before say that an agreement is made, not that something lies between two things. */
    private boolean introduces(int position, int end) {
        String before = text.substring(Math.max(0, position - 400), end);
        int sentence = Math.max(before.lastIndexOf(". "), before.lastIndexOf("\n\n"));
        return AGREEMENT.matcher(before.substring(Math.max(0, sentence - 60))).find();
    }
}
