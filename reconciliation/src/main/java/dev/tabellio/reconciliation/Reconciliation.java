package dev.tabellio.reconciliation;

import java.util.List;

/**
 * A document judged.
 *
 * @param document id of the document
 * @param findings every rule that was asked, in the order of the rule book, violated ones included
 */
public record Reconciliation(String document, Disposition disposition, List<Finding> findings) {

    public Reconciliation {
        findings = List.copyOf(findings);
    }
}
