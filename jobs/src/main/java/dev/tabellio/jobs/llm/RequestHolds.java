package dev.tabellio.jobs.llm;

import dev.tabellio.jobs.store.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who may ask what: a request is held by one asker at a time, for as long as it lives and at most until its time is over.
 * Safe for all threads and for any number of processes; every change is a transaction of its own.
 */
final class RequestHolds {

    /** First characters of the token of a hold. */
    private static final int INSTANCE = 18;

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final Owner self = Owner.self();
    private final String instance = UUID.randomUUID().toString().substring(0, INSTANCE);
    private final AtomicLong holds = new AtomicLong();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Clock clock;

    /** @param ownTransaction opens a transaction whatever is open around it */
    RequestHolds(JdbcClient jdbc, TransactionTemplate ownTransaction, Clock clock) {
        this.jdbc = jdbc;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    /** The right to ask. @param token tells this holder from later ones */
    record Hold(String hash, String token) {}

    /**
     * Takes the right to ask; only one asker at a time has it.
     *
     * @param patience how long one call may take
     * @return empty if somebody else has it, or the answer is there
     */
    Optional<Hold> take(String hash, Duration patience) {
        String token = instance + "-%017x".formatted(holds.incrementAndGet());
        held.add(token);
        Optional<Hold> taken = Optional.empty();
        try {
            taken = taken(hash, token, patience);
            return taken;
        } finally {
            if (taken.isEmpty()) {
                held.remove(token);
            }
        }
    }

    private Optional<Hold> taken(String hash, String token, Duration patience) {
        Instant until = clock.instant().plus(patience);
        try {
            inOwn(() -> jdbc.sql("""
                            INSERT INTO model_request (hash, state, holder, holder_host, holder_pid, holder_started, held_until)
                            VALUES (:hash, 'ASKING', :token, :host, :pid, :started, :until)""")
                    .param("hash", hash)
                    .param("token", token)
                    .param("host", self.host())
                    .param("pid", self.pid())
                    .param("started", BudgetAccounts.time(self.started()))
                    .param("until", BudgetAccounts.time(until))
                    .update());
            return Optional.of(new Hold(hash, token));
        } catch (DuplicateKeyException e) {
            return takenOver(hash, token, until);
        }
    }

    private Optional<Hold> takenOver(String hash, String token, Instant until) {
        return inOwn(() -> {
            Held seen = jdbc.sql("SELECT * FROM model_request WHERE hash = :hash")
                    .param("hash", hash)
                    .query(Held::of)
                    .single();
            // released, but the connection broke before the row could say so
            boolean givenUp = seen.state().equals("ASKING")
                    && seen.holder().startsWith(instance)
                    && !held.contains(seen.holder());
            if (!givenUp && !seen.free(clock.instant())) {
                return Optional.<Hold>empty();
            }
            int taken = jdbc.sql("""
                            UPDATE model_request SET state = 'ASKING', holder = :token, holder_host = :host,
                              holder_pid = :pid, holder_started = :started, held_until = :until
                            WHERE hash = :hash AND state = :seenState AND holder = :seenHolder""")
                    .param("token", token)
                    .param("host", self.host())
                    .param("pid", self.pid())
                    .param("started", BudgetAccounts.time(self.started()))
                    .param("until", BudgetAccounts.time(until))
                    .param("hash", hash)
                    .param("seenState", seen.state())
                    .param("seenHolder", seen.holder())
                    .update();
            return taken == 1 ? Optional.of(new Hold(hash, token)) : Optional.<Hold>empty();
        });
    }

    /** Who holds a request. */
    record Held(String state, String holder, Owner owner, Instant until) {

        static Held of(ResultSet row, int number) throws SQLException {
            return new Held(
                    row.getString("state"),
                    row.getString("holder"),
                    new Owner(row.getString("holder_host"), row.getLong("holder_pid"), instant(row, "holder_started")),
                    instant(row, "held_until"));
        }

        /** A process holds until its time is over; one on this machine no longer than it lives. */
        boolean free(Instant now) {
            return state.equals("FREE") || (state.equals("ASKING") && !asks(now));
        }

        /** Whether somebody is asking, so that a call of the request is going to be settled. */
        boolean asks(Instant now) {
            return state.equals("ASKING") && !now.isAfter(until) && owner.alive(until, now);
        }
    }

    /** Gives the right back without an answer. */
    void release(Hold hold) {
        held.remove(hold.token());
        inOwn(() -> jdbc.sql(
                        "UPDATE model_request SET state = 'FREE' WHERE hash = :hash AND holder = :token AND state = 'ASKING'")
                .param("hash", hold.hash())
                .param("token", hold.token())
                .update());
    }

    /** Extends the right for one more call. */
    void renew(Hold hold, Duration patience) {
        inOwn(() -> jdbc.sql("UPDATE model_request SET held_until = :until WHERE hash = :hash AND holder = :token")
                .param("until", BudgetAccounts.time(clock.instant().plus(patience)))
                .param("hash", hold.hash())
                .param("token", hold.token())
                .update());
    }

    private <T> T inOwn(Supplier<T> work) {
        return Objects.requireNonNull(ownTransaction.execute(status -> work.get()));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
