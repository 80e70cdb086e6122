package dev.tabellio.samples.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes what Forms 1040 and the wage statements behind them say. */
public final class TaxReturns {

    /** Filing statuses as exported. */
    private static final String SINGLE = "single";

    private static final String JOINTLY = "marriedFilingJointly";
    private static final String SEPARATELY = "marriedFilingSeparately";
    private static final String HEAD = "headOfHousehold";
    private static final String SURVIVING = "qualifyingSurvivingSpouse";

    /** Standard deduction of a single filer in dollars; joint filers have twice that. IRS, by year. */
    private static final Map<Integer, Integer> DEDUCTION =
            Map.of(2020, 12_400, 2021, 12_550, 2022, 12_950, 2023, 13_850, 2024, 14_600, 2025, 15_750);

    private static final Map<Integer, Integer> HEAD_DEDUCTION =
            Map.of(2020, 18_650, 2021, 18_800, 2022, 19_400, 2023, 20_800, 2024, 21_900, 2025, 23_625);

    /** Before, wages were the one line 1, which is exported as 1a. */
    private static final int FIRST_YEAR_WITH_1Z = 2022;

    private TaxReturns() {}

    /**
     * @param cents amounts with cents, or in whole dollars
     * @param jobs wage statements, at least 1
     * @param flawed taxable income that does not follow from the lines before it
     */
    public record Wish(int year, boolean cents, int jobs, boolean flawed) {}

    public static TaxReturn of(Dice dice, Wish wish) {
        Person filer = Person.of(dice);
        String status = dice.oneOf(List.of(SINGLE, SINGLE, JOINTLY, JOINTLY, JOINTLY, SEPARATELY, HEAD, SURVIVING));
        List<FormContent> jobs = new ArrayList<>();
        for (int job = 0; job < wish.jobs(); job++) {
            jobs.add(WageStatements.of(
                    dice, filer, new WageStatements.Wish(wish.year(), wish.cents(), dice.chance(0.2) ? 2 : 1, false)));
        }
        return new TaxReturn(main(dice, wish, filer, status, jobs), jobs);
    }

    private static FormContent main(Dice dice, Wish wish, Person filer, String status, List<FormContent> jobs) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> parts = new LinkedHashMap<>();
        values.put("/TaxYear", Integer.toString(wish.year()));
        values.put("/Taxpayer/SSN", filer.ssn());
        values.put("/Taxpayer/LastName", filer.family());
        values.put("/Taxpayer/FirstNameAndInitials", filer.given());
        Address home = filer.address();
        String unit = home.unit() == null ? "" : home.unit();
        boolean apartment = unit.startsWith("Apt ");
        parts.put("street", apartment ? home.street() : home.streetLine());
        if (apartment) {
            parts.put("apartment", unit.substring(4));
        }
        parts.put("town", home.town());
        parts.put("state", home.state());
        parts.put("zip", home.zip());
        values.put(
                "/Taxpayer/Address",
                "%s%s\n%s %s %s"
                        .formatted(
                                parts.get("street"),
                                apartment ? " " + parts.get("apartment") : "",
                                home.town(),
                                home.state(),
                                home.zip()));
        parts.put("occupation", dice.oneOf(Words.LIST.occupations()));
        parts.put("phone", "(%s) 555-01%s".formatted(dice.between(201, 989), dice.digits(2)));
        if (status.equals(JOINTLY)) {
            Person spouse = Person.of(dice, home);
            values.put("/Spouse/SSN", spouse.ssn());
            values.put("/Spouse/LastName", dice.chance(0.7) ? filer.family() : spouse.family());
            values.put("/Spouse/FirstNameAndInitials", spouse.given());
        } else if (status.equals(SEPARATELY)) {
            Person spouse = Person.of(dice, home);
            values.put("/Spouse/SSN", spouse.ssn());
            parts.put("spouse or child", spouse.name());
        }
        values.put("/FilingStatus", status);
        List<String> flaws = lines(dice, wish, status, jobs, values);
        return new FormContent("us-1040", values, parts, flaws);
    }

    private static List<String> lines(
            Dice dice, Wish wish, String status, List<FormContent> jobs, Map<String, String> values) {
        BigDecimal wages = sum(jobs, "/WagesTipsAndOtherCompensation");
        line(values, "1a", wages);
        if (wish.year() >= FIRST_YEAR_WITH_1Z) {
            line(values, "1z", wages);
        }
        BigDecimal interest = some(dice, 0.5, 5, 900, wish.cents());
        BigDecimal dividends = some(dice, 0.3, 10, 2_500, wish.cents());
        BigDecimal other = some(dice, 0.25, 100, 6_000, wish.cents());
        BigDecimal total = wages.add(interest).add(dividends).add(other);
        BigDecimal adjustments = some(dice, 0.3, 100, 2_500, wish.cents());
        BigDecimal adjusted = total.subtract(adjustments);
        BigDecimal deduction = deduction(wish.year(), status);
        BigDecimal business = some(dice, 0.1, 50, 800, wish.cents());
        BigDecimal deductions = deduction.add(business);
        BigDecimal taxable = adjusted.subtract(deductions).max(Dollars.ZERO);
        List<String> flaws = new ArrayList<>();
        if (wish.flawed()) {
            taxable = taxable.add(Dollars.whole(1_000));
            flaws.add("line 15 is 1000.00 more than line 11 less line 14");
        }
        present(values, "2b", interest);
        present(values, "3b", dividends);
        present(values, "8", other);
        line(values, "9", total);
        present(values, "10", adjustments);
        line(values, "11", adjusted);
        line(values, "12", deduction);
        present(values, "13", business);
        line(values, "14", deductions);
        line(values, "15", taxable);
        BigDecimal tax = tax(taxable, status.equals(JOINTLY) || status.equals(SURVIVING), wish.cents());
        line(values, "16", tax);
        line(values, "18", tax);
        line(values, "22", tax);
        line(values, "24", tax);
        payments(dice, wish, jobs, tax, values);
        return flaws;
    }

    private static void payments(
            Dice dice, Wish wish, List<FormContent> jobs, BigDecimal tax, Map<String, String> values) {
        BigDecimal fromWages = sum(jobs, "/FederalIncomeTaxWithheld");
        BigDecimal fromOthers = some(dice, 0.25, 20, 900, wish.cents());
        BigDecimal elsewhere = some(dice, 0.1, 20, 300, wish.cents());
        BigDecimal withheld = fromWages.add(fromOthers).add(elsewhere);
        BigDecimal estimated = some(dice, 0.2, 100, 1_500, wish.cents());
        BigDecimal paid = withheld.add(estimated);
        line(values, "25a", fromWages);
        present(values, "25b", fromOthers);
        present(values, "25c", elsewhere);
        line(values, "25d", withheld);
        present(values, "26", estimated);
        line(values, "33", paid);
        if (paid.compareTo(tax) > 0) {
            line(values, "34", paid.subtract(tax));
            line(values, "35a", paid.subtract(tax));
        } else if (tax.compareTo(paid) > 0) {
            line(values, "37", tax.subtract(paid));
        }
    }

    private static BigDecimal deduction(int year, String status) {
        int single = Objects.requireNonNull(DEDUCTION.get(year));
        return switch (status) {
            case JOINTLY, SURVIVING -> Dollars.whole(2L * single);
            case HEAD -> Dollars.whole(Objects.requireNonNull(HEAD_DEDUCTION.get(year)));
            default -> Dollars.whole(single);
        };
    }

    /** Tax by the brackets of 2024 for every year: no rule can check this line, it just has to be plausible. */
    private static BigDecimal tax(BigDecimal taxable, boolean joint, boolean cents) {
        BigDecimal tax = BigDecimal.ZERO;
        long[] from = {0, 11_600, 47_150, 100_525};
        String[] rates = {"0.10", "0.02", "0.10", "0.02"};
        for (int i = 0; i < from.length; i++) {
            BigDecimal above = taxable.subtract(BigDecimal.valueOf(joint ? 2 * from[i] : from[i]));
            tax = tax.add(above.max(BigDecimal.ZERO).multiply(new BigDecimal(rates[i])));
        }
        return tax.setScale(cents ? 2 : 0, RoundingMode.HALF_UP).setScale(2);
    }

    private static BigDecimal sum(List<FormContent> jobs, String pointer) {
        return jobs.stream()
                .map(job -> new BigDecimal(job.values().get(pointer)))
                .reduce(Dollars.ZERO, BigDecimal::add);
    }

    private static BigDecimal some(Dice dice, double chance, int low, int high, boolean cents) {
        return dice.chance(chance) ? Dollars.between(dice, low, high, cents) : Dollars.ZERO;
    }

    private static void line(Map<String, String> values, String number, BigDecimal amount) {
        values.put("/Box" + number, amount.toPlainString());
    }

    private static void present(Map<String, String> values, String number, BigDecimal amount) {
        if (amount.signum() > 0) {
            line(values, number, amount);
        }
    }
}
