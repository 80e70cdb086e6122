package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.extraction.sections.SectionTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermReaderTest {

    private static final ContractAnchors ANCHORS =
            ContractAnchors.of(DocumentTypes.shipped().get("nda"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    This Agreement shall terminate two (2) years from the date hereof. | 2 years
                    4. Term. This Agreement shall be effective from and after the Effective Date for eighteen months. | 18 months
                    Except as set forth herein, this Agreement shall have a term of eighteen months. | 18 months
                    This Agreement shall cease to be effective two years after the date hereof. | 2 years
                    The obligations of confidentiality under this Agreement shall survive for a period of three years. | 3 years
                    A Recipient's duty to protect Confidential Information expires five years from the Effective Date. | 5 years
                    This letter agreement shall terminate and be of no further force and effect fifteen (15) months after the date hereof. | 15 months
                    For a period of two years from the date hereof, the Receiving Party agrees to keep all information confidential. | 2 years
                    This Agreement shall become effective on the date hereof and shall continue until a period of twelve (12) months. | 12 months
                    """)
    void readsHowLongTheAgreementLasts(String clause, String term) {
        assertThat(read(clause)).isEqualTo(term);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "For a period of one year from the date hereof, you will not solicit for employment any employee of the Company.",
                "During the standstill period of twelve (12) months the Buyer shall not acquire securities of the Company.",
                "For two years after termination of your employment you will not compete with the Company.",
                "The Company pays the salary for a period of twelve months after the termination of employment.",
                "You have been an employee for more than ten years.",
                "Either party may cancel on thirty (30) days written notice."
            })
    void abstainsFromOtherPeriods(String clause) {
        assertThat(read(clause)).isEqualTo("none");
    }

    @Test
    void theAgreementsOwnTermOutweighsOtherPeriods() {
        assertThat(read("""
                                7. For a period of one year, neither party shall solicit employees of the other.
                                8. The term of this Agreement shall be two (2) years.
                                9. Confidentiality obligations for trade secrets shall continue for a period of five (5) years.
                                """)).isEqualTo("2 years");
    }

    private static String read(String typed) {
        TypedContract contract = TypedContract.of(typed);
        String text = contract.text().text();
        Sentences sentences = Sentences.of(text);
        Clauses clauses = Clauses.of(contract.text(), SectionTree.of(contract.file(), contract.document()));
        return new TermReader(text, sentences, clauses, ANCHORS.term())
                .read()
                .map(candidate -> candidate.mention().normalised())
                .orElse("none");
    }
}
