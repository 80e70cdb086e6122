package dev.tabellio.jobs.store;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A run.
 *
 * @param inbox what was given to it
 * @param out folder that has a folder for its export
 * @param round 0 for the run itself, then one more for each rerun
 * @param claimed when its present or last owner took it
 * @param worked how long its owners before that worked on it
 * @param cause why it stopped or failed
 * @param tenant for whom it runs
 * @param release that it works with; empty for the installation as it is
 * @param beside what reads a share of its documents a second time
 */
public record RunRow(
        String id,
        String inbox,
        Path out,
        RunState state,
        Optional<String> cause,
        int round,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> claimed,
        Optional<Instant> ended,
        Duration worked,
        boolean stopRequested,
        Optional<Owner> owner,
        Optional<Instant> heartbeat,
        String tenant,
        Optional<String> release,
        Optional<Beside> beside) {

    /**
     * A release that reads documents beside that of the run, without anything of it being exported.
     *
     * @param share of the documents, over 0 and up to 1
     */
    public record Beside(String release, BigDecimal share) {

        /** @throws IllegalArgumentException if the share is none */
        public Beside {
            if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("a share is over 0 and up to 1, not " + share.toPlainString());
            }
        }
    }

    /** The tenant of runs that name none. */
    public static final String DEFAULT_TENANT = "default";

    /** Whether a living process works on it. */
    public boolean owned(Instant now) {
        return owner.isPresent() && owner.get().alive(heartbeat.orElse(Instant.EPOCH), now);
    }

    /** Whether its process died without saying how it ended. */
    public boolean orphaned(Instant now) {
        return state == RunState.RUNNING && !owned(now);
    }

    /** How long it was worked on, all owners together. */
    public Duration workedUntil(Instant now) {
        return claimed.map(from -> worked.plus(Duration.between(from, owned(now) ? now : end(from))))
                .orElse(worked);
    }

    private Instant end(Instant from) {
        Instant last = ended.or(() -> heartbeat).orElse(from);
        return last.isBefore(from) ? from : last;
    }

    /** The folder of its export. */
    public Path exportFolder() {
        return out.resolve(id);
    }
}
