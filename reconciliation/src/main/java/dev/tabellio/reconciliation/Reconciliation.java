package dev.tabellio.reconciliation;

import java.util.List;
import java.util.stream.Stream;

/**
 * A document judged.
 *
 * @param document id of the document
 * @param findings every rule that was asked: the checks of {@link Reconciler} first, then the rule book in its order,
 *     then tie-out; the ones that are satisfied included
 */
public record Reconciliation(String document, Disposition disposition, List<Finding> findings) {

    public Reconciliation {
        findings = List.copyOf(findings);
    }

    /** A document with these findings and the disposition that follows from them. */
    public static Reconciliation of(String document, List<Finding> findings) {
        return new Reconciliation(document, Disposition.of(findings), findings);
    }

    /** The same document with more findings, judged anew. */
    public Reconciliation plus(List<Finding> more) {
        return of(document, Stream.concat(findings.stream(), more.stream()).toList());
    }
}
