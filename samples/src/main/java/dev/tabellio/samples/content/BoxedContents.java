package dev.tabellio.samples.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes what forms of labelled boxes say. */
public final class BoxedContents {

    private final Dice dice;
    private final SeededValues seeded;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final Map<String, Double> rows = new LinkedHashMap<>();

    private BoxedContents(Dice dice, int year) {
        this.dice = dice;
        this.seeded = new SeededValues(dice, year);
    }

    /** Fills a form. */
    public static FormContent of(Dice dice, BoxedForm form, int year) {
        BoxedContents contents = new BoxedContents(dice, year);
        form.notes().forEach(note -> {
            if (note.to() != null) {
                contents.values.put(note.to(), Integer.toString(year));
            }
        });
        form.cells().stream().filter(cell -> !computed(cell)).forEach(contents::fill);
        form.cells().stream().filter(BoxedContents::computed).forEach(contents::fill);
        return new FormContent(form.type(), contents.values, contents.parts, List.of());
    }

    private static boolean computed(BoxedForm.Cell cell) {
        String value = cell.value() == null ? "" : cell.value();
        return value.startsWith("sum:") || value.startsWith("less:");
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
            case TICK -> values.put(to, Boolean.toString(!value.equals("never") && dice.chance(0.25)));
            case CHOICE -> {
                if (!values.containsKey(to) && (entered || cell.chance() == 1)) {
                    values.put(to, value);
                }
            }
            case BLOCK -> {
                boolean ofPerson = value.startsWith("person");
                values.put(
                        to, ofPerson ? seeded.person().name() : seeded.company().name());
                values.put(
                        also,
                        (ofPerson ? seeded.person().address() : seeded.company().address()).onEnvelope());
            }
            case PIECE -> {
                parts.put(also, seeded.of(value, values));
                String between =
                        rows.containsKey(to) && rows.get(to).equals(cell.at().get(1)) ? " " : "\n";
                values.merge(to, parts.getOrDefault(also, ""), (before, piece) -> before + between + piece);
                rows.put(to, cell.at().get(1));
            }
            default -> {
                String entry = entered ? seeded.of(value, values) : "";
                if (!entry.isEmpty()) {
                    values.put(to, entry);
                }
            }
        }
    }
}
