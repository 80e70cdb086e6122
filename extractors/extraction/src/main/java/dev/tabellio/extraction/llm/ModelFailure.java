package dev.tabellio.extraction.llm;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** There is no answer; the kind says what to do about it. */
public final class ModelFailure extends RuntimeException {

    /** What went wrong. */
    public enum Kind {
        /** The provider does not accept the request (400, 404, 413): the same request fails again. */
        BAD_REQUEST(false),
        /** Key missing or wrong, or not allowed (401, 403): every request fails until somebody changes it. */
        UNAUTHORISED(false),
        /** Too many requests or tokens (429). */
        RATE_LIMITED(true),
        /** The provider is in trouble (500 to 599). */
        OVERLOADED(true),
        /** No answer in time. */
        TIMEOUT(true),
        /** The connection was refused or broke. */
        CONNECTION(true),
        /** What came back is not what the provider's protocol says. */
        PROTOCOL(true);

        private final boolean passing;

        Kind(boolean passing) {
            this.passing = passing;
        }

        /** Whether the same request may work later. */
        public boolean passing() {
            return passing;
        }
    }

    private final Kind kind;
    private final Optional<Duration> retryAfter;

    /**
     * @param message names provider, model and cause; never a key, never text of a document
     * @param retryAfter how long the provider asks to wait
     */
    public ModelFailure(Kind kind, String message, Optional<Duration> retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
