package dev.tabellio.jobs.llm;

import dev.tabellio.extraction.llm.TokenUsage;
import dev.tabellio.jobs.config.LlmConfig.Prices;
import java.math.BigDecimal;

/**
 * What a call costs, or may cost.
 *
 * @param tokens of request and answer
 * @param money in the configured currency, exact
 */
public record Charge(long tokens, BigDecimal money) {

    private static final int MILLION_DIGITS = 6;

    public static final Charge NOTHING = new Charge(0, BigDecimal.ZERO);

    /** The price of what was used. */
    public static Charge of(TokenUsage usage, Prices prices) {
        BigDecimal money = prices.input()
                .multiply(BigDecimal.valueOf(usage.input() - usage.cachedInput() - usage.writtenInput()))
                .add(prices.cachedInput().multiply(BigDecimal.valueOf(usage.cachedInput())))
                .add(prices.cacheWrite().multiply(BigDecimal.valueOf(usage.writtenInput())))
                .add(prices.output().multiply(BigDecimal.valueOf(usage.output())));
        return new Charge(usage.input() + usage.output(), money.movePointLeft(MILLION_DIGITS));
    }

    /** What a request costs if the answer is as long as it may be, and its cache does what costs most. */
    public static Charge atMost(long inputTokens, long maxOutputTokens, Prices prices) {
        BigDecimal dearest = prices.input().max(prices.cachedInput()).max(prices.cacheWrite());
        return of(
                new TokenUsage(inputTokens, 0, maxOutputTokens),
                new Prices(dearest, dearest, dearest, prices.output()));
    }

    public Charge plus(Charge more) {
        return new Charge(tokens + more.tokens, money.add(more.money));
    }

    public Charge minus(Charge less) {
        return new Charge(tokens - less.tokens, money.subtract(less.money));
    }
}
