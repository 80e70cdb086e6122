package dev.tabellio.extraction.synthesis.contract;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads who signs: a company's name stands above a line "By:" or above the signature itself; a person's name is printed
 * below a signature that stands under no company's name.
 */
final class SignatureBlocks {

    /** How a person was found who signs for himself. */
    static final String PERSON = "signature of a person";

    /** How a company was found. */
    static final String COMPANY = "signature of a company";

    private static final Pattern OPENING = Pattern.compile(
            "\\b(?:in\\s+witness\\s+whereof|very\\s+truly\\s+yours|sincerely(?:\\s+yours)?,|executed\\s+(?:as\\s+of|this|by)|"
                    + "accepted\\s+and\\s+agreed|agreed\\s+(?:to\\s+)?and\\s+accepted|acknowledged\\s+and\\s+agreed|"
                    + "intending\\s+to\\s+be\\s+legally\\s+bound,\\s+have)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WITNESSED = Pattern.compile("\\bIN\\s+WITNESS\\s+WHEREOF\\b");

    /** Characters of the shortest contract before its signatures; exhibits of any length may follow them. */
    private static final int SHORTEST = 1500;

    private static final Pattern FIRST_SIGNATURE =
            Pattern.compile("\\bby\\s?:|/s/|\\bsignature\\s?:|\\bdate\\s?:", Pattern.CASE_INSENSITIVE);

    private static final Pattern BY = Pattern.compile("(?i)by\\s?[:;].*");
    private static final Pattern SIGNED =
            Pattern.compile("(?i)(?:[a-z ]{0,20}signature\\s?:?\\s*)?(?:/s/|-s-|x_+|_{6,}).*");
    /** A line to sign on, typed with hyphens; it stands below tables, too, so that only companies above it sign there. */
    private static final Pattern TYPED_LINE = Pattern.compile("-{12,}");

    private static final Pattern NAME_LABEL = Pattern.compile("(?i)(?:printed\\s+|print\\s+)?name\\s?:\\s*(?<name>.*)");
    private static final Pattern HAND = Pattern.compile("(?i).*?(?:/s/|-s-)\\s*(?<name>.*)");
    private static final Pattern LABEL = Pattern.compile(
            "(?i)(?:by|its|name|title|date|dated|attest|address|attention|attn)\\s?[:.;].*|[_\\-\\s]+|\\(?signature\\)?");
    private static final Pattern WITNESS = Pattern.compile("(?i)(?:witness|attest|notary)\\b.*");
    private static final Pattern OFFICE = Pattern.compile(
            "(?i)(?:title|its)\\s?:.*|.*\\b(?:president|officer|director|chairman|secretary|manager|counsel|treasurer|ceo|cfo|"
                    + "partner|member)\\b.*");
    /** What may stand before the name of a company that signs. */
    private static final Pattern BEFORE_NAME = Pattern.compile(
            "^(?:\\(?\\d{1,2}[.)]\\s*)?(?:(?:signed\\s+)?(?:for\\s+and\\s+)?on\\s+behalf\\s+of:?\\s+)?",
            Pattern.CASE_INSENSITIVE);

    /** The other way to sign for a company, whose name follows, often on the next line. */
    private static final Pattern ON_BEHALF =
            Pattern.compile("(?i)(?:signed\\s+)?(?:by\\s+)?for\\s+and\\s+on\\s+behalf\\s+of\\s*:?\\s*(?<name>.*)");

    /** Characters of the longest name that is a line by itself. */
    private static final int LONGEST_NAME = 80;

    /** Points between a signature and the name above or below that belongs to it. */
    private static final double REACH = 90;

    /** Lines above a signature, or above a name over it, among which a name may stand. */
    private static final int NAME_ABOVE = 6;

    private final ContractText contract;
    private final ContractAnchors anchors;

    SignatureBlocks(ContractText contract, ContractAnchors anchors) {
        this.contract = contract;
        this.anchors = anchors;
    }

    /** Where the signatures start; the end of the text if there are none. */
    static int start(String text) {
        Matcher witnessed = WITNESSED.matcher(text);
        if (text.length() > SHORTEST && witnessed.find(SHORTEST)) {
            return witnessed.start();
        }
        Matcher opening = OPENING.matcher(text);
        if (opening.find(text.length() / 4)) {
            return opening.start();
        }
        Matcher signature = FIRST_SIGNATURE.matcher(text);
        return signature.find(text.length() / 2) ? signature.start() : text.length();
    }

    /** Companies and persons that sign, in the order in which they stand. */
    List<PartyCandidate> read() {
        List<ContractText.Line> lines = contract.lines();
        List<PartyCandidate> signers = new ArrayList<>();
        int start = start(contract.text());
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).start() < start) {
                continue;
            }
            behalf(i).ifPresent(company -> signers.add(candidate(company, COMPANY, 0.6)));
            String text = textOf(lines.get(i));
            boolean by = BY.matcher(text).matches();
            boolean typed = TYPED_LINE.matcher(text).matches();
            if (!by && !typed && !(SIGNED.matcher(text).matches() && !afterBy(i))) {
                continue;
            }
            List<TextSpan> companies = above(i);
            companies.stream()
                    .filter(company ->
                            signers.stream().noneMatch(signer -> signer.name().equals(company)))
                    .forEach(company -> signers.add(candidate(company, COMPANY, 0.6)));
            if (companies.isEmpty() && !typed && !witnessed(i) && (!by || roleAbove(i))) {
                person(i).ifPresent(name -> signers.add(candidate(name, PERSON, 0.5)));
            }
        }
        return signers;
    }

    /** The company behind "for and on behalf of", on the same line or the next one. */
    private Optional<TextSpan> behalf(int index) {
        List<ContractText.Line> lines = contract.lines();
        ContractText.Line line = lines.get(index);
        Matcher behalf = ON_BEHALF.matcher(textOf(line));
        if (!behalf.matches()) {
            return Optional.empty();
        }
        if (!behalf.group("name").isEmpty()) {
            return companyAt(line.end() - behalf.group("name").length(), line.end());
        }
        if (index + 1 == lines.size() || !sameColumn(line, lines.get(index + 1))) {
            return Optional.empty();
        }
        ContractText.Line next = lines.get(index + 1);
        return companyOn(index + 1).or(() -> wholeLine(next));
    }

    /** A line that is a name by its place, whatever its words. */
    private Optional<TextSpan> wholeLine(ContractText.Line line) {
        String text = textOf(line);
        boolean name = !text.isEmpty()
                && text.length() <= LONGEST_NAME
                && Character.isUpperCase(text.codePointAt(0))
                && !LABEL.matcher(text).matches()
                && !anchors.isRole(text);
        return name ? Optional.of(new TextSpan(line.start(), line.start() + text.length())) : Optional.empty();
    }

    /** The companies whose names stand above a signature, in the same column, on lines one right above the other. */
    private List<TextSpan> above(int signature) {
        List<ContractText.Line> lines = contract.lines();
        ContractText.Line line = lines.get(signature);
        LinkedList<TextSpan> names = new LinkedList<>();
        int reach = signature - NAME_ABOVE;
        for (int i = signature - 1; i >= Math.max(0, reach); i--) {
            ContractText.Line candidate = lines.get(i);
            if (candidate.page() != line.page()
                    || lines.get(i + 1).box().top() - candidate.box().bottom() > REACH) {
                break;
            }
            if (!sameColumn(candidate, line)) {
                continue;
            }
            String text = textOf(candidate);
            if (SIGNED.matcher(text).matches()
                    || BY.matcher(text).matches()
                    || WITNESS.matcher(text).matches()) {
                break;
            }
            if (LABEL.matcher(text).matches()) {
                continue;
            }
            Optional<TextSpan> name = companyOn(i);
            if (name.isPresent()) {
                names.addFirst(name.get());
                reach = i - 1;
            } else if (!names.isEmpty()) {
                break;
            }
        }
        return names;
    }

    /** The company that a line names, or the line together with the one below it. */
    private Optional<TextSpan> companyOn(int index) {
        ContractText.Line line = contract.lines().get(index);
        Matcher before = BEFORE_NAME.matcher(textOf(line));
        int from = line.start() + (before.find() ? before.end() : 0);
        Optional<TextSpan> whole = companyAt(from, line.end());
        return below(index)
                .flatMap(below -> companyAt(from, below.end()).filter(name -> name.end() > line.end()))
                .or(() -> whole);
    }

    /** The line right below one if it goes on with the name above and names no company by itself. */
    private Optional<ContractText.Line> below(int index) {
        List<ContractText.Line> lines = contract.lines();
        return lines.subList(Math.min(lines.size(), index + 1), Math.min(lines.size(), index + 2)).stream()
                .filter(below -> below.start() - lines.get(index).end() <= 1)
                .filter(below -> sameColumn(lines.get(index), below))
                .filter(below -> !LABEL.matcher(textOf(below)).matches())
                .filter(below -> companyAt(below.start(), below.end()).isEmpty())
                .findFirst();
    }

    private Optional<TextSpan> companyAt(int from, int to) {
        return NameScanner.nameAt(contract.text(), from, to)
                .filter(name -> LegalNames.hasFormOrIsFund(name.of(contract.text())))
                .filter(name -> !anchors.isRole(name.of(contract.text())));
    }

    /** The name printed below a signature, or else the name in the signature itself. */
    private Optional<TextSpan> person(int signature) {
        List<ContractText.Line> lines = contract.lines();
        ContractText.Line line = lines.get(signature);
        for (int i = signature + 1; i < lines.size() && i <= signature + 4; i++) {
            ContractText.Line candidate = lines.get(i);
            if (candidate.page() != line.page()
                    || candidate.box().top() - line.box().bottom() > REACH) {
                break;
            }
            if (!sameColumn(candidate, line)) {
                continue;
            }
            String text = textOf(candidate);
            Matcher label = NAME_LABEL.matcher(text);
            if (!label.matches() && LABEL.matcher(text).matches()) {
                continue;
            }
            Optional<TextSpan> name =
                    personAt(candidate.start() + (label.matches() ? label.start("name") : 0), candidate);
            if (name.isPresent()) {
                return officeBelow(i) ? Optional.empty() : name;
            }
            break;
        }
        Matcher hand = HAND.matcher(textOf(line));
        return hand.matches() && !officeBelow(signature)
                ? personAt(line.start() + hand.start("name"), line)
                : Optional.empty();
    }

    private Optional<TextSpan> personAt(int from, ContractText.Line line) {
        int start = NameScanner.skipBlanks(contract.text(), from, line.end());
        return NameScanner.nameAt(contract.text(), start, line.end())
                .filter(name -> PersonNames.matches(name.of(contract.text())))
                .filter(name -> !anchors.isRole(name.of(contract.text())));
    }

    /** Whether "By:" stands to the left on the same row: then somebody signs for a company. */
    private boolean afterBy(int signature) {
        ContractText.Line line = contract.lines().get(signature);
        int from = Math.max(0, signature - 4);
        int to = Math.min(contract.lines().size(), signature + 4);
        return contract.lines().subList(from, to).stream()
                .anyMatch(other -> other.page() == line.page()
                        && other.box().overlapY(line.box()) > 0.4 * other.box().height()
                        && other.box().right() <= line.box().left() + 2
                        && line.box().left() - other.box().right() < 120
                        && BY.matcher(textOf(other)).matches());
    }

    /** Whether the word right above is the role of a person, such as "Employee". */
    private boolean roleAbove(int signature) {
        List<ContractText.Line> lines = contract.lines();
        return signature > 0
                && sameColumn(lines.get(signature - 1), lines.get(signature))
                && anchors.isPartyRole(textOf(lines.get(signature - 1)));
    }

    private boolean witnessed(int signature) {
        for (int i = signature; i >= 0 && i >= signature - 2; i--) {
            if (WITNESS.matcher(textOf(contract.lines().get(i))).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the lines below give an office: then the person signs for a company. */
    private boolean officeBelow(int index) {
        List<ContractText.Line> lines = contract.lines();
        for (int i = index + 1; i < lines.size() && i <= index + 2; i++) {
            if (sameColumn(lines.get(i), lines.get(index))
                    && OFFICE.matcher(textOf(lines.get(i))).matches()) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameColumn(ContractText.Line a, ContractText.Line b) {
        return a.box().overlapX(b.box()) > 0
                || Math.abs(a.box().left() - b.box().left()) < 40;
    }

    private static PartyCandidate candidate(TextSpan name, String how, double score) {
        return new PartyCandidate(name, Optional.empty(), Optional.empty(), name, how, score);
    }

    private String textOf(ContractText.Line line) {
        return contract.text().substring(line.start(), line.end()).strip();
    }
}
