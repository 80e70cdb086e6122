package dev.tabellio.samples.content;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes what non-disclosure agreements say. */
public final class Agreements {

    private static final List<String> NUMBERS = List.of("zero", "one", "two", "three", "four", "five");

    private Agreements() {}

    /** @param form {@code mutual}, {@code one-way} or {@code letter} */
    public static FormContent of(Dice dice, String form) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> parts = new LinkedHashMap<>();
        Company first = Company.of(dice);
        Company second = Company.of(dice);
        boolean person = form.equals("letter") && dice.chance(0.5);
        Person signer = Person.of(dice);
        values.put("/Title", title(dice, form));
        values.put("/Parties/0/Name", first.name());
        values.put("/Parties/0/Address", first.address().onEnvelope().replace("\n", ", "));
        Address address = person ? signer.address() : second.address();
        values.put("/Parties/1/Name", person ? signer.name() : second.name());
        values.put("/Parties/1/Address", address.onEnvelope().replace("\n", ", "));
        parts.put("party 0 signs", Person.of(dice).name());
        parts.put("party 1 signs", person ? signer.name() : Person.of(dice).name());
        parts.put("salutation", person ? "Dear %s:".formatted(signer.name()) : "Ladies and Gentlemen:");
        LocalDate date = LocalDate.of(dice.between(2012, 2025), dice.between(1, 12), dice.between(1, 28));
        values.put("/EffectiveDate", date.toString());
        parts.put("date", printed(dice, date));
        duration(dice, values, parts);
        values.put("/Jurisdictions/0/Region", dice.oneOf(Words.LIST.jurisdictions()));
        parts.put("state 0", dice.oneOf(Words.LIST.jurisdictions()));
        parts.put("state 1", dice.oneOf(Words.LIST.jurisdictions()));
        parts.put("purpose", dice.oneOf(Words.LIST.purposes()));
        return new FormContent("nda", values, parts, List.of());
    }

    private static String title(Dice dice, String form) {
        return switch (form) {
            case "mutual" -> dice.oneOf(List.of("MUTUAL NON-DISCLOSURE AGREEMENT", "MUTUAL CONFIDENTIALITY AGREEMENT"));
            case "one-way" -> dice.oneOf(List.of("NON-DISCLOSURE AGREEMENT", "CONFIDENTIALITY AGREEMENT"));
            default -> "Confidentiality Agreement";
        };
    }

    private static void duration(Dice dice, Map<String, String> values, Map<String, String> parts) {
        boolean years = dice.chance(0.7);
        int count = years ? dice.between(1, 5) : dice.oneOf(List.of(6, 12, 18, 24));
        String unit = (years ? "year" : "month") + (count == 1 ? "" : "s");
        values.put("/ContractDuration", count + " " + unit);
        String word = years
                ? NUMBERS.get(count)
                : Map.of(6, "six", 12, "twelve", 18, "eighteen", 24, "twenty-four")
                        .get(count);
        parts.put("term", dice.chance(0.6) ? "%s (%s) %s".formatted(word, count, unit) : word + " " + unit);
    }

    /** A date in one of the ways in which contracts print it. */
    static String printed(Dice dice, LocalDate date) {
        String month = date.getMonth().getDisplayName(TextStyle.FULL, Locale.US);
        return switch (dice.between(0, 2)) {
            case 0 -> "%s %s, %s".formatted(month, date.getDayOfMonth(), date.getYear());
            case 1 ->
                "the %s%s day of %s, %s"
                        .formatted(date.getDayOfMonth(), ordinal(date.getDayOfMonth()), month, date.getYear());
            default -> "%s %s %s".formatted(date.getDayOfMonth(), month, date.getYear());
        };
    }

    private static String ordinal(int day) {
        if (day >= 11 && day <= 13) {
            return "th";
        }
        return switch (day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
