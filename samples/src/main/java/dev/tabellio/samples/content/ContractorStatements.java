package dev.tabellio.samples.content;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes what Forms 1099-NEC say. */
public final class ContractorStatements {

    private ContractorStatements() {}

    /** @param flawed state income larger than what was paid */
    public record Wish(int year, boolean corrected, int stateRows, boolean flawed) {}

    public static FormContent of(Dice dice, Wish wish) {
        Company payer = Company.of(dice);
        Person recipient = Person.of(dice);
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> parts = new LinkedHashMap<>();
        values.put("/TaxYear", Integer.toString(wish.year()));
        values.put("/IsCorrected", Boolean.toString(wish.corrected()));
        values.put("/Payer/Name", payer.name());
        values.put("/Payer/Address", payer.address().onEnvelope());
        values.put("/Payer/PhoneNumber", payer.phone());
        values.put("/Payer/TIN", payer.ein());
        values.put("/Recipient/TIN", recipient.ssn());
        values.put("/Recipient/Name", recipient.name());
        parts.put("recipient street", recipient.address().streetLine());
        parts.put(
                "recipient city",
                recipient
                        .address()
                        .onEnvelope()
                        .substring(recipient.address().onEnvelope().lastIndexOf('\n') + 1));
        values.put("/Recipient/Address", parts.get("recipient street") + "\n" + parts.get("recipient city"));
        if (dice.chance(0.6)) {
            values.put(
                    "/Recipient/AccountNumber",
                    "%s-%s".formatted(dice.oneOf(List.of("V", "AP", "NEC")), dice.digits(6)));
        }
        BigDecimal paid = Dollars.between(dice, 600, 88_000, dice.chance(0.7));
        values.put("/Box1", paid.toPlainString());
        values.put("/Box2", Boolean.toString(dice.chance(0.1)));
        if (wish.year() < 2022) {
            values.put("/IsFATCAFilingRequired", Boolean.toString(dice.chance(0.2)));
        }
        if (dice.chance(0.35)) {
            values.put("/Box4", Dollars.share(paid, "0.24", true).toPlainString());
        }
        states(dice, wish, payer, recipient, paid, values);
        List<String> flaws = wish.flawed() ? List.of("box 7 (state income) is twice box 1") : List.of();
        return new FormContent("us-1099-nec", values, parts, flaws);
    }

    private static void states(
            Dice dice, Wish wish, Company payer, Person recipient, BigDecimal paid, Map<String, String> values) {
        List<String> states =
                List.of(recipient.address().state(), payer.address().state());
        BigDecimal left = wish.flawed() ? paid.add(paid) : paid;
        for (int row = 0; row < wish.stateRows(); row++) {
            BigDecimal part = row == wish.stateRows() - 1 ? left : Dollars.share(paid, "0.35", true);
            left = left.subtract(part);
            String prefix = "/StateTaxesWithheld/%s/".formatted(row);
            values.put(prefix + "Box5", Dollars.share(part, "0.04", true).toPlainString());
            values.put(prefix + "Box6", states.get(row) + "/" + dice.digits(9));
            values.put(prefix + "Box7", part.toPlainString());
        }
    }
}
