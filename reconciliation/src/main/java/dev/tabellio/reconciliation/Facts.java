package dev.tabellio.reconciliation;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.reconciliation.feel.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a document, or of one row of it, as expressions see them.
 *
 * @param base pointer of the row; empty for the document
 * @param prefix what evidence pointers start with; empty for the document that is judged
 */
record Facts(ExtractedDocument document, Shape shape, String base, String prefix) {

    /** The document that is judged. */
    static Facts of(ExtractedDocument document, Shape shape) {
        return new Facts(document, shape, "", "");
    }

    /** A document that the judged one is held against. */
    static Facts other(ExtractedDocument document, Shape shape) {
        return new Facts(document, shape, "", document.document().id() + "#");
    }

    /**
     * A leaf of the schema in this document.
     *
     * @param field null if it has no entry
     */
    record Place(String pointer, @Nullable ExtractedField field) {

        boolean isCited() {
            return field instanceof ExtractedField.Cited;
        }

        boolean isAbsent() {
            return field == null || field instanceof ExtractedField.Absent;
        }
    }

    /** The rows at a path, each as facts of its own. */
    List<Facts> rows(String path) {
        String pointer = base + "/" + path.replace('.', '/');
        Shape row = shape.at(path)
                .map(at -> at instanceof Shape.Rows rows ? rows.row() : at)
                .orElseThrow();
        List<Facts> rows = new ArrayList<>();
        for (int i = 0; i < count(pointer); i++) {
            rows.add(new Facts(document, row, pointer + "/" + i, prefix));
        }
        return rows;
    }

    /** The leaves at a dotted path, those of every row; every leaf below it if it is not a leaf itself. */
    List<Place> places(String path) {
        List<Place> places = new ArrayList<>();
        addPlaces(base, shape, path.isEmpty() ? List.of() : Arrays.asList(path.split("\\.")), places);
        return places;
    }

    /**
     * Names with their values.
     *
     * @param names of the fields that are wanted
     * @param zeroIfAbsent dotted paths of amounts that count as zero where they are absent
     */
    Map<String, @Nullable Object> variables(Set<String> names, Set<String> zeroIfAbsent) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        if (shape instanceof Shape.Group group) {
            group.fields().forEach((name, field) -> {
                if (names.contains(name)) {
                    variables.put(name, value(base + "/" + name, name, field, zeroIfAbsent));
                }
            });
        }
        return variables;
    }

    private @Nullable Object value(String pointer, String path, Shape at, Set<String> zeroIfAbsent) {
        if (at instanceof Shape.Group group) {
            Map<String, @Nullable Object> parts = new HashMap<>();
            group.fields()
                    .forEach((name, part) ->
                            parts.put(name, value(pointer + "/" + name, path + "." + name, part, zeroIfAbsent)));
            return parts;
        }
        if (at instanceof Shape.Rows rows) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < count(pointer); i++) {
                values.add(value(pointer + "/" + i, path, rows.row(), zeroIfAbsent));
            }
            return values;
        }
        Place place = new Place(pointer, document.fields().get(pointer));
        if (place.isAbsent()) {
            return zeroIfAbsent.contains(path) ? BigDecimal.ZERO : null;
        }
        return place.field() instanceof ExtractedField.Cited cited ? plain(cited.value()) : null;
    }

    private static Object plain(FieldValue value) {
        if (value instanceof FieldValue.Amount amount) {
            return amount.value();
        }
        if (value instanceof FieldValue.Date date) {
            return date.value();
        }
        return value instanceof FieldValue.Flag flag ? flag.value() : value.asText();
    }

    private void addPlaces(String pointer, Shape at, List<String> names, List<Place> places) {
        if (at instanceof Shape.Rows rows) {
            for (int i = 0; i < count(pointer); i++) {
                addPlaces(pointer + "/" + i, rows.row(), names, places);
            }
        } else if (at instanceof Shape.Group group) {
            for (Map.Entry<String, Shape> field : group.fields().entrySet()) {
                if (names.isEmpty() || names.get(0).equals(field.getKey())) {
                    addPlaces(
                            pointer + "/" + field.getKey(),
                            field.getValue(),
                            names.isEmpty() ? names : names.subList(1, names.size()),
                            places);
                }
            }
        } else {
            places.add(new Place(pointer, document.fields().get(pointer)));
        }
    }

    private int count(String pointer) {
        int count = 0;
        String start = pointer + "/";
        for (String key : document.fields().keySet()) {
            if (key.startsWith(start)) {
                int end = key.indexOf('/', start.length());
                String index = key.substring(start.length(), end < 0 ? key.length() : end);
                count = Math.max(count, number(index) + 1);
            }
        }
        return count;
    }

    private static int number(String index) {
        return index.length() <= 6 && index.chars().allMatch(c -> c >= '0' && c <= '9') && !index.isEmpty()
                ? Integer.parseInt(index)
                : -1;
    }
}
