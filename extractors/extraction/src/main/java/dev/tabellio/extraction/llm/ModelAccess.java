package dev.tabellio.extraction.llm;

import java.util.Optional;

/**
 * The only way in which a reader asks a model: within the budgets, in the pace that the provider allows, and never twice
 * for the same request. Safe for all threads.
 */
public interface ModelAccess {

    /** What the model of a tier can do; empty if none is configured for it. */
    Optional<ModelCapabilities> capabilities(Tier tier);

    /** The answer to a request if it was ever paid for; asks nobody. */
    Optional<ModelAnswer> known(Tier tier, ModelRequest request);

    /**
     * The answer to a request: from the ledger if it was ever paid for, else from the model.
     *
     * @throws ModelUnavailable if it may not or can not be asked now; the document then waits, nothing is lost
     */
    Charged ask(Tier tier, ModelRequest request, Purpose purpose);

    /**
     * What a request is for: whom to charge.
     *
     * @param tenant of the run
     * @param run id
     * @param document id
     * @param type id of the document's type
     * @param reading names the synthesis that all of its attempts are billed to
     */
    record Purpose(String tenant, String run, String document, String type, String reading) {}

    /**
     * An answer, and where it is in the ledger.
     *
     * @param call id of the ledger's entry
     * @param paidNow false if it was answered from the ledger
     */
    record Charged(ModelAnswer answer, String call, boolean paidNow) {}
}
