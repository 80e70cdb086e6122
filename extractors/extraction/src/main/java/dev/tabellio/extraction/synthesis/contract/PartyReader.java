package dev.tabellio.extraction.synthesis.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the parties. The preamble's list decides when it names at least two. Otherwise names that are introduced one by one
 * and the addressee of a letter fill in, and only if that still leaves fewer than two, those who sign: companies, and
 * persons where the contract speaks of a person as one of its sides.
 */
final class PartyReader {

    /** Score from which a candidate is a party. */
    private static final double PARTY = 0.5;

    private static final Pattern PERSONAL = Pattern.compile(
            "\\b(?:employee|executive|director|consultant|individual|(?:my|your|his|her)\\s+employment|the\\s+undersigned|associate|"
                    + "shareholder|stockholder|second\\s+party)\\b",
            Pattern.CASE_INSENSITIVE);

    private final ContractText contract;
    private final Sentences sentences;
    private final ContractAnchors anchors;
    private final LetterOpening letter;
    private final List<PartyCandidate> signers;

    PartyReader(ContractText contract, Sentences sentences, ContractAnchors anchors, LetterOpening letter) {
        this.contract = contract;
        this.sentences = sentences;
        this.anchors = anchors;
        this.letter = letter;
        this.signers = new SignatureBlocks(contract, anchors).read();
    }

    List<PartyCandidate> read() {
        List<PartyCandidate> labelled = new LabelledParties(contract.text(), anchors).read();
        List<PartyCandidate> preamble = labelled.isEmpty() ? preamble() : labelled;
        if (preamble.size() >= 2) {
            return distinct(confirmed(preamble));
        }
        List<PartyCandidate> introduced = new ArrayList<>(letter.letterhead());
        letter.addressee().ifPresent(introduced::add);
        introduced.addAll(preamble);
        introduced.addAll(new DefinedParties(contract.text(), sentences, anchors).read());
        List<PartyCandidate> parties = parties(distinct(confirmed(introduced)));
        if (parties.size() >= 2) {
            return parties;
        }
        boolean personal = personal();
        List<PartyCandidate> all = new ArrayList<>(parties);
        signers.stream()
                .filter(signer -> personal || !signer.how().equals(SignatureBlocks.PERSON))
                .forEach(all::add);
        return parties(distinct(all));
    }

    /** The parties that the preamble names and those that it points to. */
    private List<PartyCandidate> preamble() {
        PreambleParties preamble = new PreambleParties(contract.text(), anchors);
        Optional<ListedParties.Pointed> pointed = new ListedParties(contract, sentences, anchors, signers).read();
        boolean many = pointed.filter(list -> list.parties().size() >= 2).isPresent();
        List<PartyCandidate> named = many ? preamble.readUpTo(pointed.get().end()) : preamble.read();
        if (pointed.isEmpty() || (named.isEmpty() && letter.addressee().isPresent())) {
            return named;
        }
        // where the sentence names nobody, persons who sign may sign for others
        Stream<PartyCandidate> listed = pointed.get().parties().stream()
                .filter(party -> !named.isEmpty() || !party.how().equals(SignatureBlocks.PERSON));
        return distinct(Stream.concat(named.stream(), listed).toList());
    }

    /** Whether the same name stands at the signatures. */
    boolean signs(PartyCandidate party) {
        return signers.stream().anyMatch(signer -> key(signer).equals(key(party)));
    }

    private static List<PartyCandidate> parties(List<PartyCandidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.score() >= PARTY)
                .toList();
    }

    /** Whether the opening speaks of a person as one of the sides. */
    private boolean personal() {
        String text = contract.text();
        return PERSONAL.matcher(text)
                .region(0, Math.min(text.length(), DefinedParties.OPENING))
                .find();
    }

    /** One candidate for each name, the first one, with the best score; one that stands in several ways scores higher. */
    private List<PartyCandidate> distinct(List<PartyCandidate> candidates) {
        Map<String, PartyCandidate> byName = new LinkedHashMap<>();
        for (PartyCandidate candidate : candidates) {
            byName.merge(key(candidate), candidate, PartyCandidate::and);
        }
        return List.copyOf(byName.values());
    }

    private List<PartyCandidate> confirmed(List<PartyCandidate> parties) {
        return parties.stream()
                .map(party -> signs(party) ? party.withScore(party.score() + 0.1) : party)
                .toList();
    }

    private String key(PartyCandidate candidate) {
        return LegalNames.key(candidate.name().of(contract.text()));
    }
}
