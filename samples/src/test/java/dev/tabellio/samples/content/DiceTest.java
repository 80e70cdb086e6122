package dev.tabellio.samples.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DiceTest {

    /** Every committed sample depends on it. */
    @Test
    void theNumbersAreThoseOfTheSpecifiedAlgorithm() {
        long seed = 7;
        Dice dice = new Dice(seed);
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);

        for (int i = 0; i < 1000; i++) {
            assertThat(dice.gaussian()).isEqualTo(random.nextGaussian());
            assertThat(dice.between(3, 11)).isEqualTo(3 + random.nextInt(9));
            assertThat(dice.chance(0.3)).isEqualTo(random.nextDouble() < 0.3);
        }
    }
}
