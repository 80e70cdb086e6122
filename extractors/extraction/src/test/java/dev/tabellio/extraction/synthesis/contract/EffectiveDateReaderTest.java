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
                    This Agreement, dated May 4, 2016 and effective as of June 1, 2016, binds both. | 2016-06-01
                    This Agreement dated May 4, 2016 shall be effective. The "Effective Date" is June 1, 2016. | 2016-06-01
                    This Agreement is entered into on the 4th day of May, 2016 (hereinafter "Effective Date"). | 2016-05-04
                    Fen and Orrery agree, effective as of May 4, 2016, on what follows. | 2016-05-04
                    THIS AGREEMENT is made and entered into this 4th day of May, 2016. | 2016-05-04
                    This Agreement is made as of May 4, 2016. The term of this Agreement shall commence on June 1, 2016. | 2016-06-01
                    This Agreement is made as of May 4, 2016. The duration of this Venture will begin on June 1, 2016 and end on May 31, 2018. | 2016-06-01
                    SUPPLY AGREEMENT BETWEEN A AND B. THIS AGREEMENT is made on the 15 th day of January 2018. | 2018-01-15
                    This Agreement is made and entered into by and between the following parties on June 6, 2012 in Beijing. | 2012-06-06
                    A and B agree. IN WITNESS WHEREOF, the parties have executed this Agreement this 16th day of May, 2011. | 2011-05-16
                    This agreement ("Agreement"), dated 4 May 2016, is between Orrery Inc. and Fen Company, both of Ohio. | 2016-05-04
                    This Amendment No. 2, dated as of May 4, 2016, amends the Supply Agreement dated as of May 1, 2008 between A and B. | 2016-05-04
                    This Amendment No. 2 to the Supply Agreement dated May 1, 2008 is made as of May 4, 2016 between A and B. | 2016-05-04
                    """)
    void readsTheDate(String text, String date) {
        assertThat(read(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    This Agreement is made May 4, 2016, with effect from January 1, 2016, between Orrery and Fen. | 2016-01-01
                    This Agreement is made May 4, 2016, but effective for all purposes as of January 1, 2016, between Orrery and Fen. | 2016-01-01
                    This Agreement is made May 4, 2016 between Orrery and Fen of Ohio. It takes effect on January 1, 2016. | 2016-01-01
                    This Agreement is made May 4, 2016 between Orrery and Fen of Ohio. Effective January 1, 2016, Fen appoints Orrery. | 2016-01-01
                    This Agreement, effective this fourth day of May, 2016, is between Orrery and Fen. | 2016-05-04
                    This Agreement is between Orrery and Fen of Ohio. The higher rate shall be effective as of May 4, 2016 for all loans. | none
                    This Agreement is between Orrery and Fen of Ohio. Fen filed a registration statement that was declared effective on May 4, 2016. | none
                    This Agreement is made as of _________, 2016 between Orrery and Fen of Ohio. This Agreement replaces the agreement dated May 4, 2014. | none
                    """)
    void theDayOnWhichItTakesEffectComesBeforeTheDayOnWhichItIsMade(String text, String date) {
        assertThat(read(text, "contract")).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Merger Agreement dated as of May 4, 2016 stays in force.",
                "The policy was adopted on May 4, 2016. The parties agree to it.",
                "Payment is due on May 4, 2016.",
                "This Amendment to the Supply Agreement dated as of May 4, 2016 (the \"Existing Agreement\") is entered into.",
                "Reference is made to that certain License Agreement Number 12 dated as of May 4, 2016, between A and B."
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

    @Test
    void anAmendmentsOwnDateMayStandAlone() {
        ContractText contract = TypedContract.of("""
                                AMENDMENT NO. 1

                                Dated as of November 11, 2015

                                Reference is made to that certain License Agreement dated as of December 16, 2014, between A and B.
                                """).text();

        assertThat(reader(contract).readOwnDate(Optional.empty()))
                .map(date -> date.mention().date().toString())
                .contains("2015-11-11");
    }

    @Test
    void signaturesMayStandBeforeLongExhibits() {
        String clause =
                "The parties agree to keep the secret and to tell no one about it for as long as they live.\n\n";
        String text = clause.repeat(20)
                + "IN WITNESS WHEREOF, the parties have signed.\n\nBy: /s/ Ada Sample\nDate 13/07/05\n\n"
                + clause.repeat(200);

        assertThat(read(text)).isEqualTo("2005-07-13");
    }

    private static String read(String text) {
        return read(text, "nda");
    }

    private static String read(String text, String type) {
        ContractText contract = TypedContract.of(text).text();
        return new EffectiveDateReader(
                        contract,
                        Sentences.of(contract.text()),
                        ContractAnchors.of(DocumentTypes.shipped().get(type)).effectiveDate(),
                        LetterOpening.of(contract))
                .read(Optional.empty())
                .map(candidate -> candidate.mention().date().toString())
                .orElse("none");
    }

    private static EffectiveDateReader reader(ContractText contract) {
        return new EffectiveDateReader(
                contract, Sentences.of(contract.text()), ANCHORS.effectiveDate(), LetterOpening.of(contract));
    }
}
