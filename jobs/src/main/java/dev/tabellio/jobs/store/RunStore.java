package dev.tabellio.jobs.store;

import dev.tabellio.jobs.store.RunRow.Beside;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs. */
public final class RunStore {

    private static final int MAX_RUNS_A_DAY = 100_000;

    private final JdbcClient jdbc;

    public RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes a run with the given id.
     *
     * @throws DuplicateKeyException if there is one already
     */
    public RunRow create(String id, String inbox, Path out, String tenant, Instant now) {
        jdbc.sql("""
                        INSERT INTO run (id, inbox, out_folder, state, round_no, created, worked_millis, stop_requested,
                          tenant)
                        VALUES (:id, :inbox, :out, :state, 0, :now, 0, FALSE, :tenant)""")
                .param("tenant", tenant)
                .param("id", id)
                .param("inbox", inbox)
                .param("out", out.toString())
                .param("state", RunState.RUNNING.name())
                .param("now", time(now))
                .update();
        return get(id);
    }

    /** Makes a run whose id is the day and a number, such as {@code 2026-11-20-1}. */
    public RunRow create(String inbox, Path out, String tenant, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (int number = 1; number < MAX_RUNS_A_DAY; number++) {
            String id = "%s-%d".formatted(day, number);
            if (find(id).isEmpty()) {
                try {
                    return create(id, inbox, out, tenant, now);
                } catch (DuplicateKeyException e) {
                    continue; // another process took the number in between
                }
            }
        }
        throw new IllegalStateException("no free run id on " + day);
    }

    public Optional<RunRow> find(String id) {
        return jdbc.sql("SELECT * FROM run WHERE id = :id")
                .param("id", id)
                .query(RunStore::row)
                .optional();
    }

    /** @throws IllegalArgumentException if there is no such run */
    public RunRow get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no run '%s'".formatted(id)));
    }

    /** All runs, the newest first. */
    public List<RunRow> all() {
        return jdbc.sql("SELECT * FROM run ORDER BY created DESC, id DESC")
                .query(RunStore::row)
                .list();
    }

    /** The newest run. */
    public Optional<RunRow> newest() {
        return all().stream().findFirst();
    }

    /** The newest run over the same inbox into the same folder that did not complete. */
    public Optional<RunRow> unfinished(String inbox, Path out, String tenant) {
        return jdbc
                .sql("""
                        SELECT * FROM run WHERE inbox = :inbox AND out_folder = :out AND tenant = :tenant
                          AND state <> 'COMPLETED'
                        ORDER BY created DESC, id DESC""")
                .param("inbox", inbox)
                .param("out", out.toString())
                .param("tenant", tenant)
                .query(RunStore::row)
                .list()
                .stream()
                .findFirst();
    }

    /**
     * Takes the run for a process. Only one caller succeeds: the row changes only if it is still as {@code seen}.
     *
     * @param seen the run as it was read, with no living owner
     * @param round the round that is going to be worked on
     * @return whether the run is taken
     */
    public boolean claim(RunRow seen, Owner owner, int round, Instant now) {
        return jdbc.sql("""
                                UPDATE run SET owner_host = :host, owner_pid = :pid, owner_started = :ownerStarted,
                                  heartbeat = :now, claimed = :now, worked_millis = :worked, state = 'RUNNING', cause = NULL, ended = NULL, stop_requested = FALSE,
                                  round_no = :round, started = COALESCE(started, :now)
                                WHERE id = :id AND round_no = :seenRound AND COALESCE(owner_pid, -1) = :seenPid
                                  AND COALESCE(heartbeat, created) = :seenHeartbeat""")
                        .param("host", owner.host())
                        .param("pid", owner.pid())
                        .param("ownerStarted", time(owner.started()))
                        .param("now", time(now))
                        .param("worked", seen.workedUntil(now).toMillis())
                        .param("round", round)
                        .param("id", seen.id())
                        .param("seenRound", seen.round())
                        .param("seenPid", seen.owner().map(Owner::pid).orElse(-1L))
                        .param("seenHeartbeat", time(seen.heartbeat().orElse(seen.created())))
                        .update()
                == 1;
    }

    /** What the owner of a run learns when its heart beats. */
    public enum Pulse {
        GO_ON,
        /** Somebody asked the run to stop. */
        STOP,
        /** Another process took the run over: it must not be touched any more. */
        LOST
    }

    /** Says that the owner lives. */
    public Pulse beat(String id, Owner owner, Instant now) {
        int beaten = jdbc.sql("""
                        UPDATE run SET heartbeat = :now
                        WHERE id = :id AND owner_host = :host AND owner_pid = :pid AND owner_started = :started""")
                .param("now", time(now))
                .param("id", id)
                .param("host", owner.host())
                .param("pid", owner.pid())
                .param("started", time(owner.started()))
                .update();
        if (beaten == 0) {
            return Pulse.LOST;
        }
        return get(id).stopRequested() ? Pulse.STOP : Pulse.GO_ON;
    }

    /** Notes with which releases the run works from now on. */
    public void equip(String id, Optional<String> release, Optional<Beside> beside) {
        jdbc.sql("""
                        UPDATE run SET release_name = :release, shadow_name = :beside, shadow_share = :share
                        WHERE id = :id""")
                .param("release", release.orElse(null))
                .param("beside", beside.map(Beside::release).orElse(null))
                .param("share", beside.map(Beside::share).orElse(null))
                .param("id", id)
                .update();
    }

    /** Asks the run's process to stop. @return whether the run was at work */
    public boolean requestStop(String id) {
        return jdbc.sql("UPDATE run SET stop_requested = TRUE WHERE id = :id AND state = 'RUNNING'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Ends the work of an owner; does nothing if the run is no longer its own. */
    public void release(String id, Owner owner, RunState state, @Nullable String cause, Instant now) {
        jdbc.sql("""
                        UPDATE run SET state = :state, cause = :cause, ended = :now, stop_requested = FALSE,
                          owner_host = NULL, owner_pid = NULL, owner_started = NULL
                        WHERE id = :id AND owner_host = :host AND owner_pid = :pid AND owner_started = :started""")
                .param("state", state.name())
                .param("cause", Cut.to(4000, cause))
                .param("now", time(now))
                .param("id", id)
                .param("host", owner.host())
                .param("pid", owner.pid())
                .param("started", time(owner.started()))
                .update();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static RunRow row(ResultSet row, int number) throws SQLException {
        String host = row.getString("owner_host");
        String beside = row.getString("shadow_name");
        return new RunRow(
                row.getString("id"),
                row.getString("inbox"),
                Path.of(row.getString("out_folder")),
                RunState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("cause")),
                row.getInt("round_no"),
                instant(row, "created").orElseThrow(),
                instant(row, "started"),
                instant(row, "claimed"),
                instant(row, "ended"),
                Duration.ofMillis(row.getLong("worked_millis")),
                row.getBoolean("stop_requested"),
                host == null
                        ? Optional.empty()
                        : Optional.of(new Owner(
                                host,
                                row.getLong("owner_pid"),
                                instant(row, "owner_started").orElse(Instant.EPOCH))),
                instant(row, "heartbeat"),
                row.getString("tenant"),
                Optional.ofNullable(row.getString("release_name")),
                beside == null ? Optional.empty() : Optional.of(new Beside(beside, row.getBigDecimal("shadow_share"))));
    }
}
