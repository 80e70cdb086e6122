package dev.tabellio.samples.degrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tabellio.samples.degrade.Degradation.Kind;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DegradationTest {

    @Test
    void aStrengthIsOptional() {
        assertThat(Degradation.parseAll("scan300, skew0.5,blur"))
                .containsExactly(
                        new Degradation(Kind.SCAN, 300),
                        new Degradation(Kind.SKEW, 0.5),
                        new Degradation(Kind.BLUR, 0.25));
    }

    @Test
    void nothingSuffersWithoutAScan() {
        assertThat(Degradation.parseAll("noise")).extracting(Degradation::kind).containsExactly(Kind.SCAN, Kind.NOISE);
        assertThat(Degradation.parseAll(" ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"crumple", "scan20", "rotate45", "skew-1", "jpeg99", "bilevel,,blur"})
    void whatIsNotKnownIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Degradation.parseAll(text));
    }

    @Test
    void turkishLettersDoNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(Degradation.parse("BILEVEL").kind()).isEqualTo(Kind.BILEVEL);
            assertThat(Degradation.parse("tiff").kind()).isEqualTo(Kind.TIFF);
        } finally {
            Locale.setDefault(before);
        }
    }
}
