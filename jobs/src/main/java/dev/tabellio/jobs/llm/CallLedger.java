package dev.tabellio.jobs.llm;

import dev.tabellio.extraction.llm.ModelAccess.Purpose;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelAnswer.Finish;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.TokenUsage;
import dev.tabellio.jobs.config.LlmConfig;
import dev.tabellio.jobs.config.LlmConfig.Prices;
import dev.tabellio.jobs.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was asked, what was answered, what it cost. Every change is a transaction of its own, whatever becomes of the one
 * around it. Safe for all threads and for any number of processes.
 *
 * <p>A request is {@link RequestHolds held} by one asker at a time; others wait for its answer. A call is written before it is sent, with what
 * it may cost taken out of the budgets, and settled with its answer before anybody sees that. A call that was sent by a
 * process that died is lost: nobody knows whether it was billed, so it stays charged with what it may have cost.
 */
public final class CallLedger {

    private static final Logger LOG = LoggerFactory.getLogger(CallLedger.class);

    /** A paid answer is worth some patience with a database that is just being reopened. */
    private static final int TRIES = 30;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final int SAYS = 4000;
    private static final int NAME = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final BudgetAccounts budgets;
    private final RequestHolds holds;
    private final Clock clock;

    public CallLedger(Database database, LlmConfig config, Clock clock) {
        this.jdbc = database.jdbc();
        this.ownTransaction = new TransactionTemplate(database.transactions());
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.budgets = new BudgetAccounts(jdbc, ownTransaction, config);
        this.holds = new RequestHolds(jdbc, ownTransaction, clock);
        this.clock = clock;
    }

    /** An answer in the ledger. */
    record Entry(long call, ModelAnswer answer) {}

    /** Who may ask what. */
    RequestHolds holds() {
        return holds;
    }

    /** The answer to a request, if it was ever paid for. */
    Optional<Entry> answer(String hash) {
        return inOwn(
                () -> jdbc.sql("""
                        SELECT c.* FROM model_request r JOIN model_call c ON c.id = r.answer_call
                        WHERE r.hash = :hash AND r.state = 'ANSWERED'""").param("hash", hash).query(CallLedger::entry).optional());
    }

    /** Calls of a request whose process died after it had written them: they may have been sent. */
    List<Long> unsettled(String hash) {
        return inOwn(() -> jdbc.sql(
                        "SELECT id FROM model_call WHERE request_hash = :hash AND state = 'INTENDED' ORDER BY id")
                .param("hash", hash)
                .query(Long.class)
                .list());
    }

    /** Writes down that a call was lost with its process; it stays charged. */
    void lose(long call) {
        inOwn(() -> jdbc.sql("UPDATE model_call SET state = 'LOST', ended = :now WHERE id = :id AND state = 'INTENDED'")
                .param("now", time(clock.instant()))
                .param("id", call)
                .update());
    }

    /**
     * Takes what a call may cost out of the budgets and writes the call down: it may be sent now.
     *
     * @return its id
     * @throws BudgetAccounts.Exhausted if a budget does not have it
     * @throws BudgetAccounts.NotYet if the pace of a minute is reached
     */
    long intend(Call call) {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        budgets.open(call, day);
        return inOwn(() -> {
            budgets.reserve(call, day, now);
            KeyHolder key = new GeneratedKeyHolder();
            jdbc.sql("""
                            INSERT INTO model_call (request_hash, attempt_no, state, tier, provider, model, prompt_version,
                              tenant, run_id, document_id, type, reading, intended, budget_day, charged_tokens, charged_money)
                            SELECT CAST(:hash AS CHAR(64)), COUNT(*) + 1, 'INTENDED', :tier, :provider, :model, :prompt,
                              :tenant, :run, :document, :type, :reading, CAST(:now AS TIMESTAMP WITH TIME ZONE), :day,
                              CAST(:tokens AS BIGINT), CAST(:money AS DECIMAL(24, 12))
                            FROM model_call WHERE request_hash = :hash""")
                    .param("hash", call.hash())
                    .param("tier", call.tier().name())
                    .param("provider", cut(call.endpoint(), 2 * NAME))
                    .param("model", cut(call.model().model(), NAME))
                    .param("prompt", RequestHash.promptVersion(call.request()))
                    .param("tenant", call.purpose().tenant())
                    .param("run", call.purpose().run())
                    .param("document", call.purpose().document())
                    .param("type", call.purpose().type())
                    .param("reading", cut(call.purpose().reading(), 2 * NAME))
                    .param("now", time(now))
                    .param("day", day.toString())
                    .param("tokens", call.atMost().tokens())
                    .param("money", call.atMost().money())
                    .update(key, "id");
            return Objects.requireNonNull(key.getKeyAs(Long.class));
        });
    }

    /** Settles a call with its answer; from now on nobody pays for the request again. */
    void answered(long call, ModelAnswer answer, Prices prices) {
        persist(() -> {
            Reserved reserved = reserved(call);
            if (!reserved.open()) {
                return false;
            }
            Charge charge = Charge.of(answer.usage(), prices);
            TokenUsage usage = answer.usage();
            jdbc.sql("""
                            UPDATE model_call SET state = 'ANSWERED', ended = :now, input_tokens = :input,
                              cached_tokens = :cached, output_tokens = :output, latency_millis = :latency,
                              answered_by = :by, finish = :finish, answer = :answer, charged_tokens = :tokens,
                              charged_money = :money
                            WHERE id = :id""")
                    .param("now", time(clock.instant()))
                    .param("input", usage.input())
                    .param("cached", usage.cachedInput())
                    .param("output", usage.output())
                    .param("latency", answer.latency().toMillis())
                    .param("by", cut(answer.model(), NAME))
                    .param("finish", answer.finish().name())
                    .param("answer", answer.text().replace('\0', '\uFFFD'))
                    .param("tokens", charge.tokens())
                    .param("money", charge.money())
                    .param("id", call)
                    .update();
            budgets.settle(reserved.purpose(), reserved.day(), charge.minus(reserved.charge()));
            jdbc.sql("UPDATE model_request SET state = 'ANSWERED', answer_call = :id WHERE hash = :hash")
                    .param("id", call)
                    .param("hash", reserved.hash())
                    .update();
            return true;
        });
    }

    /**
     * Settles a call without an answer.
     *
     * @param billed whether the provider may charge for it: it then stays charged with what it may have cost
     */
    void failed(long call, ModelFailure failure, boolean billed) {
        persist(() -> {
            Reserved reserved = reserved(call);
            if (!reserved.open()) {
                return false;
            }
            Charge charge = billed ? reserved.charge() : Charge.NOTHING;
            jdbc.sql("""
                            UPDATE model_call SET state = 'FAILED', ended = :now, failure = :failure, failure_says = :says,
                              charged_tokens = :tokens, charged_money = :money WHERE id = :id""")
                    .param("now", time(clock.instant()))
                    .param("failure", failure.kind().name())
                    .param("says", cut(String.valueOf(failure.getMessage()), SAYS))
                    .param("tokens", charge.tokens())
                    .param("money", charge.money())
                    .param("id", call)
                    .update();
            budgets.settle(reserved.purpose(), reserved.day(), charge.minus(reserved.charge()));
            return true;
        });
    }

    /** Settles a call that is known not to have been sent: it cost nothing. */
    void unsent(long call) {
        persist(() -> {
            Reserved reserved = reserved(call);
            if (!reserved.open()) {
                return false;
            }
            jdbc.sql("""
                            UPDATE model_call SET state = 'UNSENT', ended = :now, charged_tokens = 0, charged_money = 0
                            WHERE id = :id""").param("now", time(clock.instant())).param("id", call).update();
            budgets.settle(reserved.purpose(), reserved.day(), Charge.NOTHING.minus(reserved.charge()));
            return true;
        });
    }

    /** What a call holds of the budgets. @param open whether it is not settled yet */
    private record Reserved(String hash, boolean open, Purpose purpose, LocalDate day, Charge charge) {

        static Reserved of(ResultSet row, int number) throws SQLException {
            return new Reserved(
                    row.getString("request_hash"),
                    row.getString("state").equals("INTENDED"),
                    new Purpose(
                            row.getString("tenant"),
                            row.getString("run_id"),
                            row.getString("document_id"),
                            row.getString("type"),
                            row.getString("reading")),
                    LocalDate.parse(row.getString("budget_day")),
                    new Charge(row.getLong("charged_tokens"), row.getBigDecimal("charged_money")));
        }
    }

    private Reserved reserved(long call) {
        return jdbc.sql("SELECT * FROM model_call WHERE id = :id FOR UPDATE")
                .param("id", call)
                .query(Reserved::of)
                .single();
    }

    /** Tries again when the connection breaks: the process that serves an H2 file may just have ended. */
    private <T> T persist(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return inOwn(work);
            } catch (DataAccessException | TransactionException e) {
                if (attempt == TRIES || !Database.lostConnection(e)) {
                    throw e;
                }
                LOG.warn("an answer waits for the database: {}", e.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T inOwn(Supplier<T> work) {
        return Objects.requireNonNull(ownTransaction.execute(status -> work.get()));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                new ModelAnswer(
                        row.getString("answer"),
                        Finish.valueOf(row.getString("finish")),
                        new TokenUsage(
                                row.getLong("input_tokens"),
                                row.getLong("cached_tokens"),
                                row.getLong("output_tokens")),
                        row.getString("answered_by"),
                        Duration.ofMillis(row.getLong("latency_millis"))));
    }

    private static String cut(String text, int length) {
        String clean = text.replace('\0', '\uFFFD');
        return clean.length() <= length ? clean : clean.substring(0, length - 1) + "…";
    }

    private static OffsetDateTime time(Instant instant) {
        return BudgetAccounts.time(instant);
    }
}
