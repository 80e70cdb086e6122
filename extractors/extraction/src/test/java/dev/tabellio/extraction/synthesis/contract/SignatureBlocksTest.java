package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureBlocksTest {

    private static final ContractAnchors ANCHORS =
            ContractAnchors.of(DocumentTypes.shipped().get("contract"));

    @Test
    void oneSignatureServesAllCompaniesRightAboveIt() {
        assertThat(signers("""
                        ORRERY INCOME PARTNERS, L.P.
                        ORRERY INCOME PARTNERS II, L.P.
                        ORRERY INCOME PARTNERS III, L.P.

                        By: Orrery GP, LLC, as general partner

                        By: /s/ Ada Sample
                        Title: President
                        """))
                .containsExactly(
                        "ORRERY INCOME PARTNERS, L.P.",
                        "ORRERY INCOME PARTNERS II, L.P.",
                        "ORRERY INCOME PARTNERS III, L.P.");
    }

    @Test
    void aNameMayTakeTwoLines() {
        assertThat(signers("""
                        ORRERY OFFSHORE FUND
                        (CAYMAN), LTD.

                        By: /s/ Ada Sample
                        """)).containsExactly("ORRERY OFFSHORE FUND (CAYMAN), LTD.");
    }

    @Test
    void aNameMayFollowOnBehalfOf() {
        assertThat(signers("""
                        Signed for and on behalf of FEN BANK, N.A.

                        By: /s/ Ada Sample
                        """)).containsExactly("FEN BANK, N.A.");
    }

    @Test
    void aNameBelowOnBehalfOfNeedsNoFormNorSignature() {
        assertThat(signers("""
                        For and on behalf of
                        ORRERY TELECOMMUNICATIONS AUTHORITY

                        ---------------------------

                        For and on behalf of
                        Fen Tech International Corporation

                        ---------------------------

                        For and on behalf of
                        F&T Corp.

                        ---------------------------

                        For and on behalf of
                        Muster Telecom

                        ---------------------------
                        """))
                .containsExactly(
                        "ORRERY TELECOMMUNICATIONS AUTHORITY",
                        "Fen Tech International Corporation",
                        "F&T Corp.",
                        "Muster Telecom");
    }

    @Test
    void aLineToSignOnMayBeTypedWithHyphens() {
        assertThat(signers("""
                        FEN BANK, N.A.

                        ---------------------------

                        Bo Muster

                        ---------------------------
                        """)).containsExactly("FEN BANK, N.A.");
    }

    @Test
    void whatStandsBetweenNameAndSignatureNamesNobody() {
        assertThat(signers("""
                        FEN BANK, N.A.
                        as trustee under the deed

                        By: /s/ Bo Muster
                        """)).containsExactly("FEN BANK, N.A.");
    }

    private static List<String> signers(String signatures) {
        ContractText contract = TypedContract.of("""
                The parties agree that nobody of them tells what the others told, for as long as they live
                or even longer, and that this sentence is long enough.

                IN WITNESS WHEREOF, the parties have executed this Agreement.

                """ + signatures).text();
        return new SignatureBlocks(contract, ANCHORS)
                .read().stream()
                        .map(signer -> signer.name().of(contract.text()))
                        .toList();
    }
}
