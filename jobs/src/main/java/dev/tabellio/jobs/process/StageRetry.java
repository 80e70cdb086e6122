package dev.tabellio.jobs.process;

import dev.tabellio.document.ProcessingFailure.TransientFailure;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/** Tries a stage again when its failure is transient, with growing pauses. Other failures pass through at once. */
public final class StageRetry {

    private final RetryTemplate template;

    /**
     * Retries with back-off.
     *
     * @param retries after the first try
     * @param pause before the first retry; doubles for each further one
     */
    public StageRetry(int retries, Duration pause) {
        this.template = new RetryTemplate(RetryPolicy.builder()
                .includes(TransientFailure.class)
                .maxRetries(retries)
                .delay(pause)
                .multiplier(2)
                .build());
    }

    /** The result of the call, or the failure of the last try. */
    public <T> T call(Supplier<T> work) {
        return template.invoke(work);
    }
}
