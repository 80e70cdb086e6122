package dev.tabellio.samples.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes what forms of labelled boxes say. */
public final class BoxedContents {

    private final Dice dice;
    private final int year;
    private final Company company;
    private final Person person;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> parts = new LinkedHashMap<>();

    private BoxedContents(Dice dice, int year) {
        this.dice = dice;
        this.year = year;
        this.company = Company.of(dice);
        this.person = Person.of(dice);
    }

    /** Fills a form. */
    public static FormContent of(Dice dice, BoxedForm form, int year) {
        BoxedContents contents = new BoxedContents(dice, year);
        form.notes().forEach(note -> {
            if (note.to() != null) {
                contents.values.put(note.to(), Integer.toString(year));
            }
        });
        form.cells().forEach(contents::fill);
        return new FormContent(form.type(), contents.values, contents.parts, List.of());
    }

    private void fill(BoxedForm.Cell cell) {
        String to = cell.to();
        if (to == null || cell.kind() == BoxedForm.Kind.NONE) {
            return;
        }
        boolean entered = dice.chance(cell.chance() == 0 ? 1 : cell.chance());
        String value = cell.value() == null ? "" : cell.value();
        String also = cell.also() == null ? "" : cell.also();
        switch (cell.kind()) {
            case TICK -> values.put(to, Boolean.toString(dice.chance(0.25)));
            case CHOICE -> {
                if (!values.containsKey(to) && (entered || cell.chance() == 1)) {
                    values.put(to, value);
                }
            }
            case BLOCK -> {
                boolean ofPerson = value.startsWith("person");
                values.put(to, ofPerson ? person.name() : company.name());
                values.put(also, (ofPerson ? person.address() : company.address()).onEnvelope());
            }
            case PIECE -> {
                parts.put(also, text(value));
                values.merge(to, parts.getOrDefault(also, ""), (street, city) -> street + "\n" + city);
            }
            default -> {
                if (entered) {
                    values.put(to, text(value));
                }
            }
        }
    }

    private String text(String value) {
        String[] words = value.split(":", -1);
        return switch (words[0]) {
            case "amount" -> Dollars.between(dice, 20, 9_000, dice.chance(0.7)).toPlainString();
            case "large" -> Dollars.between(dice, 30_000, 90_000, true).toPlainString();
            case "share" ->
                Dollars.share(new BigDecimal(values.getOrDefault(words[1], "0.00")), words[2], true)
                        .toPlainString();
            case "date" ->
                LocalDate.of(year, 1, 1).plusDays(dice.between(0, 364)).toString();
            case "birth" ->
                LocalDate.of(dice.between(1955, 2002), 1, 1)
                        .plusDays(dice.between(0, 364))
                        .toString();
            case "shape" -> shaped(words[1]);
            case "one-of" -> dice.oneOf(Arrays.asList(words[1].split(",", -1)));
            case "company.name" -> company.name();
            case "company.ein" -> company.ein();
            case "company.block" -> company.name() + "\n" + company.address().onEnvelope();
            case "person.name" -> person.name();
            case "person.ssn" -> person.ssn();
            case "person.street" -> person.address().streetLine();
            case "person.city" -> {
                String envelope = person.address().onEnvelope();
                yield envelope.substring(envelope.lastIndexOf('\n') + 1);
            }
            case "person.state" -> person.address().state();
            default -> value;
        };
    }

    private String shaped(String shape) {
        StringBuilder text = new StringBuilder();
        for (char c : shape.toCharArray()) {
            text.append(c == '9' ? dice.digits(1) : String.valueOf(c));
        }
        return text.toString();
    }
}
