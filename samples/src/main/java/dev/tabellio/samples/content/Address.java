package dev.tabellio.samples.content;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param unit second line, such as a suite; null if there is none */
public record Address(String street, @Nullable String unit, String town, String state, String zip) {

    static Address of(Dice dice, boolean taxedState) {
        Words.Town town = dice.oneOf(taxedState ? Words.LIST.towns() : Words.LIST.untaxedTowns());
        return new Address(
                dice.between(1, 9899) + " " + dice.oneOf(Words.LIST.streets()),
                dice.chance(0.3) ? dice.oneOf(Words.LIST.secondLines()) : null,
                town.name(),
                town.state(),
                town.zip() + dice.digits(2));
    }

    /** As on an envelope, a line break between lines. */
    public String onEnvelope() {
        List<String> lines = new ArrayList<>();
        lines.add(street);
        if (unit != null) {
            lines.add(unit);
        }
        lines.add("%s, %s %s".formatted(town, state, zip));
        return String.join("\n", lines);
    }

    /** Street and unit on one line. */
    public String streetLine() {
        return unit == null ? street : street + " " + unit;
    }
}
