package dev.tabellio.samples.content;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact arithmetic in dollars and cents. */
final class Dollars {

    static final BigDecimal ZERO = new BigDecimal("0.00");

    private Dollars() {}

    static BigDecimal whole(long dollars) {
        return BigDecimal.valueOf(dollars).setScale(2);
    }

    static BigDecimal between(Dice dice, int low, int high, boolean cents) {
        return whole(dice.between(low, high)).add(cents ? BigDecimal.valueOf(dice.between(0, 99), 2) : ZERO);
    }

    /** A share of an amount, rounded to cents or to whole dollars. */
    static BigDecimal share(BigDecimal amount, String rate, boolean cents) {
        return amount.multiply(new BigDecimal(rate))
                .setScale(cents ? 2 : 0, RoundingMode.HALF_UP)
                .setScale(2);
    }
}
