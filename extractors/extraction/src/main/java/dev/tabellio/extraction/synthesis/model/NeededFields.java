package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The fields for which a model is worth asking: required ones that are not there, what was found but does not hold, what
 * was read with little confidence, and what a failed rule has looked at. Safe for all threads.
 */
public final class NeededFields {

    private final double leastConfidence;

    /** @param leastConfidence from 0 to 1: a value read with less is doubtful */
    public NeededFields(double leastConfidence) {
        if (!(leastConfidence >= 0 && leastConfidence <= 1)) {
            throw new IllegalArgumentException("a confidence is from 0 to 1, not " + leastConfidence);
        }
        this.leastConfidence = leastConfidence;
    }

    /** All fields of a type. */
    public static Set<String> all(DocumentType type) {
        return new LinkedHashSet<>(FieldSet.of(type).asked().patterns());
    }

    /**
     * The missing and doubtful fields of a reading.
     *
     * @param failed pointers of fields that a failed rule has looked at
     * @return pointers; empty if the document needs no model
     */
    public Set<String> of(DocumentType type, ExtractedDocument read, Set<String> failed) {
        FieldSet declared = FieldSet.of(type);
        Set<String> needed = new LinkedHashSet<>();
        for (String pointer : type.required()) {
            if (!(pointer.contains("*") || read.fields().get(pointer) instanceof ExtractedField.Cited)) {
                needed.add(pointer);
            }
        }
        read.fields().forEach((pointer, field) -> {
            if (field instanceof ExtractedField.Uncited
                    || (field instanceof ExtractedField.Cited cited && cited.confidence() < leastConfidence)) {
                needed.add(pointer);
            }
        });
        failed.stream()
                .sorted()
                .filter(pointer -> declared.find(pointer).isPresent())
                .forEach(needed::add);
        return needed;
    }
}
