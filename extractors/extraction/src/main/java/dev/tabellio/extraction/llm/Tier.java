package dev.tabellio.extraction.llm;

/** Which of the configured models is asked. */
public enum Tier {
    /** Asked first. */
    SMALL,
    /** Asked where the small one's answer does not hold. */
    LARGE,
    /** A second opinion; where it differs, a person decides. */
    CHALLENGER,
    /** Turns texts into vectors, to find the sections of a long document that matter; see {@link Embeddings}. */
    EMBEDDER
}
