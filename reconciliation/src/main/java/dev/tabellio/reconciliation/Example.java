package dev.tabellio.reconciliation;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.reconciliation.Finding.Outcome;
import java.util.List;

/**
 * An input for which the rule book says how its rule comes out.
 *
 * @param others the documents that a rule across documents finds, before its join chooses
 * @param line in {@code rules.yaml}
 */
record Example(Outcome expected, ExtractedDocument document, List<ExtractedDocument> others, int line) {

    Example {
        others = List.copyOf(others);
    }
}
