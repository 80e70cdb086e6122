package dev.tabellio.jobs.tieout;

import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.DocumentRow.DocumentRef;
import dev.tabellio.jobs.store.DocumentState;
import dev.tabellio.reconciliation.Disposition;
import dev.tabellio.reconciliation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A document while tie-out makes up its mind about it. For one thread at a time. */
final class Verdict {

    private final DocumentRow row;
    private final List<Tied.Copy> copies = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Optional<DocumentRef> copyOf = Optional.empty();
    private Optional<String> duplicateCause = Optional.empty();

    Verdict(DocumentRow row) {
        this.row = row;
    }

    DocumentRow row() {
        return row;
    }

    Disposition disposition() {
        return row.disposition().orElseThrow();
    }

    void addCopy(DocumentRow copy) {
        copies.add(new Tied.Copy(copy.path(), copy.id(), copy.pages()));
    }

    void add(List<Finding> more) {
        findings.addAll(more);
    }

    void duplicateOf(DocumentRef original, String cause) {
        copyOf = Optional.of(original);
        duplicateCause = Optional.of(cause);
    }

    boolean isDuplicate() {
        return copyOf.isPresent();
    }

    Optional<DocumentRef> copyOf() {
        return copyOf;
    }

    Optional<String> duplicateCause() {
        return duplicateCause;
    }

    /** What is to be kept; empty if tie-out has nothing to add. */
    Optional<Tied> tied() {
        return copies.isEmpty() && findings.isEmpty() ? Optional.empty() : Optional.of(new Tied(copies, findings));
    }

    DocumentState state() {
        if (isDuplicate()) {
            return DocumentState.DUPLICATE;
        }
        Disposition tied = Disposition.of(findings);
        return switch (tied.compareTo(disposition()) > 0 ? tied : disposition()) {
            case POST -> DocumentState.POSTED;
            case REVIEW -> DocumentState.REVIEW;
            case REJECT -> DocumentState.REJECTED;
        };
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
