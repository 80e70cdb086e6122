package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.document.ExtractedDocument;
import java.util.Set;

/** What the rules say about a reading; the rules themselves are another module's. */
public interface FieldCheck {

    /** No rules. */
    FieldCheck NONE = document -> Set.of();

    /** Pointers of the fields that a failed rule has looked at; empty if all rules are satisfied. */
    Set<String> failing(ExtractedDocument document);
}
