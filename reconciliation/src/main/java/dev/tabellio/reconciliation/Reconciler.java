package dev.tabellio.reconciliation;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.ExtractedDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges one document by itself: the checks that hold for every type, then the rules of its type. Whatever a rule does,
 * the result is a finding; nothing is thrown for a document. Immutable and safe for all threads.
 */
public final class Reconciler {

    /**
     * An amount read with less than this confidence goes to review. Text layers and form fields are read with 1; a
     * recogniser's word confidence is what this is for.
     */
    public static final double LEAST_AMOUNT_CONFIDENCE = 0.60;

    private final Map<String, StandardChecks> checks = new HashMap<>();

    /** @throws IllegalArgumentException naming type, rule and place if a rule book is wrong */
    public Reconciler(DocumentTypes types) {
        this(types, LEAST_AMOUNT_CONFIDENCE);
    }

    /** @param leastAmountConfidence from 0 to 1: amounts read with less go to review */
    public Reconciler(DocumentTypes types, double leastAmountConfidence) {
        for (DocumentType type : types.all()) {
            checks.put(type.id(), new StandardChecks(type, Set.of(), leastAmountConfidence));
        }
    }

    /**
     * Judges a document.
     *
     * @param caveats what the caller knows against it beside its fields; each sends it to review
     * @throws IllegalArgumentException if the document's type is not among the types
     */
    public Reconciliation reconcile(ExtractedDocument document, List<Caveat> caveats) {
        StandardChecks standard = checks.get(document.document().type());
        if (standard == null) {
            throw new IllegalArgumentException(
                    "unknown document type '%s'".formatted(document.document().type()));
        }
        return Reconciliation.of(document.document().id(), standard.findings(document, caveats));
    }

    /** What a judgement of this type depends on beside the document: for derivation keys. */
    public String version(String type) {
        return "reconcile-1/" + type;
    }
}
