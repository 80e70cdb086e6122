package dev.tabellio.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A document with its fields.
 *
 * @param fields by JSON pointer of the leaf, in the order of the type's schema. A leaf of a row that does not exist has
 *     no entry; a leaf outside of rows that was not found is {@link ExtractedField.Absent}.
 */
public record ExtractedDocument(Document document, Map<String, ExtractedField> fields) {

    /** @throws IllegalArgumentException if a key is not a JSON pointer */
    public ExtractedDocument {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        for (String pointer : fields.keySet()) {
            if (!pointer.startsWith("/")) {
                throw new IllegalArgumentException("not a JSON pointer: " + pointer);
            }
        }
    }

    /** The value at a pointer if it is cited. */
    public Optional<FieldValue> value(String pointer) {
        return fields.get(pointer) instanceof ExtractedField.Cited cited
                ? Optional.of(cited.value())
                : Optional.empty();
    }

    public ExtractedDocument with(Document changed) {
        return new ExtractedDocument(changed, fields);
    }
}
