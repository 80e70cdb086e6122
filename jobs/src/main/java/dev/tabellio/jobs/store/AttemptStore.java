package dev.tabellio.jobs.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Attempts at processing a file. Each is committed by itself, whatever becomes of the transaction around it, before the
 * work starts: an attempt without an end tells which files were in work when a process died.
 */
public final class AttemptStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    public AttemptStore(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** How an attempt ended. */
    public enum Outcome {
        /** The file has a result, good or bad. */
        FINISHED,
        /** The run was stopped, or could not go on; the file is still due. */
        INTERRUPTED,
        /** The process died. */
        CRASHED
    }

    /** Notes that work on a file starts. */
    public void begin(String run, String path) {
        ownTransaction.executeWithoutResult(
                status -> jdbc.sql("INSERT INTO attempt (run_id, path, started) VALUES (:run, :path, :now)")
                        .param("run", run)
                        .param("path", path)
                        .param("now", RunStore.time(clock.instant()))
                        .update());
    }

    /** Ends the open attempts at a file, in the transaction of the caller. */
    public void end(String run, String path, Outcome outcome) {
        jdbc.sql("""
                        UPDATE attempt SET ended = :now, outcome = :outcome
                        WHERE run_id = :run AND path = :path AND ended IS NULL""")
                .param("now", RunStore.time(clock.instant()))
                .param("outcome", outcome.name())
                .param("run", run)
                .param("path", path)
                .update();
    }

    /**
     * Notes that the process only waits for others who do something with a file: another process, a language model. If it
     * dies meanwhile, the file is no suspect.
     */
    public void waits(String run, String path) {
        note(run, path, true);
    }

    /** Notes that the process works on a file again after it {@link #waits waited}. */
    public void goesOn(String run, String path) {
        note(run, path, false);
    }

    private void note(String run, String path, boolean waits) {
        ownTransaction.executeWithoutResult(status -> jdbc.sql("""
                                UPDATE attempt SET waits = :waits
                                WHERE run_id = :run AND path = :path AND ended IS NULL""")
                .param("waits", waits)
                .param("run", run)
                .param("path", path)
                .update());
    }

    /** Ends all open attempts of a run. @return the paths of the files that were in work and did not only wait */
    public List<String> endAll(String run, Outcome outcome) {
        List<String> worked =
                jdbc.sql("""
                        SELECT DISTINCT path FROM attempt WHERE run_id = :run AND ended IS NULL AND NOT waits
                        ORDER BY path""").param("run", run).query(String.class).list();
        jdbc.sql("UPDATE attempt SET ended = :now, outcome = :outcome WHERE run_id = :run AND ended IS NULL")
                .param("now", RunStore.time(clock.instant()))
                .param("outcome", outcome.name())
                .param("run", run)
                .update();
        return worked;
    }

    /**
     * Work on a file.
     *
     * @param ended empty while it is on, or if the process died and nobody has noticed yet
     */
    public record Attempt(Instant started, Optional<Instant> ended, Optional<Outcome> outcome) {}

    /** The attempts at a file, the oldest first. */
    public List<Attempt> of(String run, String path) {
        return jdbc.sql("SELECT * FROM attempt WHERE run_id = :run AND path = :path ORDER BY id")
                .param("run", run)
                .param("path", path)
                .query((row, number) -> new Attempt(
                        RunStore.instant(row, "started").orElseThrow(),
                        RunStore.instant(row, "ended"),
                        Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf)))
                .list();
    }

    /** How often a file was attempted in a run. */
    public int count(String run, String path) {
        return jdbc.sql("SELECT COUNT(*) FROM attempt WHERE run_id = :run AND path = :path")
                .param("run", run)
                .param("path", path)
                .query(Integer.class)
                .single();
    }
}
