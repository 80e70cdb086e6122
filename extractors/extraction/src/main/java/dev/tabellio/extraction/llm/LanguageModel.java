package dev.tabellio.extraction.llm;

/** A model at a provider. Safe for all threads. */
public interface LanguageModel {

    /** What it can do, as configured or known of the provider; asks nobody. */
    ModelCapabilities capabilities();

    /**
     * Asks once: one request over the wire, no retries.
     *
     * @return the answer, also where it was cut off or refused: those are billed too
     * @throws ModelFailure if there is no answer
     */
    ModelAnswer ask(ModelRequest request);
}
