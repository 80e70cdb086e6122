package dev.tabellio.samples.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes what Forms W-2 say. */
public final class WageStatements {

    /** Most wages that social security tax is taken from, in dollars. Social Security Administration, by year. */
    private static final Map<Integer, Integer> WAGE_BASE =
            Map.of(2020, 137_700, 2021, 142_800, 2022, 147_000, 2023, 160_200, 2024, 168_600, 2025, 176_100);

    private WageStatements() {}

    /**
     * What to make.
     *
     * @param cents amounts with cents, or in whole dollars
     * @param stateRows 0 to 2
     * @param flawed one tax that does not follow from its wages
     */
    public record Wish(int year, boolean cents, int stateRows, boolean flawed) {}

    /** A statement of one job; values have no copy letter yet. */
    public static FormContent of(Dice dice, Person employee, Wish wish) {
        return of(dice, employee, Company.of(dice), wish);
    }

    static FormContent of(Dice dice, Person employee, Company employer, Wish wish) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> parts = new LinkedHashMap<>();
        List<String> flaws = new ArrayList<>();
        values.put("/TaxYear", Integer.toString(wish.year()));
        values.put("/W2FormVariant", "W-2");
        values.put("/Employee/SocialSecurityNumber", employee.ssn());
        values.put("/Employee/Name", employee.name());
        values.put("/Employee/Address", employee.address().onEnvelope());
        parts.put("given", employee.given());
        parts.put("family", employee.family());
        values.put("/Employer/IdNumber", employer.ein());
        values.put("/Employer/Name", employer.name());
        values.put("/Employer/Address", employer.address().onEnvelope());
        if (dice.chance(0.6)) {
            values.put(
                    "/ControlNumber",
                    "%s %s/%s".formatted(dice.digits(6), dice.digits(4), dice.oneOf(List.of("A1", "7K", "ZX"))));
        }
        wages(dice, wish, values, flaws);
        states(dice, wish, employer, values);
        return new FormContent("us-w2", values, parts, flaws);
    }

    private static void wages(Dice dice, Wish wish, Map<String, String> values, List<String> flaws) {
        boolean cents = wish.cents();
        BigDecimal gross = Dollars.between(dice, 9_000, dice.chance(0.15) ? 290_000 : 98_000, cents);
        BigDecimal deferred = dice.chance(0.4) ? Dollars.share(gross, "0.05", cents) : Dollars.ZERO;
        BigDecimal tips = dice.chance(0.12) ? Dollars.between(dice, 200, 4_000, cents) : Dollars.ZERO;
        BigDecimal base = Dollars.whole(Objects.requireNonNull(WAGE_BASE.get(wish.year())));
        BigDecimal socialWages = gross.min(base.subtract(tips));
        BigDecimal medicareWages = gross.add(tips);
        BigDecimal taxable = medicareWages.subtract(deferred);
        BigDecimal socialTax = Dollars.share(socialWages.add(tips), "0.062", cents);
        BigDecimal medicareTax = Dollars.share(medicareWages, "0.0145", cents)
                .add(Dollars.share(
                        medicareWages.subtract(Dollars.whole(200_000)).max(Dollars.ZERO), "0.009", cents));
        if (wish.flawed()) {
            socialTax = socialTax.add(Dollars.whole(90));
            flaws.add("box 4 is 90.00 more than 6.2 % of boxes 3 and 7");
        }
        values.put("/WagesTipsAndOtherCompensation", taxable.toPlainString());
        values.put(
                "/FederalIncomeTaxWithheld",
                Dollars.share(
                                taxable,
                                BigDecimal.valueOf(dice.between(60, 185), 3).toPlainString(),
                                cents)
                        .toPlainString());
        values.put("/SocialSecurityWages", socialWages.toPlainString());
        values.put("/SocialSecurityTaxWithheld", socialTax.toPlainString());
        values.put("/MedicareWagesAndTips", medicareWages.toPlainString());
        values.put("/MedicareTaxWithheld", medicareTax.toPlainString());
        if (tips.signum() > 0) {
            values.put("/SocialSecurityTips", tips.toPlainString());
        }
        optional(dice, 0.05, "/AllocatedTips", 100, 900, cents, values);
        optional(dice, 0.1, "/DependentCareBenefits", 500, 5_000, cents, values);
        optional(dice, 0.05, "/NonQualifiedPlans", 500, 9_000, cents, values);
        codes(dice, cents, deferred, values);
        values.put("/IsStatutoryEmployee", Boolean.toString(dice.chance(0.05)));
        values.put("/IsRetirementPlan", Boolean.toString(deferred.signum() > 0));
        values.put("/IsThirdPartySickPay", Boolean.toString(dice.chance(0.05)));
        if (dice.chance(0.3)) {
            values.put(
                    "/Other",
                    "%s %s"
                            .formatted(
                                    dice.oneOf(List.of("SDI", "UNION DUES", "VEHICLE", "UI/WF/SWF")),
                                    Dollars.between(dice, 20, 900, true).toPlainString()));
        }
    }

    private static void codes(Dice dice, boolean cents, BigDecimal deferred, Map<String, String> values) {
        int row = 0;
        if (deferred.signum() > 0) {
            row = code(row, "D", deferred, values);
        }
        for (String letters : List.of("C", "DD", "W", "AA")) {
            if (row < 4 && dice.chance(letters.equals("DD") ? 0.5 : 0.12)) {
                row = code(row, letters, Dollars.between(dice, 60, 14_000, cents), values);
            }
        }
    }

    private static int code(int row, String letters, BigDecimal amount, Map<String, String> values) {
        values.put("/AdditionalInfo/%s/LetterCode".formatted(row), letters);
        values.put("/AdditionalInfo/%s/Amount".formatted(row), amount.toPlainString());
        return row + 1;
    }

    private static void optional(
            Dice dice, double chance, String pointer, int low, int high, boolean cents, Map<String, String> values) {
        if (dice.chance(chance)) {
            values.put(pointer, Dollars.between(dice, low, high, cents).toPlainString());
        }
    }

    private static void states(Dice dice, Wish wish, Company employer, Map<String, String> values) {
        BigDecimal wages = new BigDecimal(values.get("/WagesTipsAndOtherCompensation"));
        List<String> states = new ArrayList<>();
        if (wish.stateRows() > 1) {
            String first = employer.address().state();
            states.addAll(dice.chance(0.5) ? List.of("UT", "VT") : List.of(first, first.equals("VT") ? "UT" : "VT"));
        } else if (wish.stateRows() == 1) {
            states.add(employer.address().state());
        }
        BigDecimal left = wages;
        for (int row = 0; row < states.size(); row++) {
            BigDecimal part = row == states.size() - 1 ? left : Dollars.share(wages, "0.6", wish.cents());
            left = left.subtract(part);
            String prefix = "/StateTaxInfos/%s/".formatted(row);
            values.put(prefix + "State", states.get(row));
            values.put(
                    prefix + "EmployerStateIdNumber",
                    dice.chance(0.5) ? dice.digits(8) + "-00" + dice.between(1, 9) : dice.digits(11));
            values.put(prefix + "StateWagesTipsEtc", part.toPlainString());
            values.put(
                    prefix + "StateIncomeTax",
                    Dollars.share(part, "0.0" + dice.between(290, 690), wish.cents())
                            .toPlainString());
        }
        if (!states.isEmpty() && dice.chance(0.35)) {
            int rows = states.size() > 1 && dice.chance(0.5) ? 2 : 1;
            for (int row = 0; row < rows; row++) {
                BigDecimal part = new BigDecimal(values.get("/StateTaxInfos/%s/StateWagesTipsEtc".formatted(row)));
                String prefix = "/LocalTaxInfos/%s/".formatted(row);
                values.put(prefix + "LocalWagesTipsEtc", part.toPlainString());
                values.put(
                        prefix + "LocalIncomeTax",
                        Dollars.share(part, "0.01", wish.cents()).toPlainString());
                values.put(prefix + "LocalityName", dice.oneOf(Words.LIST.localities()));
            }
        }
    }
}
