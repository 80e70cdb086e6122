package dev.tabellio.jobs.llm;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of money as people read them. */
public final class Amounts {

    private static final int CENTS = 2;
    private static final int SMALL = 6;

    private Amounts() {}

    /** Two decimals, more for amounts under a cent; locale-proof. */
    public static String plain(BigDecimal money) {
        boolean small = money.signum() != 0 && money.abs().compareTo(new BigDecimal("0.10")) < 0;
        return money.setScale(small ? SMALL : CENTS, RoundingMode.HALF_UP).toPlainString();
    }
}
