package dev.tabellio.jobs.release;

import dev.tabellio.jobs.store.RunRow.Beside;
import java.math.BigDecimal;

/**
 * The stages of a release that reads a share of a run's documents beside the run's own.
 *
 * @param wish which release, and what share
 */
public record ShadowStages(Beside wish, ReleasedStages released) implements AutoCloseable {

    /** Over 0 and up to 1. */
    public BigDecimal share() {
        return wish.share();
    }

    @Override
    public void close() {
        released.close();
    }
}
