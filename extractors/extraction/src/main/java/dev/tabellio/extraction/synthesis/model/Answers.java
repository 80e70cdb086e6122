package dev.tabellio.extraction.synthesis.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one tier said, looked up on the pages.
 *
 * @param byPointer with the index of each row
 * @param answered patterns of the fields that an answer of the right form had; a field of these that has no entry is not in
 *     the document
 */
record Answers(Map<String, Checked> byPointer, Set<String> answered) {

    Answers {
        byPointer = Collections.unmodifiableMap(new LinkedHashMap<>(byPointer));
        answered = Set.copyOf(answered);
    }

    /** What was said of a leaf; empty if there was no answer about it. */
    Optional<Checked> of(String pointer) {
        Checked checked = byPointer.get(pointer);
        if (checked != null) {
            return Optional.of(checked);
        }
        return answered.contains(FieldSet.pattern(pointer)) ? Optional.of(new Checked.NotThere()) : Optional.empty();
    }

    Answers and(Answers more) {
        Map<String, Checked> both = new LinkedHashMap<>(byPointer);
        both.putAll(more.byPointer);
        Set<String> patterns = new LinkedHashSet<>(answered);
        patterns.addAll(more.answered);
        return new Answers(both, patterns);
    }

    static Answers none() {
        return new Answers(Map.of(), Set.of());
    }
}
