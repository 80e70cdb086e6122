package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedPartiesTest {

    private static final ContractAnchors ANCHORS =
            ContractAnchors.of(DocumentTypes.shipped().get("contract"));

    private static final String SCHEDULE = """

            WHEREAS, the parties agree to what Schedule B says.

            SCHEDULE A

            1. Alder Income Fund
            2. Fen Municipal Bond Portfolio
            Orrery Holdings, LLC    March 3, 2009
            Ada B. Sample

            SCHEDULE B

            Marlin Growth Fund
            """;

    @Test
    void readsTheScheduleThatThePreamblePointsTo() {
        assertThat(listed("""
                        This Agreement is made by and between Orrery Advisers, Inc. (the "Adviser"), and each of the
                        investment companies listed on Schedule A hereto (each a "Fund").
                        """ + SCHEDULE))
                .containsExactly(
                        "Alder Income Fund", "Fen Municipal Bond Portfolio", "Orrery Holdings, LLC", "Ada B. Sample");
    }

    @Test
    void readsANumberedTableWithShortNames() {
        assertThat(listed("""
                        This Agreement is made among the companies named in Annex 1 (the "Parties").

                        ANNEX 1

                        No.   Party   Country
                        1   Orrery Corp. (ORR)   Fenland
                        2   Sample Administration (SA)   Alderia
                        """)).containsExactly("Orrery Corp.", "Sample Administration");
    }

    @Test
    void affiliatesInAScheduleAreNoParties() {
        assertThat(listed("""
                        This Agreement is made by and between Orrery, Inc. (together with its Affiliates listed in
                        Schedule A, "Orrery") and Fen.com, Inc. ("Fen").
                        """ + SCHEDULE)).isEmpty();
    }

    @Test
    void aScheduleThatAnotherSentenceSpeaksOfNamesNoParties() {
        assertThat(listed("""
                        This Agreement is made by and between Orrery, Inc. and Fen.com, Inc. ("Fen"). Fen shall serve
                        customers, and the persons listed in Schedule A shall help.
                        """ + SCHEDULE)).isEmpty();
    }

    @Test
    void readsTheSignaturesThatThePreamblePointsTo() {
        assertThat(listed("""
                        THIS AGREEMENT is made by and among Orrery Corporation ("Orrery"), and each of the persons listed
                        on the signature pages hereto under the heading "Sellers" (each, a "Seller").

                        IN WITNESS WHEREOF, the parties have executed this Agreement.

                        ORRERY CORPORATION

                        By: /s/ Cy Specimen
                        Name: Cy Specimen
                        Title: Vice President

                        SELLERS:

                        /s/ Ada Sample
                        Ada Sample

                        FEN S.A.R.L.

                        By: /s/ Di Ejemplo
                        Title: Manager
                        """)).containsExactly("ORRERY CORPORATION", "Ada Sample", "FEN S.A.R.L.");
    }

    @Test
    void readsTheListOfPartiesOfAnAgreementBetweenItsSignatories() {
        assertThat(listed("""
                        THIS AGREEMENT is made between and among the Parties signatory hereto (the "Parties"), as identified
                        in Schedule A hereof, WITNESSETH:

                        SCHEDULE A

                        LIST OF PARTIES

                        Orrery Communications Corporation        Alderia
                        Posts and Cables Authority of Thule        Thule
                        Fen Telecom S.A.        Fenland
                        See Schedule B        Thule
                        """))
                .containsExactly(
                        "Orrery Communications Corporation", "Posts and Cables Authority of Thule", "Fen Telecom S.A.");
    }

    @Test
    void findsTheListOfPartiesByItsHeading() {
        assertThat(listed("""
                        THIS AGREEMENT is made between and among the Parties signatory hereto (the "Parties").

                        Parties to this Agreement

                        Orrery Communications Corporation
                        Fen Telecom S.A.
                        """)).containsExactly("Orrery Communications Corporation", "Fen Telecom S.A.");
    }

    private static List<String> listed(String text) {
        ContractText contract = TypedContract.of(text).text();
        return new ListedParties(
                        contract, Sentences.of(contract.text()), ANCHORS, new SignatureBlocks(contract, ANCHORS).read())
                .read().stream()
                        .flatMap(pointed -> pointed.parties().stream())
                        .map(party -> party.name().of(contract.text()))
                        .toList();
    }
}
