package dev.tabellio.jobs.llm;

import dev.tabellio.extraction.llm.ModelAccess.Purpose;
import dev.tabellio.jobs.config.LlmConfig;
import dev.tabellio.jobs.config.LlmConfig.Ceiling;
import dev.tabellio.jobs.config.LlmConfig.Pace;
import dev.tabellio.jobs.llm.RequestHolds.Held;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is used of each budget, counted in the database: exact for any number of threads and processes, because each
 * account is a row that changes only while its ceiling holds. Accounts are always taken in the same order, so that nobody
 * waits in a circle.
 *
 * <p>Document, run, tenant and day have an account each. What is limited per minute is counted from the calls of the last
 * 60 s, under a lock: a clock's minute would let twice as much through around its turn.
 */
final class BudgetAccounts {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Until calls under way may have been settled with less than was reserved for them. */
    private static final Duration SETTLING = Duration.ofMillis(250);

    /** Fits the column. */
    private static final BigDecimal MOST_MONEY = new BigDecimal("999999999999");

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final LlmConfig config;
    private final Set<String> opened = ConcurrentHashMap.newKeySet();

    BudgetAccounts(JdbcClient jdbc, TransactionTemplate ownTransaction, LlmConfig config) {
        this.jdbc = jdbc;
        this.ownTransaction = ownTransaction;
        this.config = config;
    }

    /** A ceiling would be exceeded. */
    static final class Exhausted extends RuntimeException {
        Exhausted(String message) {
            super(message);
        }
    }

    /** Nothing may be asked before some time has passed. */
    static final class NotYet extends RuntimeException {
        private final Duration pause;

        NotYet(Duration pause) {
            super("not yet", null, false, false);
            this.pause = pause;
        }

        Duration pause() {
            return pause;
        }
    }

    /**
     * An account and its ceiling.
     *
     * @param column what of a call is the name of its account
     * @param key where the ceiling is configured
     */
    private record Account(String scope, String name, String column, Ceiling ceiling, String key) {}

    private List<Account> accounts(Purpose purpose, LocalDate day) {
        LlmConfig.Budgets budgets = config.budgets();
        return List.of(
                new Account(
                        "document", purpose.document(), "c.document_id", budgets.document(), "llm.budgets.document"),
                new Account("run", purpose.run(), "c.run_id", budgets.run(), "llm.budgets.run"),
                new Account(
                        "tenant",
                        purpose.tenant() + " " + day,
                        "CONCAT(c.tenant, ' ', c.budget_day)",
                        budgets.of(purpose.tenant()),
                        budgets.tenants().containsKey(purpose.tenant())
                                ? "llm.budgets.tenants." + purpose.tenant()
                                : "llm.budgets.tenant"),
                new Account("day", day.toString(), "c.budget_day", budgets.day(), "llm.budgets.day"));
    }

    /** Makes the rows that {@link #reserve} changes; outside of its transaction, which a second maker would break. */
    void open(Call call, LocalDate day) {
        for (Account account : accounts(call.purpose(), day)) {
            open(account.scope(), account.name());
        }
        open("minute", "all");
        open("minute", paceName(call));
    }

    private void open(String scope, String name) {
        if (opened.contains(scope + " " + name)) {
            return;
        }
        try {
            ownTransaction.executeWithoutResult(status ->
                    jdbc.sql("""
                            INSERT INTO model_budget (scope, name, tokens, money)
                            SELECT CAST(:scope AS VARCHAR(16)), CAST(:name AS VARCHAR(600)), 0, 0
                            WHERE NOT EXISTS (SELECT 1 FROM model_budget WHERE scope = :scope AND name = :name)""").param("scope", scope).param("name", name).update());
        } catch (DuplicateKeyException e) {
            // somebody else made it in between
        }
        opened.add(scope + " " + name);
    }

    /**
     * Takes what a call may cost out of all budgets, in the transaction of the caller.
     *
     * @throws Exhausted if one of them does not have it, whatever calls under way give back; names the budget
     * @throws NotYet if it has to wait for calls under way, or for the pace of a minute
     */
    void reserve(Call call, LocalDate day, Instant now) {
        Charge charge = call.atMost();
        requireWithin(config.budgets().call(), charge);
        for (Account account : accounts(call.purpose(), day)) {
            if (!taken(account, charge)) {
                throw refused(account, charge, now);
            }
        }
        requireMinute(call, now);
        requirePace(call, now);
    }

    /** Corrects a reservation by what the call did cost, in the transaction of the caller. */
    void settle(Purpose purpose, LocalDate day, Charge difference) {
        for (Account account : accounts(purpose, day)) {
            jdbc.sql("""
                            UPDATE model_budget SET tokens = tokens + :tokens, money = money + :money
                            WHERE scope = :scope AND name = :name""")
                    .param("tokens", difference.tokens())
                    .param("money", difference.money())
                    .param("scope", account.scope())
                    .param("name", account.name())
                    .update();
        }
    }

    private boolean taken(Account account, Charge charge) {
        return jdbc.sql("""
                                UPDATE model_budget SET tokens = tokens + :tokens, money = money + :money
                                WHERE scope = :scope AND name = :name
                                  AND tokens + :tokens <= :mostTokens AND money + :money <= :mostMoney""")
                        .param("tokens", charge.tokens())
                        .param("money", charge.money())
                        .param("mostTokens", account.ceiling().tokens().orElse(Long.MAX_VALUE))
                        .param("mostMoney", account.ceiling().money().orElse(MOST_MONEY))
                        .param("scope", account.scope())
                        .param("name", account.name())
                        .update()
                == 1;
    }

    private void requireWithin(Ceiling ceiling, Charge charge) {
        if (exceeds(ceiling, charge)) {
            throw new Exhausted("one call may use %s (llm.budgets.call), and this one may need %s"
                    .formatted(says(ceiling), says(charge)));
        }
    }

    /**
     * Calls under way use less than was reserved for them, so that a budget that is full may have room soon. What a call of
     * a dead process reserved is given back only when somebody asks the same again; nobody waits for that.
     */
    private RuntimeException refused(Account account, Charge charge, Instant now) {
        // nobody reserves or settles while this is held: both numbers are of one moment
        jdbc.sql("UPDATE model_budget SET tokens = tokens WHERE scope = :scope AND name = :name")
                .param("scope", account.scope())
                .param("name", account.name())
                .update();
        Charge used = used(account.scope(), account.name());
        Charge underWay = jdbc
                .sql("""
                        SELECT r.*, c.charged_tokens, c.charged_money FROM model_call c
                        JOIN model_request r ON r.hash = c.request_hash
                        WHERE c.state = 'INTENDED' AND %s = :name""".formatted(account.column()))
                .param("name", account.name())
                .query((row, number) -> Held.of(row, number).asks(now) ? charged(row) : Charge.NOTHING)
                .list()
                .stream()
                .reduce(Charge.NOTHING, Charge::plus);
        return exceeds(account.ceiling(), used.minus(underWay).plus(charge))
                ? exhausted(account, used, charge)
                : new NotYet(SETTLING);
    }

    private static Charge charged(ResultSet row) throws SQLException {
        return new Charge(row.getLong("charged_tokens"), row.getBigDecimal("charged_money"));
    }

    private Exhausted exhausted(Account account, Charge used, Charge charge) {
        return new Exhausted(
                "the budget of %s %s is reached: %s of %s (%s) are used or reserved, the next call may need %s"
                        .formatted(
                                account.scope(),
                                account.name(),
                                says(used),
                                says(account.ceiling()),
                                account.key(),
                                says(charge)));
    }

    /** What is used of an account, reservations included. */
    Charge used(String scope, String name) {
        return jdbc.sql("SELECT tokens, money FROM model_budget WHERE scope = :scope AND name = :name")
                .param("scope", scope)
                .param("name", name)
                .query((row, number) -> new Charge(row.getLong("tokens"), row.getBigDecimal("money")))
                .optional()
                .orElse(Charge.NOTHING);
    }

    private void requireMinute(Call call, Instant now) {
        Ceiling minute = config.budgets().minute();
        if (!minute.limits()) {
            return;
        }
        if (exceeds(minute, call.atMost())) {
            throw new Exhausted("a minute may use %s (llm.budgets.minute), and one call may need %s"
                    .formatted(says(minute), says(call.atMost())));
        }
        lock("all");
        Used used = jdbc.sql("""
                        SELECT COUNT(*) AS calls, COALESCE(SUM(charged_tokens), 0) AS tokens,
                          COALESCE(SUM(charged_money), 0) AS money, MIN(intended) AS oldest
                        FROM model_call WHERE intended > :from""")
                .param("from", time(now.minus(MINUTE)))
                .query(Used::of)
                .single();
        if (exceeds(minute, used.charge().plus(call.atMost()))) {
            throw used.notYet(now);
        }
    }

    private void requirePace(Call call, Instant now) {
        Pace pace = call.model().pace();
        if (pace.requestsPerMinute().isEmpty() && pace.tokensPerMinute().isEmpty()) {
            return;
        }
        long mostTokens = pace.tokensPerMinute().orElse(Long.MAX_VALUE);
        if (call.atMost().tokens() > mostTokens) {
            throw new Exhausted("%s takes %d tokens a minute (tokens-per-minute), and one call may need %d"
                    .formatted(call.model().model(), mostTokens, call.atMost().tokens()));
        }
        lock(paceName(call));
        Used used = jdbc.sql("""
                        SELECT COUNT(*) AS calls, COALESCE(SUM(charged_tokens), 0) AS tokens,
                          COALESCE(SUM(charged_money), 0) AS money, MIN(intended) AS oldest
                        FROM model_call WHERE provider = :provider AND model = :model AND intended > :from""")
                .param("provider", call.endpoint())
                .param("model", call.model().model())
                .param("from", time(now.minus(MINUTE)))
                .query(Used::of)
                .single();
        boolean requests = used.calls() >= pace.requestsPerMinute().orElse(Long.MAX_VALUE);
        boolean tokens = used.charge().tokens() > mostTokens - call.atMost().tokens();
        if (requests || tokens) {
            throw used.notYet(now);
        }
    }

    /** What the calls of the last minute used. @param oldest when the first of them was made */
    private record Used(long calls, Charge charge, Instant oldest) {

        static Used of(ResultSet row, int number) throws SQLException {
            OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
            return new Used(
                    row.getLong("calls"),
                    new Charge(row.getLong("tokens"), row.getBigDecimal("money")),
                    oldest == null ? Instant.EPOCH : oldest.toInstant());
        }

        NotYet notYet(Instant now) {
            Duration wait = Duration.between(now, oldest.plus(MINUTE));
            return new NotYet(wait.isNegative() ? Duration.ofMillis(1) : wait.plusMillis(1));
        }
    }

    private void lock(String name) {
        jdbc.sql("UPDATE model_budget SET tokens = tokens WHERE scope = 'minute' AND name = :name")
                .param("name", name)
                .update();
    }

    private static boolean exceeds(Ceiling ceiling, Charge charge) {
        return ceiling.tokens().isPresent()
                        && charge.tokens() > ceiling.tokens().getAsLong()
                || ceiling.money().isPresent()
                        && charge.money().compareTo(ceiling.money().get()) > 0;
    }

    private static String paceName(Call call) {
        return call.endpoint() + " " + call.model().model();
    }

    private String says(Charge charge) {
        return "%d tokens, %s %s".formatted(charge.tokens(), Amounts.plain(charge.money()), config.currency());
    }

    private String says(Ceiling ceiling) {
        StringBuilder says = new StringBuilder();
        ceiling.tokens().ifPresent(tokens -> says.append(tokens).append(" tokens"));
        ceiling.money()
                .ifPresent(money -> says.append(says.isEmpty() ? "" : ", ")
                        .append(Amounts.plain(money))
                        .append(' ')
                        .append(config.currency()));
        return says.toString();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
