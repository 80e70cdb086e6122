package dev.tabellio.samples.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Values that a form may say, of one company and one person. What is wanted is a short text: {@code amount}, {@code large},
 * {@code whole}, {@code date}, {@code birth}, {@code year}, {@code company.name}, {@code company.ein}, {@code company.block},
 * {@code person.name}, {@code person.ssn}, {@code person.street}, {@code person.city}, {@code person.state},
 * {@code share:/Box1:0.24} (of another amount; nothing of nothing), {@code sum:/Box1,/Box2,-/Box3}, {@code less:/Box1,/Box2},
 * {@code with:/Box1:amount} (nothing unless there is the other), {@code shape:A-999} (a digit for each 9),
 * {@code one-of:a,b}; any other text is the value itself. Amounts and dates are as exported.
 */
public final class SeededValues {

    private final Dice dice;
    private final int year;
    private final Company company;
    private final Person person;

    public SeededValues(Dice dice, int year) {
        this.dice = dice;
        this.year = year;
        this.company = Company.of(dice);
        this.person = Person.of(dice);
    }

    public Company company() {
        return company;
    }

    public Person person() {
        return person;
    }

    /**
     * Makes a value.
     *
     * @param wanted see above
     * @param already other values by pointer, for shares of them
     */
    public String of(String wanted, Map<String, String> already) {
        String[] words = wanted.split(":", -1);
        return switch (words[0]) {
            case "amount" -> Dollars.between(dice, 20, 9_000, dice.chance(0.7)).toPlainString();
            case "large" -> Dollars.between(dice, 30_000, 90_000, true).toPlainString();
            case "whole" -> Dollars.between(dice, 1, 120_000, false).toPlainString();
            case "share" ->
                already.containsKey(words[1])
                        ? Dollars.share(new BigDecimal(already.get(words[1])), words[2], true)
                                .toPlainString()
                        : "";
            case "sum" ->
                amounts(words[1], already).reduce(Dollars.ZERO, BigDecimal::add).toPlainString();
            case "less" ->
                amounts(words[1], already)
                        .reduce(BigDecimal::subtract)
                        .orElse(Dollars.ZERO)
                        .toPlainString();
            case "with" -> already.containsKey(words[1]) ? of(words[2], already) : "";
            case "first-day" -> year + "-01-01";
            case "last-day" -> year + "-12-31";
            case "last-year" -> Integer.toString(year - 1);
            case "date" ->
                LocalDate.of(year, 1, 1).plusDays(dice.between(0, 364)).toString();
            case "birth" ->
                LocalDate.of(dice.between(1955, 2002), 1, 1)
                        .plusDays(dice.between(0, 364))
                        .toString();
            case "year" -> Integer.toString(year);
            case "shape" -> shaped(words[1]);
            case "one-of" -> dice.oneOf(Arrays.asList(words[1].split(",", -1)));
            case "company.name" -> company.name();
            case "company.another" -> Company.of(dice).name();
            case "company.ein" -> company.ein();
            case "company.street" -> company.address().streetLine();
            case "company.town" -> company.address().town();
            case "company.state" -> company.address().state();
            case "company.zip" -> company.address().zip();
            case "company.phone" -> company.phone();
            case "company.block" -> company.name() + "\n" + company.address().onEnvelope();
            case "person.name" -> person.name();
            case "person.masked" -> "XXX-XX-" + person.ssn().substring(7);
            case "person.envelope" -> person.address().onEnvelope();
            case "person.another" -> Person.of(dice).name();
            case "person.given" -> person.given();
            case "person.family" -> person.family();
            case "person.ssn" -> person.ssn();
            case "person.another-ssn" -> Person.of(dice).ssn();
            case "person.street" -> person.address().streetLine();
            case "person.town" -> person.address().town();
            case "person.zip" -> person.address().zip();
            case "person.city" -> {
                String envelope = person.address().onEnvelope();
                yield envelope.substring(envelope.lastIndexOf('\n') + 1);
            }
            case "person.state" -> person.address().state();
            default -> wanted;
        };
    }

    /** Amounts that are not there count as zero; those with a minus before their pointer are taken off. */
    private static Stream<BigDecimal> amounts(String pointers, Map<String, String> already) {
        return Arrays.stream(pointers.split(",", -1))
                .map(pointer -> pointer.startsWith("-")
                        ? amount(pointer.substring(1), already).negate()
                        : amount(pointer, already));
    }

    private static BigDecimal amount(String pointer, Map<String, String> already) {
        return new BigDecimal(already.getOrDefault(pointer, "0.00"));
    }

    private String shaped(String shape) {
        StringBuilder text = new StringBuilder();
        for (char c : shape.toCharArray()) {
            text.append(c == '9' ? dice.digits(1) : String.valueOf(c));
        }
        return text.toString();
    }

    /** Seeds of what is entered where. */
    public boolean chance(double probability) {
        return dice.chance(probability);
    }

    public <T> T choice(List<T> choices) {
        return dice.oneOf(choices);
    }
}
