package dev.tabellio.extraction.synthesis.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormDateTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US     | 12/31/2024          | 2024-12-31",
                "US     | 3/5/2024            | 2024-03-05",
                "US     | 03-05-24            | 2024-03-05",
                "US     | 03 / 05 / 2024      | 2024-03-05",
                "US     | 03.05.1961          | 1961-03-05",
                "US     | 1/2/61              | 1961-01-02",
                "US     | 12312024            | 2024-12-31",
                "US     | 12 31 2024          | 2024-12-31",
                "US     | 2024-12-31          | 2024-12-31",
                "US     | December 31, 2024   | 2024-12-31",
                "US     | Dec. 31 2024        | 2024-12-31",
                "US     | 31 DECEMBER 2024    | 2024-12-31",
                "US     | July 4th, 1976      | 1976-07-04",
                "GERMAN | 31.12.2024          | 2024-12-31",
                "GERMAN | 5.3.24              | 2024-03-05",
                "GERMAN | 31. 12. 2024        | 2024-12-31",
                "GERMAN | 31. Dezember 2024   | 2024-12-31",
                "GERMAN | 1. M\u00e4rz 2024   | 2024-03-01",
                "GERMAN | 31122024            | 2024-12-31"
            })
    void dates(FormDate order, String printed, String date) {
        for (Locale locale : new Locale[] {Locale.US, Locale.GERMANY, new Locale("tr", "TR")}) {
            Locale.setDefault(locale);
            assertThat(order.parse(printed)).hasToString("Optional[" + date + "]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US     | 31/12/2024",
                "US     | 2/30/2024",
                "US     | 12/2024",
                "US     | Various",
                "US     | Smarch 3, 2024",
                "US     | 12/31/2024 to 1/31/2025",
                "US     | ''",
                "GERMAN | 12/31/2024",
                "GERMAN | 30.2.2024",
                "GERMAN | 31.12."
            })
    void notDates(FormDate order, String printed) {
        assertThat(order.parse(printed)).isEmpty();
    }
}
