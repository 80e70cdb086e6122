package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectiveDateReaderTest {

    private static final ContractAnchors ANCHORS =
            ContractAnchors.of(DocumentTypes.shipped().get("nda"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    This Agreement is made as of May 4, 2016 by and between A and B. | 2016-05-04
                    This Agreement, dated May 4, 2016 and effective as of June 1, 2016, binds both. | 2016-05-04
                    This Agreement dated May 4, 2016 shall be effective. The "Effective Date" is June 1, 2016. | 2016-06-01
                    This Agreement is entered into on the 4th day of May, 2016 (hereinafter "Effective Date"). | 2016-05-04
                    Fen and Orrery agree, effective as of May 4, 2016, on what follows. | 2016-05-04
                    THIS AGREEMENT is made and entered into this 4th day of May, 2016. | 2016-05-04
                    A and B agree. IN WITNESS WHEREOF, the parties have executed this Agreement this 16th day of May, 2011. | 2011-05-16
                    """)
    void readsTheDate(String text, String date) {
        assertThat(read(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Merger Agreement dated as of May 4, 2016 stays in force.",
                "The policy was adopted on May 4, 2016. The parties agree to it.",
                "Payment is due on May 4, 2016."
            })
    void abstainsFromOtherDates(String text) {
        assertThat(read(text)).isEqualTo("none");
    }

    @Test
    void takesTheLastSignature() {
        assertThat(read("""
                                The parties agree to keep the secret and to tell no one about it for as long as they live or even longer.

                                ORRERY CORPORATION
                                By: /s/ Ada Sample
                                Date: 8/7/08

                                /s/ Bo Muster
                                August 11, 2008
                                Date
                                """)).isEqualTo("2008-08-11");
    }

    @Test
    void aConditionTakesTheSignaturesDateAway() {
        assertThat(read("""
                                This letter shall become effective upon the appointment of the new director and not before that day.

                                ORRERY CORPORATION
                                By: /s/ Ada Sample
                                Date: 8/7/08
                                """)).isEqualTo("none");
    }

    private static String read(String text) {
        ContractText contract = TypedContract.of(text).text();
        return new EffectiveDateReader(
                        contract, Sentences.of(contract.text()), ANCHORS.effectiveDate(), LetterOpening.of(contract))
                .read(Optional.empty())
                .map(candidate -> candidate.mention().date().toString())
                .orElse("none");
    }
}
