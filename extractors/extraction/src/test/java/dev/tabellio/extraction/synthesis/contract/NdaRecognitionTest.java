package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.Document;
import dev.tabellio.extraction.classify.StandardPacketClassifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class NdaRecognitionTest {

    private static final String PROMISES = """
            1. Each party will keep confidential what it learns. Confidential Information means trade secrets
            and non-public information. Confidential Information may not be used for other ends.
            2. The Confidential Information is returned on request. Confidentiality survives.
            """;

    @Test
    void takesAnAgreement() {
        assertThat(pagesOfNdas("""
                                    MUTUAL NON-DISCLOSURE AGREEMENT

                        This Mutual Non-Disclosure Agreement is entered into as of May 4, 2016 by and between
                        Orrery Corporation and Fen Foods, Inc.

                        """ + PROMISES + "\f" + PROMISES)).containsExactly(List.of(1, 2));
    }

    @Test
    void takesAnAgreementWithOtherCovenants() {
        assertThat(pagesOfNdas("""
                            Confidentiality, Non-Solicitation and
                            Non-Competition Agreement

                        This Agreement is made between Orrery Corporation and Ada B. Sample, who agree as follows:

                        """ + PROMISES)).hasSize(1);
    }

    @Test
    void takesALetterWithoutAHeading() {
        assertThat(pagesOfNdas("""
                        January 12, 2011

                        Alder Capital Management, LLC
                        9 Oak Drive

                        Ladies and Gentlemen:

                        In connection with your consideration of a possible transaction with Orrery Corporation you
                        have requested information. All information furnished to you is Evaluation Material. You
                        will keep confidential the Evaluation Material and all confidential analyses of it, and
                        this confidentiality binds your Representatives.
                        """)).hasSize(1);
    }

    @Test
    void takesAnAgreementWhoseTitleRunsIntoTheText() {
        assertThat(pagesOfNdas("""
                        Appendix B Non-Disclosure Agreement THIS MUTUAL NON-DISCLOSURE AGREEMENT (The "Agreement") is
                        made as of ________, 2003 by and between Orrery Corporation and Fen Foods, Inc.

                        """ + PROMISES)).hasSize(1);
    }

    @Test
    void takesALetterToAFriend() {
        assertThat(pagesOfNdas("""
                        Dear Ada:

                        In connection with a possible transaction each of us may receive information. The Receiving
                        Party keeps the Evaluation Material confidential. The Evaluation Material of the Disclosing
                        Party includes analyses, and Evaluation Material is Evaluation Material in any form. As a
                        condition of receiving Evaluation Material, the Receiving Party agrees to confidentiality.
                        Evaluation Material is returned on request of the Disclosing Party. Confidential Evaluation
                        Material and other Evaluation Material stays Evaluation Material.
                        """)).hasSize(1);
    }

    @Test
    void leavesACommercialContractWithAConfidentialityClause() {
        assertThat(pagesOfNdas("""
                                         SUPPLY AGREEMENT

                        This Supply Agreement is entered into as of May 4, 2016 by and between Orrery Corporation
                        and Fen Foods, Inc. The parties have signed a Confidentiality Agreement before.

                        14. Confidentiality

                        """ + PROMISES)).isEmpty();
    }

    @Test
    void leavesALicenceWithAClauseHeadingOfThatName() {
        assertThat(pagesOfNdas("""
                                         LICENSE AGREEMENT

                        This License Agreement is made by and between Orrery Corporation and Fen Foods, Inc. The
                        Licensee pays royalties on each product in the Territory.

                        3. Non-Disclosure Agreement

                        """ + PROMISES)).isEmpty();
    }

    @Test
    void aRunningHeaderStartsNoSecondDocument() {
        assertThat(pagesOfNdas("""
                                    CONFIDENTIALITY AGREEMENT

                        This Agreement is made by and between Orrery Corporation and Fen Foods, Inc.

                        """
                        + PROMISES
                        + "\fConfidentiality Agreement - Page 2\nRECITALS of the kind above. "
                        + PROMISES))
                .containsExactly(List.of(1, 2));
    }

    /** Its clauses are read in English only: a German agreement is left to a person, not read half. */
    @Test
    void leavesGermanAgreementsUnknown() {
        for (String title :
                List.of("GEHEIMHALTUNGSVEREINBARUNG", "GEHEIMHALTUNGSVEREINBARUNG (NDA)", "DIENSTVERTRAG")) {
            assertThat(new StandardPacketClassifier(DocumentTypes.shipped())
                            .classify(TypedContract.of("""
                                    %s

                                    zwischen der Orrery GmbH, Berlin, und der Fen AG, München

                                    § 1 Die Parteien tauschen vertrauliche Informationen (Confidential Information) aus und
                                    halten sie geheim. § 2 Diese Vereinbarung tritt am 1. März 2024 in Kraft und endet am
                                    28. Februar 2027. § 3 Es gilt deutsches Recht. Gerichtsstand ist Berlin.
                                    """.formatted(title)).file())
                            .documents())
                    .as(title)
                    .isEmpty();
        }
    }

    private static List<List<Integer>> pagesOfNdas(String text) {
        return new StandardPacketClassifier(DocumentTypes.shipped())
                .classify(TypedContract.of(text).file()).documents().stream()
                        .filter(document -> document.type().equals("nda"))
                        .map(Document::pages)
                        .toList();
    }
}
