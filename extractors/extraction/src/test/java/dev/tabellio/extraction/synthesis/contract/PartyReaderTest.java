package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartyReaderTest {

    private static final ContractAnchors ANCHORS =
            ContractAnchors.of(DocumentTypes.shipped().get("contract"));

    private static final String SIGNATURES = """

            IN WITNESS WHEREOF, the Parties have executed this Agreement.

            For and on behalf of
            Orrery Telecom Ltd.

            By: ________

            For and on behalf of
            Fen Telecom S.A.

            By: ________
            """;

    @Test
    void whomTheRecitalsNameIsNoPartyWhereThePreamblePointsToTheSignatures() {
        assertThat(parties("""
                        THIS AGREEMENT is made between and among the Parties signatory hereto, WITNESSETH:

                        WHEREAS a memorandum was signed between Muster Ministry Corp. and Sample Bureau Inc. on May 1, 1996;
                        """ + SIGNATURES)).containsExactly("Orrery Telecom Ltd.", "Fen Telecom S.A.");
    }

    @Test
    void whoIsNamedInThePreambleIsAPartyWhoeverSigns() {
        assertThat(parties("""
                        THIS AGREEMENT is made between Orrery Telecom Ltd. ("Orrery") and Marlin Cables, Inc. ("Marlin").
                        """ + SIGNATURES)).containsExactly("Orrery Telecom Ltd.", "Marlin Cables, Inc.");
    }

    private static List<String> parties(String text) {
        ContractText contract = TypedContract.of(text).text();
        return new PartyReader(contract, Sentences.of(contract.text()), ANCHORS, LetterOpening.of(contract))
                .read().stream().map(party -> party.name().of(contract.text())).toList();
    }
}
