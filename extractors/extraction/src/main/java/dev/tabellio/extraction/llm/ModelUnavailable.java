package dev.tabellio.extraction.llm;

import org.jspecify.annotations.Nullable;

/** A model may not or can not be asked now. What is waiting for it can be continued later. */
public final class ModelUnavailable extends RuntimeException {

    /** Why not. */
    public enum Reason {
        /** A budget would be exceeded. */
        BUDGET,
        /** The provider does not answer; it will be tried again later. */
        PROVIDER,
        /** Only answers of the ledger are allowed, and it has none. */
        REPLAY,
        /** Not allowed for this tenant or type. */
        FORBIDDEN
    }

    private final Reason reason;

    /** @param message a sentence for the operator: what is reached or missing, and what continues it */
    public ModelUnavailable(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
