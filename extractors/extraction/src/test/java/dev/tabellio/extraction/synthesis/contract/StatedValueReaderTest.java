package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.extraction.sections.SectionTree;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedValueReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    RATE     | Interest is due at 5.25% per annum.                     | 5.25 %
                    RATE     | Interest is due at five percent (5 %) per annum.        | 5 %
                    RATE     | Interest is due at 7 per cent per annum.                | 7 %
                    RATE     | Interest is due at a rate of 12 percent.                | 12 %
                    RATE     | Interest is due under Section 5.25.1 every year.        | none
                    AMOUNT   | Interest of $1,250.50 is due.                           | 1250.50
                    AMOUNT   | Interest of US$ 2.5 million is due.                     | 2500000.00
                    AMOUNT   | Interest of EUR 500 is due.                             | 500.00
                    DURATION | Interest is due within thirty (30) days.                | 30 days
                    DURATION | Interest is due after 18 months.                        | 18 months
                    DATE     | Interest is due on the 3rd day of March, 2010.          | 2010-03-03
                    """)
    void readsValuesOfEachKind(StatedValueReader.Kind kind, String sentence, String value) {
        TypedContract contract = TypedContract.of("The parties agree on the following.\n\n" + sentence + "\n");
        String text = contract.text().text();
        PhraseScore interest = new PhraseScore(List.of(Phrase.of("interest", 1)), List.of(), List.of(), 1);

        assertThat(new StatedValueReader(
                                text,
                                Sentences.of(text),
                                Clauses.of(contract.text(), SectionTree.of(contract.file(), contract.document())))
                        .read(new StatedValueReader.Wanted("/Value", kind, interest, List.of(), List.of(), false))
                        .map(found -> found.value().asText())
                        .orElse("none"))
                .isEqualTo(value);
    }
}
