package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.extraction.sections.SectionTree;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoverningLawReaderTest {

    private static final ContractAnchors ANCHORS =
            ContractAnchors.of(DocumentTypes.shipped().get("nda"));

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    This Agreement shall be governed by and construed in accordance with the laws of the State of New York, without regard to conflicts. | New York
                    12. Governing Law. This Agreement is governed by the internal laws of the Commonwealth of Massachusetts. | Massachusetts
                    THIS AGREEMENT SHALL BE GOVERNED BY THE LAWS OF THE STATE OF WEST VIRGINIA. | West Virginia
                    All claims regarding this Agreement are governed by the Laws of Colorado, and courts there. | Colorado
                    Internal law of the State of Texas applies to this Agreement. | Texas
                    The laws of the State of Delaware, without giving effect to conflict of laws, govern all matters relating to this Agreement. | Delaware
                    The laws of Georgia apply to this Agreement, and its courts have jurisdiction. | Georgia
                    This Agreement shall be construed under New York law. | New York
                    The construction and interpretation of this agreement shall be determined in accordance with the laws of the State of Idaho. | Idaho
                    This Agreement shall be governed by the laws of England and Wales. | England and Wales
                    This Agreement is governed by the laws of the People's Republic of China. | China
                    This Agreement shall be subject to and interpreted under the law of the Province of Ontario. | Ontario
                    """)
    void readsThePlace(String clause, String place) {
        assertThat(read(clause)).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fen Foods, Inc., a corporation organized and existing under the laws of the State of Delaware, agrees.",
                "The recipient obeys all applicable laws of every country.",
                "The information is protected by law."
            })
    void abstainsWhereNoLawIsChosen(String text) {
        assertThat(read(text)).isEqualTo("none");
    }

    @Test
    void theChoiceOfLawOutweighsWhereACompanyIsOrganised() {
        assertThat(read("""
                                This Agreement is between Orrery, Inc., organized under the laws of the State of Nevada, and Ada Sample.
                                9. Miscellaneous. This Agreement shall be governed by the laws of the State of Ohio.
                                The trial follows the Arbitration Act of the law of England.""")).isEqualTo("Ohio");
    }

    @Test
    void readsTheSameEverywhere() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));

        assertThat(read("THIS AGREEMENT IS GOVERNED BY THE LAWS OF ILLINOIS.")).isEqualTo("Illinois");
    }

    private static String read(String typed) {
        TypedContract contract = TypedContract.of(typed);
        String text = contract.text().text();
        Sentences sentences = Sentences.of(text);
        Clauses clauses = Clauses.of(contract.text(), SectionTree.of(contract.file(), contract.document()));
        return new GoverningLawReader(text, sentences, clauses, ANCHORS.governingLaw())
                .read()
                .map(candidate -> candidate.place().name())
                .orElse("none");
    }
}
