package dev.tabellio.extraction.synthesis.model.search;

import java.util.List;

/**
 * What is looked for.
 *
 * @param description in a sentence; its words are looked for one by one
 * @param phrases that documents use for it; looked for as phrases and by their words
 */
public record Wanted(String description, List<String> phrases) {

    public Wanted {
        phrases = List.copyOf(phrases);
    }

    /** All of it as one text, for a vector. */
    public String text() {
        return phrases.isEmpty() ? description : description + "\n" + String.join("; ", phrases);
    }
}
