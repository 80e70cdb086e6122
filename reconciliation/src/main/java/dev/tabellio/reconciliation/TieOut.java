package dev.tabellio.reconciliation;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.ExtractedDocument;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Rules across documents, such as the wages of a return against its W-2s. Immutable and safe for all threads.
 */
public final class TieOut {

    /** @throws IllegalArgumentException naming type, rule and place if a rule book is wrong */
    public TieOut(DocumentTypes types) {}

    /** The types whose documents the rules of a type look at; empty if it has no rules across documents. */
    public Set<String> joins(String type) {
        return Set.of();
    }

    /**
     * The findings of the subject's rules across documents.
     *
     * @param candidates documents of the same file or folder, of any type, the subject itself and copies allowed; the
     *     rules choose. Their order does not matter.
     */
    public List<Finding> findings(ExtractedDocument subject, Collection<ExtractedDocument> candidates) {
        return List.of();
    }

    /** What a tie-out of this type depends on beside the documents: for derivation keys. */
    public String version(String type) {
        return "tie-out-1/" + type;
    }
}
