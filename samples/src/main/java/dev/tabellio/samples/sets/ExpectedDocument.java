package dev.tabellio.samples.sets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document that has to be found.
 *
 * @param type id of the document type
 * @param values by JSON pointer, as exported. A box that is not ticked has the value {@code false}.
 * @param prints each place where the whole document is printed, in the order of files and pages; the first is the
 *     original, the others are its copies. At least one.
 * @param flaws sentences about what is wrong with it on purpose; empty for a document that should be posted
 */
public record ExpectedDocument(String type, Map<String, String> values, List<Print> prints, List<String> flaws) {

    /** @throws IllegalArgumentException if there is no print or a place has no value */
    public ExpectedDocument {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        prints = List.copyOf(prints);
        flaws = List.copyOf(flaws);
        if (prints.isEmpty()) {
            throw new IllegalArgumentException("a document is printed somewhere");
        }
        for (Print print : prints) {
            for (String pointer : print.places().keySet()) {
                if (!values.containsKey(pointer)) {
                    throw new IllegalArgumentException("%s has a place but no value".formatted(pointer));
                }
            }
        }
    }
}
