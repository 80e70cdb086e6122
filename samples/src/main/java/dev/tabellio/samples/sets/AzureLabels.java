package dev.tabellio.samples.sets;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.tabellio.document.BoundingBox;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code *.labels.json} of the labelling tool of Azure Document Intelligence, schema of 2021-03-01: words by the name of
 * a field.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AzureLabels(String document, List<Label> labels) {

    AzureLabels {
        labels = List.copyOf(labels);
    }

    Optional<Label> label(String name) {
        return labels.stream().filter(label -> label.label().equals(name)).findFirst();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Label(String label, List<Value> value) {

        Label {
            value = List.copyOf(value);
        }

        String text() {
            return String.join(" ", value.stream().map(Value::text).toList());
        }

        /** Whether it is that of a ticked box; empty if it is no box. */
        Optional<Boolean> ticked() {
            return switch (text()) {
                case "selected" -> Optional.of(true);
                case "unselected" -> Optional.of(false);
                default -> Optional.empty();
            };
        }
    }

    /**
     * @param page from 1
     * @param boundingBoxes of each a corner after the other as x and y in shares of the page's width and height, origin
     *     top-left
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Value(int page, String text, List<List<Double>> boundingBoxes) {

        Value {
            boundingBoxes = boundingBoxes.stream().map(List::copyOf).toList();
        }

        BoundingBox on(BoundingBox sheet) {
            return BoundingBox.around(boundingBoxes.stream()
                    .map(corners -> new BoundingBox(
                            coordinate(corners, 0, false) * sheet.width(),
                            coordinate(corners, 1, false) * sheet.height(),
                            coordinate(corners, 0, true) * sheet.width(),
                            coordinate(corners, 1, true) * sheet.height()))
                    .toList());
        }

        private static double coordinate(List<Double> corners, int axis, boolean largest) {
            return IntStream.range(0, corners.size() / 2)
                    .mapToDouble(corner -> corners.get(2 * corner + axis))
                    .reduce(largest ? Math::max : Math::min)
                    .orElseThrow();
        }
    }
}
