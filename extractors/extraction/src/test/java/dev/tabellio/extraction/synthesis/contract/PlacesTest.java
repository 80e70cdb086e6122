package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    New York, without regard        | New York
                    NEW YORK                        | New York
                    West Virginia and its courts    | West Virginia
                    Virginia                        | Virginia
                    ILLINOIS                        | Illinois
                    England and Wales               | England and Wales
                    People's Republic of China      | China
                    the Netherlands                 | Netherlands
                    Republic of Korea               | South Korea
                    Ontario, Canada                 | Ontario
                    Germany                         | Germany
                    Washington, D.C.                | District of Columbia
                    Delawareans                     |
                    the Company                     |
                    """)
    void spellsPlacesInOneWay(String text, String place) {
        for (String locale : new String[] {"en-US", "tr-TR", "de-DE"}) {
            Locale.setDefault(Locale.forLanguageTag(locale));

            assertThat(Places.at(text, 0).map(Places.Found::name)).isEqualTo(Optional.ofNullable(place));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"New York", "CA 94025", "Texas 75034", "N.Y.", "France"})
    void knowsWhatIsNothingButAPlace(String text) {
        assertThat(Places.isPlace(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"New York Life", "Delaware Trust Company", "Orrery"})
    void aNameWithAPlaceIsNoPlace(String text) {
        assertThat(Places.isPlace(text)).isFalse();
    }
}
