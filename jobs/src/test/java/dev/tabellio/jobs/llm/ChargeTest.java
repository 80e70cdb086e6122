package dev.tabellio.jobs.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.extraction.llm.TokenUsage;
import dev.tabellio.jobs.config.LlmConfig.Prices;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ChargeTest {

    private static final Prices PRICES =
            new Prices(new BigDecimal("3"), new BigDecimal("0.30"), new BigDecimal("3.75"), new BigDecimal("15"));

    @Test
    void eachTokenHasItsPrice() {
        Charge charge = Charge.of(new TokenUsage(1_000_000, 500_000, 200_000, 10_000), PRICES);

        // 300,000 at 3, 500,000 at 0.30, 200,000 at 3.75 and 10,000 at 15 for a million
        assertThat(charge.money()).isEqualByComparingTo("1.95");
        assertThat(charge.tokens()).isEqualTo(1_010_000);
    }

    @Test
    void whatItMayCostCoversWhateverTheCacheDoes() {
        Charge most = Charge.atMost(1_000_000, 10_000, PRICES);

        assertThat(most.money()).isEqualByComparingTo("3.90");
        for (TokenUsage usage : new TokenUsage[] {
            new TokenUsage(1_000_000, 0, 1_000_000, 10_000),
            new TokenUsage(1_000_000, 1_000_000, 0, 10_000),
            new TokenUsage(1_000_000, 0, 10_000)
        }) {
            assertThat(Charge.of(usage, PRICES).money()).isLessThanOrEqualTo(most.money());
        }
    }
}
