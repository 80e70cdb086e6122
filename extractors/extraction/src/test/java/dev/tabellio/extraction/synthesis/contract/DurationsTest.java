package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    two years                                   | 2 years
                    Two (2) years                               | 2 years
                    two (2)-year                                | 2 years
                    2 years                                     | 2 years
                    one year                                    | 1 year
                    one-year                                    | 1 year
                    eighteen months                             | 18 months
                    eighteen (18) months                        | 18 months
                    twenty-four (24) months                     | 24 months
                    twenty four month                           | 24 months
                    thirty-six (36) full calendar months        | 36 months
                    one hundred and eighty (180) days           | 180 days
                    2 (two) years                               | 2 years
                    five (5) consecutive years                  | 5 years
                    one and one-half years                      | 18 months
                    two and a half years                        | 30 months
                    the first anniversary of                    | 1 year
                    the second (2nd) anniversary of             | 2 years
                    the third annual anniversary of             | 3 years
                    the end of the fifteenth (15th) year        | 15 years
                    TWO YEARS                                   | 2 years
                    six (6) month(s)                            | 6 months
                    """)
    void readsTheLength(String printed, String normalised) {
        assertThat(lengths("for a period of " + printed + " from")).containsExactly(normalised);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two (3) years",
                "the year first above written",
                "many years",
                "the third year",
                "calendar year 2004",
                "zero years",
                "0 months",
                "the yearly fee"
            })
    void leavesOutWhatIsNoLengthOrInDoubt(String printed) {
        assertThat(lengths(printed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "de-DE"})
    void readsTheSameEverywhere(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));

        assertThat(lengths("SIX (6) MONTHS and EIGHTEEN DAYS")).containsExactly("6 months", "18 days");
    }

    private static List<String> lengths(String text) {
        return Durations.in(text, new TextSpan(0, text.length())).stream()
                .map(Durations.Mention::normalised)
                .toList();
    }
}
