package dev.tabellio.extraction.synthesis.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads who signs: a company's name stands above a line "By:", a person's name below a line "/s/" that no company's "By:"
 * leads.
 */
final class SignatureBlocks {

    /** How a person was found who signs for himself. */
    static final String PERSON = "signature of a person";

    private static final Pattern OPENING = Pattern.compile(
            "\\b(?:in\\s+witness\\s+whereof|very\\s+truly\\s+yours|sincerely(?:\\s+yours)?,|executed\\s+(?:as\\s+of|this|by)|"
                    + "accepted\\s+and\\s+agreed|agreed\\s+(?:to\\s+)?and\\s+accepted|acknowledged\\s+and\\s+agreed|"
                    + "intending\\s+to\\s+be\\s+legally\\s+bound,\\s+have)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BY = Pattern.compile("(?i)by\\s?[:;].*");
    private static final Pattern SIGNED = Pattern.compile("(?i)(?:signature:?\\s*)?(?:/s/|-s-|x_+|_{6,}).*");
    private static final Pattern LABEL =
            Pattern.compile("(?i)(?:(?:printed\\s+|print\\s+)?name\\s?:|by:?\\s*/s/|/s/|-s-)\\s*(?<name>.*)");
    private static final Pattern COMPANY_LABEL = Pattern.compile(
            "(?i)(?:by|its|name|title|date|dated|attest|witness|address|attention|attn)\\s?[:.;].*|/s/.*|[_\\-\\s]+");

    private final ContractText contract;
    private final ContractAnchors anchors;

    SignatureBlocks(ContractText contract, ContractAnchors anchors) {
        this.contract = contract;
        this.anchors = anchors;
    }

    /** Where the signatures start; the end of the text if they are not introduced. */
    static int start(String text) {
        Matcher opening = OPENING.matcher(text);
        int from = Math.min(text.length(), text.length() / 4);
        return opening.find(from) ? opening.start() : text.length();
    }

    /** Companies and persons that sign, in the order in which they stand. */
    List<PartyCandidate> read() {
        List<ContractText.Line> lines = contract.lines();
        List<PartyCandidate> signers = new ArrayList<>();
        int start = start(contract.text());
        for (int i = 0; i < lines.size(); i++) {
            ContractText.Line line = lines.get(i);
            if (line.start() < start - 2000 && start < contract.text().length()) {
                continue;
            }
            String text = textOf(line);
            if (BY.matcher(text).matches()) {
                above(i).ifPresent(signers::add);
            } else if (SIGNED.matcher(text).matches() && !afterBy(i)) {
                person(i).ifPresent(signers::add);
            }
        }
        return signers;
    }

    private Optional<PartyCandidate> above(int by) {
        ContractText.Line line = contract.lines().get(by);
        for (int i = by - 1; i >= 0 && i >= by - 6; i--) {
            ContractText.Line candidate = contract.lines().get(i);
            if (candidate.page() != line.page()
                    || line.box().top() - candidate.box().bottom() > 90) {
                break;
            }
            if (candidate.box().overlapX(line.box()) <= 0
                    && Math.abs(candidate.box().left() - line.box().left()) > 40) {
                continue;
            }
            String text = textOf(candidate);
            if (COMPANY_LABEL.matcher(text).matches()) {
                if (SIGNED.matcher(text).matches() || BY.matcher(text).matches()) {
                    break;
                }
                continue;
            }
            Optional<TextSpan> name =
                    NameScanner.nameAt(contract.text(), number(text, candidate.start()), candidate.end());
            if (name.isPresent()
                    && LegalNames.isOrganisation(name.get().of(contract.text()))
                    && !anchors.isRole(name.get().of(contract.text()))
                    && LegalNames.hasForm(name.get().of(contract.text()))) {
                return Optional.of(candidate(name.get(), "signature of a company", 0.6));
            }
        }
        return Optional.empty();
    }

    /** Whether "By:" stands to the left on the same row. */
    private boolean afterBy(int signed) {
        ContractText.Line line = contract.lines().get(signed);
        return contract
                .lines()
                .subList(Math.max(0, signed - 4), Math.min(contract.lines().size(), signed + 4))
                .stream()
                .anyMatch(other -> other.page() == line.page()
                        && other.box().overlapY(line.box()) > 0.4 * other.box().height()
                        && other.box().right() <= line.box().left() + 2
                        && line.box().left() - other.box().right() < 60
                        && BY.matcher(textOf(other)).matches());
    }

    private static int number(String text, int start) {
        Matcher number = Pattern.compile("^\\(?\\d{1,2}[.)]\\s*").matcher(text);
        return number.find() ? start + number.end() : start;
    }

    private Optional<PartyCandidate> person(int signed) {
        List<ContractText.Line> lines = contract.lines();
        ContractText.Line line = lines.get(signed);
        for (int i = signed; i < lines.size() && i <= signed + 3; i++) {
            ContractText.Line candidate = lines.get(i);
            if (candidate.page() != line.page()
                    || candidate.box().top() - line.box().bottom() > 60) {
                break;
            }
            if (i > signed && candidate.box().overlapX(line.box()) <= 0) {
                continue;
            }
            String text = textOf(candidate);
            if (BY.matcher(text).matches()) {
                break;
            }
            Matcher label = LABEL.matcher(text);
            int offset = label.matches() ? label.start("name") : 0;
            int start = NameScanner.skipBlanks(contract.text(), candidate.start() + offset, candidate.end());
            Optional<TextSpan> name = NameScanner.nameAt(contract.text(), start, candidate.end());
            boolean signs = i > signed || label.matches();
            if (signs
                    && name.isPresent()
                    && LegalNames.isPerson(name.get().of(contract.text()))
                    && !anchors.isRole(name.get().of(contract.text()))
                    && !titled(i)) {
                return Optional.of(candidate(name.get(), PERSON, 0.5));
            }
        }
        return Optional.empty();
    }

    /** Whether the line below gives an office: then the person signs for a company. */
    private boolean titled(int index) {
        List<ContractText.Line> lines = contract.lines();
        for (int i = index + 1; i < lines.size() && i <= index + 2; i++) {
            if (lines.get(i).box().overlapX(lines.get(index).box()) > 0
                    && textOf(lines.get(i))
                            .matches(
                                    "(?i)(?:title|its)\\s?:.*|.*\\b(?:president|officer|director|chairman|secretary|manager|"
                                            + "counsel|treasurer|ceo|cfo|partner|member)\\b.*")) {
                return true;
            }
        }
        return false;
    }

    private PartyCandidate candidate(TextSpan name, String how, double score) {
        return new PartyCandidate(name, Optional.empty(), Optional.empty(), name, how, score);
    }

    private String textOf(ContractText.Line line) {
        return contract.text().substring(line.start(), line.end()).strip();
    }
}
