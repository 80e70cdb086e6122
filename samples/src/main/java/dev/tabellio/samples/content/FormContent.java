package dev.tabellio.samples.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one document says.
 *
 * @param type id of the document type
 * @param values by pointer, as exported
 * @param parts pieces that a form prints apart or that no type exports (a first name, a street), by our own names
 * @param flaws what is wrong on purpose
 */
public record FormContent(String type, Map<String, String> values, Map<String, String> parts, List<String> flaws) {

    public FormContent {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        flaws = List.copyOf(flaws);
    }

    /** The same with another value. */
    public FormContent with(String pointer, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(pointer, value);
        return new FormContent(type, changed, parts, flaws);
    }

    /** The same without a value. */
    public FormContent without(String pointer) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(pointer);
        return new FormContent(type, changed, parts, flaws);
    }

    /** The same between the parties of another document: payer, recipient, account and whether it is a correction. */
    public FormContent withParties(FormContent other) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.keySet().removeIf(FormContent::isOfParties);
        other.values.forEach((pointer, value) -> {
            if (isOfParties(pointer)) {
                changed.put(pointer, value);
            }
        });
        return new FormContent(type, changed, other.parts, flaws);
    }

    private static boolean isOfParties(String pointer) {
        return pointer.matches("/IsCorrected|/(?:Payer|Recipient)/(?:TIN|Name|Address|AccountNumber)");
    }

    /** The same with other pieces. */
    public FormContent withParts(Map<String, String> others) {
        Map<String, String> changed = new LinkedHashMap<>(parts);
        changed.putAll(others);
        return new FormContent(type, values, changed, flaws);
    }

    /** The same with one more thing that is wrong on purpose. */
    public FormContent flawed(String flaw) {
        List<String> all = new ArrayList<>(flaws);
        all.add(flaw);
        return new FormContent(type, values, parts, all);
    }
}
