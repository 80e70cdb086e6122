package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberWordsTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    two                          | 2
                    TWELVE                       | 12
                    SIX                          | 6
                    twenty-four                  | 24
                    thirty six                   | 36
                    one hundred and eighty       | 180
                    one hundred twenty           | 120
                    third                        | 3
                    twenty-first                 | 21
                    thirtieth                    | 30
                    15                           | 15
                    22ND                         | 22
                    """)
    void readsNumbersInWords(String words, int number) {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));

        assertThat(NumberWords.parse(words)).isEqualTo(OptionalInt.of(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "several", "two or three", "12345", "and", "one-half"})
    void otherWordsAreNoNumber(String words) {
        assertThat(NumberWords.parse(words)).isEmpty();
    }
}
