package dev.tabellio.extraction.synthesis.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads parties that the preamble does not name but points to: "and each of the investment companies listed on Schedule A",
 * "the persons named on the signature pages hereto". A schedule names one party on each line.
 */
final class ListedParties {

    /** How a party of a schedule was found. */
    static final String SCHEDULE = "listed in a schedule";

    /** Characters from the top in which the preamble stands. */
    private static final int PREAMBLE = 9000;

    /** Lines without a name after which a list is over. */
    private static final int PAUSE = 8;

    /** Points by which the lines of one column may begin apart. */
    private static final double COLUMN = 10;

    private static final Pattern POINTER = Pattern.compile(
            "(?:\\b(?:between|among|and)|[,;:])\\s+(?:\\(\\w{1,4}\\)\\s+)?(?:each\\s+of\\s+)?(?:the\\s+)?(?:[a-z-]{1,20}\\s+){0,2}"
                    + "(?:persons|parties|entities|funds|companies|individuals|stockholders|shareholders|investors|sellers|"
                    + "purchasers|holders|trusts|portfolios|partnerships|corporations|registrants|guarantors|lenders|undersigned)\\b"
                    + "(?:[^.;()]{0,60}?\\b(?:listed|named|set\\s+forth|identified|specified|described|appear(?:s|ing)?)\\b[^.;()]{0,30}?"
                    + "\\b(?:on|in|to|at)\\b[^.;()]{0,30}?"
                    + "(?:(?<attachment>(?:schedule|exhibit|annex|appendix|attachment)\\s+\"?(?:[a-z]|\\d{1,2})\"?)(?![\\w.])|signature\\s+pages?)"
                    + "|[^.;()]{0,30}?\\bsignator(?:y|ies)\\s+hereto|(?<=undersigned))",
            Pattern.CASE_INSENSITIVE);

    /** Where the sentence that points to its signatories names the list of them, too: "... as identified in Schedule A". */
    private static final Pattern ALSO_IN = Pattern.compile(
            "\\b(?:listed|named|set\\s+forth|identified|specified|described|appear(?:s|ing)?|shown)\\b[^.;]{0,30}?\\b(?:on|in|to|at)\\b[^.;]{0,30}?"
                    + "(?<attachment>(?:schedule|exhibit|annex|appendix|attachment)\\s+\"?(?:[a-z]|\\d{1,2})\"?)(?![\\w.])",
            Pattern.CASE_INSENSITIVE);

    /** The heading of a list of the parties, with or without the name of the schedule that it stands in. */
    private static final Pattern PARTIES_HEADING = Pattern.compile(
            "(?i)\\W*(?:(?:schedule|exhibit|annex|appendix|attachment)\\s+\"?(?:[a-z]|\\d{1,2})\"?\\W{0,4})?"
                    + "(?:(?:list|names)\\s+of\\s+)?(?:the\\s+)?(?:(?:initial|original|contracting)\\s+)?(?:parties|signatories)"
                    + "(?:\\s+(?:to|of)\\s+(?:this|the)\\s+[\\w\\s&]{1,60})?\\W*");

    private static final Pattern RECITALS = Pattern.compile(
            "\\b(?:WHEREAS|WITNESSETH|W I T N E S S E T H|RECITALS|BACKGROUND)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern BETWEEN = Pattern.compile("\\b(?:between|among|amongst)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern ATTACHMENT = Pattern.compile(
            "(?i)\\W*(?:schedule|exhibit|annex|appendix|attachment)\\s+\"?(?:[a-z]|\\d{1,2})\"?(?![\\w.]).{0,60}");

    private static final Pattern BULLET = Pattern.compile("(?:\\(?\\d{1,3}[.)]\\s*|\\d{1,3}\\s+|[•*-]\\s*)");

    private static final Pattern WHOLE_NAME = Pattern.compile(
            "\\p{Lu}[\\p{L}.'-]{0,30},?(?: (?:\\p{Lu}[\\p{L}.'-]{0,30},?|and|of|the|for|&|de|la|\\([\\p{L} ]{2,20}\\))){1,12}");

    /** What a list calls the party that it names: "Sample Administration (SA)". */
    private static final Pattern SHORT_NAME = Pattern.compile("\\s\\(\"?[A-Z][\\w&-]{1,20}\"?\\)");

    private final ContractText contract;
    private final Sentences sentences;
    private final ContractAnchors anchors;
    private final List<PartyCandidate> signers;

    /** @param signers who signs, in the order of the signatures */
    ListedParties(ContractText contract, Sentences sentences, ContractAnchors anchors, List<PartyCandidate> signers) {
        this.contract = contract;
        this.sentences = sentences;
        this.anchors = anchors;
        this.signers = signers;
    }

    /**
     * What the sentence that makes the agreement points to.
     *
     * @param end where that sentence ends, or where its recitals begin
     */
    record Pointed(int end, List<PartyCandidate> parties) {

        Pointed {
            parties = List.copyOf(parties);
        }
    }

    /** The parties that the sentence points to which makes the agreement; empty if it points to none. */
    Optional<Pointed> read() {
        String text = contract.text();
        Matcher pointer = POINTER.matcher(text).region(0, Math.min(text.length(), PREAMBLE));
        while (pointer.find()) {
            TextSpan sentence = sentences.at(pointer.start());
            if (BETWEEN.matcher(text)
                    .region(sentence.start(), Math.min(sentence.end(), pointer.start() + 8))
                    .find()) {
                String attachment = pointer.group("attachment");
                Matcher recitals =
                        RECITALS.matcher(text).region(pointer.end(), Math.max(pointer.end(), sentence.end()));
                return Optional.of(new Pointed(
                        recitals.find() ? recitals.start() : sentence.end(),
                        attachment == null
                                ? signatories(pointer.end(), sentence.end())
                                : attached(attachment, pointer.end())));
            }
        }
        return Optional.empty();
    }

    /** Those of the list that the sentence names, or of the list of parties anywhere; who signs if there is neither. */
    private List<PartyCandidate> signatories(int from, int end) {
        Matcher also = ALSO_IN.matcher(contract.text()).region(from, Math.max(from, end));
        List<PartyCandidate> listed = also.find() ? attached(also.group("attachment"), end) : List.of();
        if (listed.size() < 2) {
            listed = underHeading(end);
        }
        return listed.size() < 2 ? signers : listed;
    }

    private List<PartyCandidate> underHeading(int from) {
        List<ContractText.Line> lines = contract.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).start() > from
                    && PARTIES_HEADING.matcher(textOf(lines.get(i))).matches()) {
                List<PartyCandidate> listed = namesBelow(i);
                if (listed.size() >= 2) {
                    return listed;
                }
            }
        }
        return List.of();
    }

    private List<PartyCandidate> attached(String attachment, int from) {
        String label = label(attachment);
        List<ContractText.Line> lines = contract.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = textOf(lines.get(i));
            if (lines.get(i).start() > from
                    && ATTACHMENT.matcher(line).matches()
                    && label(line).startsWith(label)) {
                List<PartyCandidate> listed = namesBelow(i);
                if (!listed.isEmpty()) {
                    return listed;
                }
            }
        }
        return List.of();
    }

    private static String label(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip() + " ";
    }

    private List<PartyCandidate> namesBelow(int heading) {
        List<ContractText.Line> lines = contract.lines();
        List<PartyCandidate> names = new ArrayList<>();
        Optional<ContractText.Line> column = Optional.empty();
        int without = 0;
        for (int i = heading + 1; i < lines.size() && without < PAUSE; i++) {
            ContractText.Line line = lines.get(i);
            if (ATTACHMENT.matcher(textOf(line)).matches()) {
                break;
            }
            Optional<TextSpan> name = nameOn(line);
            column = name.isPresent() ? Optional.of(line) : column;
            if (name.isEmpty()
                    && column.filter(above -> sameColumn(above, line)).isPresent()) {
                name = wholeLine(line);
            }
            without = name.isPresent() ? 0 : without + 1;
            name.ifPresent(span ->
                    names.add(new PartyCandidate(span, Optional.empty(), Optional.empty(), span, SCHEDULE, 0.7)));
        }
        return names;
    }

    private static boolean sameColumn(ContractText.Line above, ContractText.Line line) {
        return Math.abs(above.box().left() - line.box().left()) < COLUMN;
    }

    /** A name without a company's form that fills its line below other names: "Posts and Cables Authority of Fenland". */
    private Optional<TextSpan> wholeLine(ContractText.Line line) {
        Matcher bullet = BULLET.matcher(textOf(line));
        int from = line.start() + (bullet.lookingAt() ? bullet.end() : 0);
        TextSpan span = new TextSpan(from, line.end());
        String name = span.of(contract.text());
        return WHOLE_NAME.matcher(name).matches()
                        && LegalNames.canName(name)
                        && LegalNames.isOrganisation(name)
                        && !anchors.isRole(name)
                ? Optional.of(span)
                : Optional.empty();
    }

    private Optional<TextSpan> nameOn(ContractText.Line line) {
        Matcher bullet = BULLET.matcher(textOf(line));
        int from = line.start() + (bullet.lookingAt() ? bullet.end() : 0);
        return NameScanner.nameAt(contract.text(), from, line.end()).filter(span -> {
            String name = span.of(contract.text());
            return LegalNames.canName(name)
                    && !anchors.isRole(name)
                    && (LegalNames.hasFormOrIsFund(name)
                            || SHORT_NAME
                                    .matcher(contract.text())
                                    .region(span.end(), line.end())
                                    .lookingAt()
                            || (span.end() >= line.end() - 1 && PersonNames.matches(name)));
        });
    }

    private String textOf(ContractText.Line line) {
        return contract.text().substring(line.start(), line.end());
    }
}
