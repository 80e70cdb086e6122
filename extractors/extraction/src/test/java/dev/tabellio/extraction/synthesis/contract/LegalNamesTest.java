package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegalNamesTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Blue Heron Foods, Inc.                  | Blue Heron Foods Inc.
                    Blue Heron Foods, Incorporated          | Blue Heron Foods Inc.
                    Marsh & Fen Trading Limited             | Marsh and Fen Trading Ltd.
                    Alder Capital, L.L.C.                   | Alder Capital LLC
                    Alder Capital Partners, L.P.            | Alder Capital Partners LP
                    Orrery Instruments plc                  | Orrery Instruments PLC
                    Orrery Corporation                      | Orrery Corporation
                    Orrery Corp                             | Orrery Corp.
                    Ada B. Sample                           | Ada B. Sample
                    """)
    void spellsNamesInOneWay(String printed, String canonical) {
        assertThat(LegalNames.canonical(printed)).isEqualTo(canonical);
    }

    @Test
    void theSameNameHasTheSameKey() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));

        assertThat(LegalNames.key("Infinite Tiling, Incorporated")).isEqualTo(LegalNames.key("INFINITE TILING INC."));
        assertThat(LegalNames.key("Infinite Tiling, Inc.")).isNotEqualTo(LegalNames.key("Infinite Tiling LLC"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Ada B. Sample", "Grete von Muster", "C. Q. Example, III", "J. Doe Smith", "María-José Prueba"})
    void knowsPersons(String name) {
        assertThat(PersonNames.matches(name)).isTrue();
        assertThat(LegalNames.hasForm(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Blue Heron Foods, Inc.",
                "Managing Director",
                "Confidentiality Agreement",
                "Employee Name",
                "Sample",
                "Orrery Holdings",
                "Very Truly Yours"
            })
    void knowsWhatIsNoPerson(String name) {
        assertThat(PersonNames.matches(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Delaware Corporation",
                "State of New York",
                "Confidentiality Agreement",
                "Board of Directors of Orrery Corporation",
                "Limited Liability Company"
            })
    void refusesWhatNamesNobody(String words) {
        assertThat(LegalNames.hasForm(words)).isFalse();
    }
}
