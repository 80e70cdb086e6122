package dev.tabellio.samples.content;

/**
 * A fictional person.
 *
 * @param given first name and initial
 * @param ssn of the never-issued range 900 to 999
 */
public record Person(String given, String family, String ssn, Address address) {

    public static Person of(Dice dice) {
        return of(dice, Address.of(dice, dice.chance(0.85)));
    }

    static Person of(Dice dice, Address address) {
        String given = dice.oneOf(Words.LIST.givenNames());
        if (dice.chance(0.6)) {
            given += " " + dice.oneOf(Words.LIST.middleInitials()) + (dice.chance(0.5) ? "." : "");
        }
        return new Person(
                given,
                dice.oneOf(Words.LIST.familyNames()),
                "9%s-%s-%s".formatted(dice.digits(2), dice.between(10, 49), dice.digits(4)),
                address);
    }

    public String name() {
        return given + " " + family;
    }
}
