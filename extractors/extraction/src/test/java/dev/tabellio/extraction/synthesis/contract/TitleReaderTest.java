package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import org.junit.jupiter.api.Test;

class TitleReaderTest {

    private static final ContractAnchors ANCHORS =
            ContractAnchors.of(DocumentTypes.shipped().get("nda"));

    @Test
    void joinsTheLinesOfAHeading() {
        assertThat(title("""
                                                                    Exhibit 10.2
                                       ORRERY CORPORATION

                              CONFIDENTIALITY, NON-SOLICITATION
                                             AND
                                  NON-COMPETITION AGREEMENT

                        This Agreement is made today.""")).isEqualTo("CONFIDENTIALITY, NON-SOLICITATION AND NON-COMPETITION AGREEMENT");
    }

    @Test
    void prefersTheContractsOwnHeadingToTheFilingsLabel() {
        assertThat(title("""
                        EX-99.1 2 dex991.htm FORM OF AGREEMENT
                        Exhibit 99.1

                             Director Confidentiality Agreement

                        The Director agrees.""")).isEqualTo("Director Confidentiality Agreement");
        assertThat(title("""
                        EX-99.1 2 dex991.htm CONFIDENTIALITY AGREEMENT

                        Dear Ms. Sample:""")).isEqualTo("CONFIDENTIALITY AGREEMENT");
    }

    @Test
    void endsBeforeThePartiesAndTheDate() {
        assertThat(title("SUPPLY AGREEMENT BETWEEN:\n\nORRERY, INC.")).isEqualTo("SUPPLY AGREEMENT");
        assertThat(title("Project Cooperation Agreement July 2013\n\nParty A: Fen"))
                .isEqualTo("Project Cooperation Agreement");
    }

    @Test
    void aNoteAboutWhatWasLeftOutIsNoTitle() {
        assertThat(title("""
                        THE COMPANY HAS REQUESTED SECRECY FOR
                        CERTAIN PORTIONS OF THIS AGREEMENT

                        Exhibit 10.1
                                        SPONSORSHIP AGREEMENT

                        This agreement is made today.""")).isEqualTo("SPONSORSHIP AGREEMENT");
    }

    @Test
    void takesTheSubjectOfALetter() {
        assertThat(title("January 5, 2010\n\nRe: Confidentiality Agreement\n\nDear Ms. Sample:"))
                .isEqualTo("Confidentiality Agreement");
    }

    @Test
    void takesWhatTheFirstSentenceCallsIt() {
        assertThat(title(
                        "On this day the parties conclude this Mutual Non-Disclosure and Standstill Agreement and keep it as long as"
                                + " they can."))
                .isEqualTo("Mutual Non-Disclosure and Standstill Agreement");
    }

    @Test
    void sentencesAndClauseHeadingsAreNoTitle() {
        assertThat(title("""
                        3. Non-Disclosure Agreement
                        The parties keep to the agreement of May.
                        they have made an agreement""")).isEqualTo("none");
    }

    private static String title(String text) {
        ContractText contract = TypedContract.of(text).text();
        return new TitleReader(contract, ANCHORS).read().map(contract::printed).orElse("none");
    }
}
