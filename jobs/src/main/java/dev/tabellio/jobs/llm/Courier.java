package dev.tabellio.jobs.llm;

import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.Tier;
import java.util.Optional;

/** Carries requests to the providers and brings their answers, one request over the wire for each call. Thread-safe. */
interface Courier extends AutoCloseable {

    /** What the model of a tier can do; empty if there is none. */
    Optional<ModelCapabilities> capabilities(Tier tier);

    /**
     * Sends a request and waits for its answer.
     *
     * @param call id in the ledger
     * @throws ModelFailure if there is no answer
     */
    ModelAnswer carry(long call, Tier tier, ModelRequest request);

    /**
     * What became of a call whose process died after it was sent; waits if it is still under way.
     *
     * @return empty if nobody knows
     * @throws ModelFailure if it is known to have failed
     */
    Optional<ModelAnswer> recover(long call);

    /** Whether a call whose process died is known not to have been sent; waits as {@link #recover} does. */
    boolean neverSent(long call);

    /** A call is settled in the ledger. */
    void settled(long call);

    @Override
    void close();
}
