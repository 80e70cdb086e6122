package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.extraction.text.Wording;
import java.util.List;
import java.util.Optional;

/**
 * A place that the form labels.
 *
 * @param id the name by which fields refer to it
 * @param numbers box or line numbers that different editions print for it; may be empty
 * @param labels wordings of different editions and vendors
 * @param row id of an anchor whose label must stand on the same row; tells labels with the same wording apart
 * @param under id of an anchor under whose label this one must be the next with its wording
 * @param beside whether the value stands right of the label, as in lists of labels and values
 */
record Anchor(
        String id,
        Kind kind,
        List<String> numbers,
        List<Wording> labels,
        Optional<String> row,
        Optional<String> under,
        boolean beside) {

    Anchor {
        numbers = List.copyOf(numbers);
        labels = List.copyOf(labels);
    }

    enum Kind {
        /** A box whose value stands under (or over) its label. */
        BOX,
        /** A line whose value stands right of its number in a column of amounts. */
        LINE,
        /** A label beside a box to tick. */
        CHECKBOX,
        /** Print that is no label: it only must not be taken for a value. */
        PRINT
    }
}
