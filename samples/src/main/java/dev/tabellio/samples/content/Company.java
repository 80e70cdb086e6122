package dev.tabellio.samples.content;

/**
 * A fictional company.
 *
 * @param ein with the never-issued prefix 00
 * @param phone with an exchange of 555-01xx, reserved for fiction
 */
public record Company(String name, String ein, String phone, Address address) {

    public static Company of(Dice dice) {
        String trade = dice.oneOf(dice.chance(0.1) ? Words.LIST.longTrades() : Words.LIST.trades());
        return new Company(
                "%s %s %s".formatted(dice.oneOf(Words.LIST.companies()), trade, dice.oneOf(Words.LIST.forms())),
                "00-" + dice.digits(7),
                "(%s) 555-01%s".formatted(dice.between(201, 989), dice.digits(2)),
                Address.of(dice, true));
    }
}
