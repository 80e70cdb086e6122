package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A line of a document as a model sees it: words, or one checkbox.
 *
 * @param id such as {@code p2.l14}, or {@code p2.b3} for a checkbox; the same however much of the document is shown
 * @param order place in the document, from 0
 * @param words left to right, of the upright page; empty for a checkbox
 */
record NumberedLine(String id, int order, int page, BoundingBox box, List<Word> words, Optional<Checkbox> checkbox) {

    NumberedLine {
        words = List.copyOf(words);
    }

    String text() {
        return checkbox.map(box -> box.selected() ? "[x]" : "[ ]")
                .orElseGet(() -> words.stream().map(Word::text).collect(Collectors.joining(" ")));
    }
}
