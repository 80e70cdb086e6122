package dev.tabellio.samples.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

    @ParameterizedTest
    @CsvSource({
        "amount, 1234.50, -?[1-9][0-9]{3}\\.[0-9]{2}",
        "amount, -17.00, -[1-9][0-9]\\.[0-9]{2}",
        "identifier, 123-45-6789, 9[0-9]{2}-[0-9]{2}-[0-9]{4}",
        "identifier, 12-3456789, 00-[0-9]{7}",
        "identifier, AC-12b, [A-Z]{2}-[0-9]{2}[a-z]",
        "text, CA, [A-Z]{2}",
        "text, Marge Q Simpson, \\p{L}+ [A-Z] \\p{L}+"
    })
    void aValueThatIsAlikeHasTheCharactersOfTheOtherAndNoneOfItsWords(String kind, String failed, String pattern) {
        for (int seed = 0; seed < 50; seed++) {
            assertThat(Shape.ALIKE.value(new Dice(seed), kind, Shape.mask(failed), "before"))
                    .matches(pattern)
                    .doesNotContain("Marge", "Simpson");
        }
    }

    @Test
    void aMaskTellsNothingButKindsOfCharacters() {
        assertThat(Shape.mask("Søren O’Dowd, 12-34 €")).isEqualTo("Aaaaa A’Aaaa, 99-99 €");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "tr-TR", "ar-EG-u-nu-arab"})
    void amountsAndDatesAreAsExportedInEveryLocale(String tag) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            for (Shape shape : Shape.of("amount", false)) {
                String amount = shape.value(new Dice(4), "amount", "9999.99", "1.00");
                assertThat(amount).matches("|-?[0-9]+\\.[0-9]{2}");
                assertThat(amount.isEmpty() || new BigDecimal(amount).signum() != 0)
                        .isTrue();
            }
            for (Shape shape : Shape.of("date", false)) {
                String date = shape.value(new Dice(4), "date", "9999-99-99", "2020-01-02");
                assertThat(date.isEmpty() || LocalDate.parse(date).getYear() > 2000)
                        .isTrue();
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aFlagTurnsAndAClosedListHasNoOtherValue() {
        assertThat(Shape.OPPOSITE.value(new Dice(1), "flag", "", "true")).isEqualTo("false");
        assertThat(Shape.of("closed", false)).isEmpty();
        assertThat(Shape.of("text", true)).contains(Shape.LONG);
        assertThat(Shape.of("text", false)).containsExactly(Shape.ALIKE);
    }
}
