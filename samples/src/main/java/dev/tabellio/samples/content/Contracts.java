package dev.tabellio.samples.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes what leases, employment agreements and loans say. Values that are printed in another way than they are exported are
 * among the parts under their pointer.
 */
public final class Contracts {

    private static final List<String> OFFICES = List.of(
            "Chief Financial Officer",
            "Vice President of Operations",
            "General Counsel",
            "Senior Software Engineer",
            "Director of Marketing",
            "Plant Manager");

    private final Dice dice;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> parts = new LinkedHashMap<>();

    private Contracts(Dice dice) {
        this.dice = dice;
    }

    /** @param form {@code commercial}, {@code residential} or {@code summary} */
    public static FormContent lease(Dice dice, String form) {
        Contracts lease = new Contracts(dice);
        boolean lessor = dice.chance(0.3);
        lease.values.put(
                "/Title",
                dice.oneOf(
                        switch (form) {
                            case "commercial" ->
                                List.of(
                                        "COMMERCIAL LEASE AGREEMENT",
                                        "OFFICE LEASE",
                                        "LEASE AGREEMENT",
                                        "INDUSTRIAL LEASE");
                            case "residential" -> List.of("RESIDENTIAL LEASE AGREEMENT", "APARTMENT RENTAL AGREEMENT");
                            default -> List.of("STANDARD OFFICE LEASE", "LEASE AGREEMENT");
                        }));
        lease.company(0, lessor ? "Lessor" : "Landlord", "landlord");
        if (form.equals("residential")) {
            lease.person(1, lessor ? "Lessee" : "Tenant", "tenant");
        } else {
            lease.company(1, lessor ? "Lessee" : "Tenant", "tenant");
        }
        LocalDate made = lease.made();
        LocalDate start = made.plusMonths(dice.between(1, 3)).withDayOfMonth(1);
        lease.values.put("/Premises", Address.of(dice, true).onEnvelope().replace("\n", ", "));
        lease.date("/CommencementDate", start);
        int years = form.equals("residential") ? 1 : dice.between(2, 10);
        if (dice.chance(0.5)) {
            lease.duration(years, start);
        } else {
            lease.date("/ExpirationDate", start.plusYears(years).minusDays(1));
        }
        if (dice.chance(0.4)) {
            lease.values.put("/RenewalTerm", "1 year");
            lease.parts.put("/RenewalTerm", dice.oneOf(List.of("one (1) year", "one year", "1 year")));
            int days = dice.oneOf(List.of(30, 60, 90));
            lease.values.put("/RenewalNotice", days + " days");
            lease.parts.put("/RenewalNotice", lease.days(days));
        }
        BigDecimal rent = Dollars.between(dice, 900, 24000, dice.chance(0.3));
        lease.amount("/Rent", rent);
        if (dice.chance(0.7)) {
            lease.amount("/SecurityDeposit", rent.multiply(BigDecimal.valueOf(dice.between(1, 3))));
        }
        return lease.content("lease");
    }

    /** @param form {@code agreement} or {@code letter} */
    public static FormContent employment(Dice dice, String form) {
        Contracts employment = new Contracts(dice);
        boolean letter = form.equals("letter");
        employment.values.put(
                "/Title",
                dice.oneOf(
                        letter
                                ? List.of("Offer of Employment", "Employment Offer Letter")
                                : List.of("EMPLOYMENT AGREEMENT", "EXECUTIVE EMPLOYMENT AGREEMENT")));
        employment.company(0, dice.chance(0.7) ? "Company" : "Employer", "employer");
        employment.person(1, letter ? "" : dice.chance(0.6) ? "Executive" : "Employee", "employee");
        LocalDate start = employment.made().plusDays(dice.between(5, 60));
        employment.values.put("/Position", dice.oneOf(OFFICES));
        employment.date("/StartDate", start);
        if (!letter && dice.chance(0.6)) {
            employment.duration(dice.between(1, 5), start);
        }
        employment.amount("/Salary", Dollars.whole(1000L * dice.between(48, 420)));
        int days = dice.oneOf(List.of(14, 30, 60, 90));
        employment.values.put("/NoticePeriod", days + " days");
        employment.parts.put("/NoticePeriod", employment.days(days));
        return employment.content("employment");
    }

    /** @param form {@code agreement}, {@code facility} or {@code note} */
    public static FormContent loan(Dice dice, String form) {
        Contracts loan = new Contracts(dice);
        loan.values.put(
                "/Title",
                dice.oneOf(
                        switch (form) {
                            case "note" -> List.of("PROMISSORY NOTE", "SECURED PROMISSORY NOTE");
                            case "facility" -> List.of("CREDIT FACILITY AGREEMENT", "REVOLVING CREDIT AGREEMENT");
                            default -> List.of("CREDIT AGREEMENT", "LOAN AGREEMENT", "TERM LOAN AGREEMENT");
                        }));
        loan.company(0, form.equals("note") && dice.chance(0.5) ? "Maker" : "Borrower", "borrower");
        loan.company(1, form.equals("note") && dice.chance(0.5) ? "Holder" : "Lender", "lender");
        loan.values.put(
                "/Parties/1/Name",
                dice.oneOf(Words.LIST.companies())
                        + dice.oneOf(List.of(" Bank, N.A.", " Trust Company", " Capital LLC")));
        LocalDate made = loan.made();
        loan.amount("/PrincipalAmount", Dollars.whole(25_000L * dice.between(2, 400)));
        BigDecimal rate = BigDecimal.valueOf(dice.between(12, 44), 0).multiply(new BigDecimal("0.25"));
        loan.rate("/InterestRate", rate);
        if (dice.chance(0.7)) {
            loan.rate("/DefaultRate", rate.add(BigDecimal.valueOf(dice.between(2, 5))));
        }
        loan.date("/MaturityDate", made.plusYears(dice.between(1, 10)));
        return loan.content("credit-agreement");
    }

    private void company(int party, String role, String part) {
        Company company = Company.of(dice);
        party(party, company.name(), company.address(), role, part);
        parts.put("party %s signs".formatted(party), Person.of(dice).name());
    }

    private void person(int party, String role, String part) {
        Person person = Person.of(dice);
        party(party, person.name(), person.address(), role, part);
        parts.put("person", Integer.toString(party));
    }

    private void party(int party, String name, Address address, String role, String part) {
        String at = "/Parties/%s/".formatted(party);
        values.put(at + "Name", name);
        values.put(at + "Address", address.onEnvelope().replace("\n", ", "));
        if (!role.isEmpty()) {
            values.put(at + "ReferenceName", role);
        }
        parts.put(part, role);
    }

    private LocalDate made() {
        LocalDate made = LocalDate.of(dice.between(2008, 2025), dice.between(1, 12), dice.between(1, 28));
        date("/AgreementDate", made);
        values.put("/EffectiveDate", made.toString());
        return made;
    }

    private void date(String pointer, LocalDate date) {
        values.put(pointer, date.toString());
        parts.put(pointer, Agreements.printed(dice, date));
    }

    private void duration(int years, LocalDate start) {
        String unit = years == 1 ? "year" : "years";
        String word = List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
                .get(years - 1);
        values.put("/ContractDuration", years + " " + unit);
        parts.put("/ContractDuration", "%s (%d) %s".formatted(word, years, unit));
        values.put("/ExpirationDate", start.plusYears(years).toString());
    }

    private String days(int days) {
        String word =
                Map.of(14, "fourteen", 30, "thirty", 60, "sixty", 90, "ninety").get(days);
        return dice.chance(0.6) ? "%s (%d) days".formatted(word, days) : days + " days";
    }

    private void amount(String pointer, BigDecimal amount) {
        values.put(pointer, amount.toPlainString());
        boolean cents = amount.stripTrailingZeros().scale() > 0 || dice.chance(0.5);
        parts.put(pointer, String.format(Locale.ROOT, cents ? "$%,.2f" : "$%,.0f", amount));
    }

    private void rate(String pointer, BigDecimal rate) {
        String printed = dice.chance(0.5)
                ? rate.stripTrailingZeros().toPlainString()
                : rate.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
        values.put(pointer, printed + " %");
        parts.put(pointer, printed + "%");
    }

    private FormContent content(String type) {
        values.put("/Jurisdictions/0/Region", dice.oneOf(Words.LIST.jurisdictions()));
        parts.put("state", dice.oneOf(Words.LIST.jurisdictions()));
        return new FormContent(type, values, parts, List.of());
    }
}
