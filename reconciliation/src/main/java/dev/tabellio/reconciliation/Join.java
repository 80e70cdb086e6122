package dev.tabellio.reconciliation;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.reconciliation.feel.Expression;
import dev.tabellio.reconciliation.feel.Reference;
import dev.tabellio.reconciliation.feel.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which documents belong to the one that is judged.
 *
 * @param with their type
 * @param shape its fields
 * @param alias the name that stands for the list of them in the rule
 * @param on what holds for a document that belongs; null or false leaves it out
 */
record Join(DocumentType with, Shape.Group shape, String alias, Expression on) {

    /** The name that stands for the candidate in {@code on}. */
    static final String OTHER = "other";

    String type() {
        return with.id();
    }

    boolean chooses(Facts document, Facts candidate) {
        Map<String, Set<String>> names = Reference.firstNames(on.references());
        Map<String, @Nullable Object> variables =
                new HashMap<>(document.variables(names.getOrDefault("", Set.of()), Set.of()));
        variables.put(OTHER, candidate.variables(names.getOrDefault(OTHER, Set.of()), Set.of()));
        return Boolean.TRUE.equals(on.evaluate(variables).value());
    }
}
