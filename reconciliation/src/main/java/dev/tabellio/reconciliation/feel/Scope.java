package dev.tabellio.reconciliation.feel;

import java.util.HashMap;
import java.util.Map;

/**
 * The names that an expression may use.
 *
 * @param document the document's own fields, named without a prefix
 * @param variables further names that stand for fields: a row, the documents that were joined
 * @param constants figures of the rule book, such as the wage base of each year
 */
public record Scope(Shape.Group document, Map<String, Shape> variables, Map<String, Object> constants) {

    public Scope {
        variables = Map.copyOf(variables);
        constants = Map.copyOf(constants);
    }

    public Scope with(String variable, Shape shape) {
        Map<String, Shape> more = new HashMap<>(variables);
        more.put(variable, shape);
        return new Scope(document, more, constants);
    }
}
