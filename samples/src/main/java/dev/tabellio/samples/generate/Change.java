package dev.tabellio.samples.generate;

import dev.tabellio.samples.content.Dice;
import dev.tabellio.samples.content.FormContent;
import dev.tabellio.samples.content.Shape;
import dev.tabellio.samples.sets.LabelledSet;
import java.util.List;
import java.util.Map;

/**
 * One value of a document that is to be another one.
 *
 * @param pattern pointer of the field, {@code *} for any place in a list
 * @param kind of the field, as schemas say
 * @param mask of a value to be like, see {@link Shape#mask}; empty if there is none
 * @param seed the same seed makes the same value
 */
record Change(String pattern, String kind, Shape shape, String mask, long seed) {

    /** Whether it is printed by the form itself, so that no other value could stand there. */
    static boolean isPrinted(String pattern) {
        return pattern.endsWith("/TaxYear") || pattern.endsWith("/W2FormVariant");
    }

    /** The content with the other value; without any change if what is drawn would not be that value. */
    FormContent in(FormContent content) {
        List<String> pointers = content.values().keySet().stream()
                .filter(pointer -> LabelledSet.pattern(pointer).equals(pattern))
                .toList();
        Dice dice = new Dice(seed).named(String.valueOf(content.values()));
        String pointer = pointers.isEmpty() ? pattern.replace("*", "0") : dice.oneOf(pointers);
        String before = content.values().getOrDefault(pointer, "");
        String value = shape.value(dice, kind, mask, before);
        if (value.equals(before) || isPrinted(pattern)) {
            return content;
        }
        if (value.isEmpty()) {
            return content.without(pointer).flawed(pointer + " was left empty");
        }
        String flaw = pointer + " was changed";
        String given = content.parts().getOrDefault("given", "");
        String family = content.parts().getOrDefault("family", "");
        if (before.equals(given + " " + family)) {
            int last = value.lastIndexOf(' ');
            return last < 0
                    ? content
                    : content.with(pointer, value)
                            .withParts(Map.of("given", value.substring(0, last), "family", value.substring(last + 1)))
                            .flawed(flaw);
        }
        boolean inPieces =
                content.parts().values().stream().anyMatch(part -> part.length() > 1 && before.contains(part));
        return inPieces ? content : content.with(pointer, value).flawed(flaw);
    }
}
