package dev.tabellio.extraction.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkewTest {

    private static final GreyImage PAGE = DrawnScan.of(1500, 1600, DrawnScan::text);

    @ParameterizedTest
    @ValueSource(doubles = {-7.3, -2, -0.4, 0, 0.7, 3.1, 8.5})
    void skewIsMeasured(double degrees) {
        assertThat(Skew.of(PAGE.rotated(-degrees), 150).degrees()).isCloseTo(degrees, within(0.1));
    }

    @Test
    void aPageOnItsSideIsNoticed() {
        assertThat(Skew.of(PAGE, 150).sideways()).isFalse();
        assertThat(Skew.of(PAGE.turned(1), 150).sideways()).isTrue();
        assertThat(Skew.of(PAGE.turned(3), 150).sideways()).isTrue();
    }

    @Test
    void anEmptyPageLiesStraight() {
        assertThat(Skew.of(DrawnScan.of(800, 1000, g -> {}), 150)).isEqualTo(new Skew(0, false));
    }
}
