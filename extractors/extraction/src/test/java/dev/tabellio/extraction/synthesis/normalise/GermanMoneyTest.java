package dev.tabellio.extraction.synthesis.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GermanMoneyTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "28.921,50       | 28921.50",
                "28921,50        | 28921.50",
                "28.921          | 28921.00",
                "45 000,00       | 45000.00",
                "45.000 00       | 45000.00",
                "1234 56         | 1234.56",
                "1 .234 ,56      | 1234.56",
                "1.234,56 \u20ac | 1234.56",
                "EUR 1.234,56    | 1234.56",
                "1.234,56 EUR    | 1234.56",
                "1.234.567,89    | 1234567.89",
                "45,--           | 45.00",
                "45,-            | 45.00",
                "0,00            | 0.00",
                "-45,10          | -45.10",
                "- 45,10         | -45.10",
                "45,10-          | -45.10",
                "45,10 -         | -45.10",
                "\u221245,10     | -45.10",
                "+45,10          | 45.10"
            })
    void money(String printed, String value) {
        for (Locale locale : new Locale[] {Locale.US, Locale.GERMANY, new Locale("tr", "TR")}) {
            Locale.setDefault(locale);
            assertThat(GermanMoney.parse(printed)).hasToString("Optional[" + value + "]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "EUR",
                ",",
                "1,234.56",
                "1.23",
                "12.34,56",
                "1,2",
                "1,234",
                "4,5 %",
                "III",
                "01.01. - 31.12."
            })
    void notMoney(String printed) {
        assertThat(GermanMoney.parse(printed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"37,160.56 | 37160.56", "37.160.56 | 37160.56", "_1.234,50= | 1234.50"})
    void misreadMoney(String recognised, String value) {
        assertThat(GermanMoney.parseRecognised(recognised)).hasToString("Optional[" + value + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"37.1605", "1.2.3", "x"})
    void notEvenMisreadMoney(String recognised) {
        assertThat(GermanMoney.parseRecognised(recognised)).isEmpty();
    }
}
