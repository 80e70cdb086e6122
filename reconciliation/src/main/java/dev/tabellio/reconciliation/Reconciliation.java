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

    /**
     * Whether nothing keeps the document from being posted but that its values were read from pixels and nothing confirms
     * them: then reading them again may help.
     */
    public boolean lacksOnlyProof() {
        List<Finding> others = findings.stream()
                .filter(finding -> !StandardChecks.PROOF.contains(finding.rule()))
                .toList();
        return findings.stream()
                        .anyMatch(finding -> finding.rule().equals(StandardChecks.RECOGNISED)
                                && finding.outcome() == Finding.Outcome.VIOLATED)
                && Disposition.of(others) == Disposition.POST;
    }
}
