package dev.tabellio.reconciliation.feel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a name in an expression stands for, as far as a type's schema tells. */
public sealed interface Shape {

    /** One value. */
    enum Leaf implements Shape {
        TEXT,
        AMOUNT,
        DATE,
        IDENTIFIER,
        FLAG
    }

    /** Named parts. */
    record Group(Map<String, Shape> fields) implements Shape {
        public Group {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** Any number of rows. */
    record Rows(Shape row) implements Shape {}

    /**
     * The fields that a JSON Schema declares. The kind of a leaf is its {@code x-tabellio-kind}; a leaf without one is a
     * flag if it is a boolean, a date if its format says so, else a text. References are followed within the schema.
     *
     * @throws IllegalArgumentException if a reference leads nowhere or in a circle, or a kind is not known
     */
    static Group of(JsonNode schema) {
        return new SchemaShape(schema).root();
    }

    /** What stands at a dotted path, rows being passed through to their row. */
    default Optional<Shape> at(String path) {
        Shape shape = this;
        for (String name : path.split("\\.", -1)) {
            while (shape instanceof Rows rows) {
                shape = rows.row();
            }
            Shape next = shape instanceof Group group ? group.fields().get(name) : null;
            if (next == null) {
                return Optional.empty();
            }
            shape = next;
        }
        return Optional.of(shape);
    }
}
