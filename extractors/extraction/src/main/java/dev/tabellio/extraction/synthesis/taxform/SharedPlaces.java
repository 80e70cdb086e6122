package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds amounts and dates that several fields claim. A form prints a value in one box; where two labels reach for the same
 * one, at least one of them is wrong, and nothing tells which.
 */
final class SharedPlaces {

    private record Place(int page, BoundingBox box) {}

    private record Claim(String pointer, Citation citation) {}

    private SharedPlaces() {}

    /** The fields with those that share the place of their value uncited. */
    static Map<String, ExtractedField> uncited(Map<String, ExtractedField> fields) {
        Map<Place, List<Claim>> claims = fields.entrySet().stream()
                .flatMap(field -> claim(field.getKey(), field.getValue()).stream())
                .collect(Collectors.groupingBy(claim ->
                        new Place(claim.citation().page(), claim.citation().box())));
        Map<String, ExtractedField> checked = new LinkedHashMap<>(fields);
        claims.values().stream()
                .filter(sharing -> sharing.size() > 1)
                .forEach(sharing -> sharing.forEach(claim -> checked.put(claim.pointer(), uncited(claim, sharing))));
        return checked;
    }

    private static ExtractedField uncited(Claim claim, List<Claim> sharing) {
        String others = sharing.stream()
                .map(Claim::pointer)
                .filter(other -> !other.equals(claim.pointer()))
                .collect(Collectors.joining(", "));
        return new ExtractedField.Uncited(
                claim.citation().text(), "the same place is read as %s".formatted(others), List.of(claim.citation()));
    }

    private static Optional<Claim> claim(String pointer, ExtractedField field) {
        return field instanceof ExtractedField.Cited cited
                        && cited.citations().size() == 1
                        && (cited.value() instanceof FieldValue.Amount || cited.value() instanceof FieldValue.Date)
                ? Optional.of(new Claim(pointer, cited.citations().get(0)))
                : Optional.empty();
    }
}
