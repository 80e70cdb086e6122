package dev.tabellio.reconciliation.feel;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A field, or all rows of one, that an expression looks at.
 *
 * @param variable the name it starts from; empty for a field of the document itself
 * @param path dotted, through rows without an index; empty for the variable itself
 * @param leaf whether it is one value (of each row), not rows or a group as a whole
 */
public record Reference(String variable, String path, boolean leaf) {

    /** As written in a rule. */
    public String name() {
        if (variable.isEmpty()) {
            return path;
        }
        return path.isEmpty() ? variable : variable + "." + path;
    }

    /** The first names that are looked at, by the variable that they belong to. */
    public static Map<String, Set<String>> firstNames(Collection<Reference> references) {
        return references.stream()
                .collect(Collectors.groupingBy(
                        Reference::variable, Collectors.mapping(Reference::firstName, Collectors.toSet())));
    }

    private String firstName() {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
