package dev.tabellio.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document with its fields.
 *
 * @param fields by JSON pointer of the leaf, in the order of the type's schema. A leaf of a row that does not exist has
 *     no entry; a leaf outside of rows that was not found is {@link ExtractedField.Absent}.
 * @param leftovers amounts that stand on its pages and that no field took
 */
public record ExtractedDocument(Document document, Map<String, ExtractedField> fields, List<Citation> leftovers) {

    /** @throws IllegalArgumentException if a key is not a JSON pointer */
    public ExtractedDocument {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        // Artifacts of earlier versions have none.
        leftovers = leftovers == null ? List.of() : List.copyOf(leftovers);
        for (String pointer : fields.keySet()) {
            if (!pointer.startsWith("/")) {
                throw new IllegalArgumentException("not a JSON pointer: " + pointer);
            }
        }
    }

    /** A document of which nothing was left over, or whose reader does not look for it. */
    public ExtractedDocument(Document document, Map<String, ExtractedField> fields) {
        this(document, fields, List.of());
    }

    /** The value at a pointer if it is cited. */
    public Optional<FieldValue> value(String pointer) {
        return fields.get(pointer) instanceof ExtractedField.Cited cited
                ? Optional.of(cited.value())
                : Optional.empty();
    }

    public ExtractedDocument with(Document changed) {
        return new ExtractedDocument(changed, fields, leftovers);
    }
}
