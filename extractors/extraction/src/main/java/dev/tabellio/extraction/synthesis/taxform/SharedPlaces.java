package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds amounts and dates that several fields claim. A form prints a value in one box; where two labels reach for the same
 * one, at least one of them is wrong, and nothing tells which.
 */
final class SharedPlaces {

    private record Place(int page, BoundingBox box) {}

    private SharedPlaces() {}

    /** The fields with those that share the place of their value uncited. */
    static Map<String, ExtractedField> uncited(Map<String, ExtractedField> fields) {
        Map<Place, List<String>> pointers = fields.keySet().stream()
                .filter(pointer -> isNumber(fields.get(pointer)))
                .collect(Collectors.groupingBy(pointer -> place(fields.get(pointer))));
        Map<String, ExtractedField> checked = new LinkedHashMap<>(fields);
        pointers.values().stream()
                .filter(sharing -> sharing.size() > 1)
                .forEach(sharing -> sharing.forEach(pointer -> {
                    Citation place = citation(fields.get(pointer));
                    String others = sharing.stream()
                            .filter(other -> !other.equals(pointer))
                            .collect(Collectors.joining(", "));
                    checked.put(
                            pointer,
                            new ExtractedField.Uncited(
                                    place.text(), "the same place is read as %s".formatted(others), List.of(place)));
                }));
        return checked;
    }

    private static boolean isNumber(ExtractedField field) {
        return field instanceof ExtractedField.Cited cited
                && cited.citations().size() == 1
                && (cited.value() instanceof FieldValue.Amount || cited.value() instanceof FieldValue.Date);
    }

    private static Citation citation(ExtractedField field) {
        return ((ExtractedField.Cited) field).citations().get(0);
    }

    private static Place place(ExtractedField field) {
        Citation citation = citation(field);
        return new Place(citation.page(), citation.box());
    }
}
