package dev.tabellio.samples.content;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says of an agreement who signs it, and how that was done if it was. */
public final class Signing {

    /** How somebody has signed: "/s/" and the name, or strokes of a pen. */
    public enum Hand {
        PRINT,
        PEN
    }

    private static final String HAND = "hand ";

    private Signing() {}

    /** The agreement that nobody has signed yet. @param signers how many of the parties sign, the first ones */
    public static FormContent open(FormContent agreement, int signers) {
        Map<String, String> values = new LinkedHashMap<>(agreement.values());
        for (int party = 0; party < signers; party++) {
            sign(values, party, false, signer(agreement, party));
        }
        return new FormContent(agreement.type(), values, agreement.parts(), agreement.flaws());
    }

    /** The agreement signed by some: by hand or in print, with or without a date. */
    public static FormContent begun(FormContent agreement, int signers, Dice dice) {
        Map<String, String> values = new LinkedHashMap<>(agreement.values());
        Map<String, String> parts = new LinkedHashMap<>(agreement.parts());
        for (int party = 0; party < signers; party++) {
            boolean signed = dice.chance(0.75);
            sign(values, party, signed, signer(agreement, party));
            if (signed) {
                parts.put(HAND + party, dice.oneOf(List.of(Hand.values())).name());
                if (dice.chance(0.6)) {
                    LocalDate day = LocalDate.of(dice.between(2012, 2025), dice.between(1, 12), dice.between(1, 28));
                    values.put(date(party), day.toString());
                    parts.put(
                            date(party),
                            dice.chance(0.5)
                                    ? "%s/%s/%s".formatted(day.getMonthValue(), day.getDayOfMonth(), day.getYear())
                                    : Agreements.printed(dice, day));
                }
            }
        }
        return new FormContent(agreement.type(), values, parts, agreement.flaws());
    }

    private static void sign(Map<String, String> values, int party, boolean signed, String signer) {
        values.put("/Signatures/%s/Signed".formatted(party), Boolean.toString(signed));
        values.put("/Signatures/%s/Signatory".formatted(party), signer);
    }

    /** The name of the person who signs for a party, or who is the party. */
    public static String signer(FormContent agreement, int party) {
        return agreement
                .parts()
                .getOrDefault(
                        "party %s signs".formatted(party),
                        agreement.values().getOrDefault("/Parties/%s/Name".formatted(party), ""));
    }

    /** How a party has signed; nothing if it has not. */
    public static List<Hand> hand(FormContent agreement, int party) {
        String hand = agreement.parts().getOrDefault(HAND + party, "");
        return hand.isEmpty() ? List.of() : List.of(Hand.valueOf(hand));
    }

    /** Pointer of the date beside the signature of a party; how it is printed is a part of this name. */
    public static String date(int party) {
        return "/Signatures/%s/Date".formatted(party);
    }
}
