package dev.tabellio.jobs.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.ModelAccess.Charged;
import dev.tabellio.extraction.llm.ModelAccess.Purpose;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelAnswer.Finish;
import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelFailure.Kind;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.ModelRequest.Role;
import dev.tabellio.extraction.llm.ModelRequest.Turn;
import dev.tabellio.extraction.llm.ModelUnavailable;
import dev.tabellio.extraction.llm.ModelUnavailable.Reason;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.TokenUsage;
import dev.tabellio.jobs.config.ConfigReader;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.store.Database;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/** One money unit for 1,000 tokens of request and answer; each call needs 130 + 50 and uses 100 + 20. */
class LedgerModelAccessTest {

    private static final String PRICES = "prices: {input: 1000, output: 1000}";

    @TempDir
    private Path home;

    private final AtomicInteger sent = new AtomicInteger();
    private final ConcurrentLinkedQueue<ModelFailure> failures = new ConcurrentLinkedQueue<>();
    private final List<Database> databases = new ArrayList<>();

    @AfterEach
    void close() {
        databases.forEach(Database::close);
    }

    @Test
    void theSameQuestionIsPaidOnce() throws Exception {
        LedgerModelAccess access = access("");
        Charged first = access.ask(Tier.SMALL, request("a"), purpose("d1"));
        Charged second = access.ask(Tier.SMALL, request("a"), purpose("d2"));
        Charged other = access.ask(Tier.SMALL, request("b"), purpose("d1"));
        Charged elsewhere = access("").ask(Tier.SMALL, request("a"), purpose("d3"));

        assertThat(sent).hasValue(2);
        assertThat(first.paidNow()).isTrue();
        assertThat(List.of(second, elsewhere)).allSatisfy(charged -> {
            assertThat(charged.paidNow()).isFalse();
            assertThat(charged.answer()).isEqualTo(first.answer());
            assertThat(charged.call()).isEqualTo(first.call());
        });
        assertThat(other.call()).isNotEqualTo(first.call());
    }

    @Test
    void whoAsksTheSameAtTheSameTimeWaitsForTheAnswer() throws Exception {
        List<LedgerModelAccess> processes = List.of(access(""), access(""));
        List<Callable<Charged>> askers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            LedgerModelAccess access = processes.get(i % 2);
            askers.add(() -> access.ask(Tier.SMALL, request("a"), purpose("d")));
        }
        List<Charged> charged = all(askers);
        assertThat(sent).hasValue(1);
        assertThat(charged).filteredOn(Charged::paidNow).hasSize(1);
        assertThat(charged)
                .extracting(Charged::call)
                .containsOnly(charged.get(0).call());
    }

    @Test
    void aBudgetIsNeverExceededWhoeverAsks() throws Exception {
        String budget = "budgets: {day: {money: 1.00}}";
        List<LedgerModelAccess> processes = List.of(access(budget), access(budget), access(budget));
        List<Callable<Boolean>> askers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            LedgerModelAccess access = processes.get(i % 3);
            String text = "question " + i;
            askers.add(() -> {
                try {
                    access.ask(Tier.SMALL, request(text), purpose(text));
                    return true;
                } catch (ModelUnavailable e) {
                    assertThat(e.reason()).isEqualTo(Reason.BUDGET);
                    assertThat(e).hasMessageContaining("the budget of day ").hasMessageContaining("llm.budgets.day");
                    return false;
                }
            });
        }
        long answered = all(askers).stream().filter(yes -> yes).count();

        // 0.12 are used by each, 0.18 reserved: the seventh starts with 0.72 used, an eighth can not with 0.84, and
        // nobody
        // is refused for what others have only reserved
        assertThat(answered).isEqualTo(sent.get()).isEqualTo(7);
        assertThat(charged("day")).isEqualByComparingTo(new BigDecimal("0.12").multiply(BigDecimal.valueOf(answered)));
    }

    @Test
    void theNextDayHasABudgetOfItsOwn() throws Exception {
        FastClock clock = new FastClock(1);
        LedgerModelAccess access = access("budgets: {day: {money: 0.20}}", clock);
        access.ask(Tier.SMALL, request("a"), purpose("d"));
        assertThatThrownBy(() -> access.ask(Tier.SMALL, request("b"), purpose("d")))
                .hasMessageContaining("the budget of day");
        assertThat(sent).as("stopped before the call").hasValue(1);

        clock.skip(Duration.ofDays(1));
        assertThat(access.ask(Tier.SMALL, request("b"), purpose("d")).paidNow()).isTrue();
        assertThat(access.ask(Tier.SMALL, request("a"), purpose("d")).paidNow()).isFalse();
    }

    @Test
    void nobodyWaitsForWhatADeadProcessReserved() throws Exception {
        LedgerModelAccess access = access("budgets: {day: {money: 0.20}}");
        access.ask(Tier.SMALL, request("a"), purpose("d"));
        databases.get(0).jdbc().sql("UPDATE model_call SET state = 'INTENDED'").update();
        databases
                .get(0)
                .jdbc()
                .sql("UPDATE model_request SET state = 'ASKING', holder_pid = 0, answer_call = NULL")
                .update();
        assertThatThrownBy(() -> access.ask(Tier.SMALL, request("b"), purpose("d")))
                .isInstanceOf(ModelUnavailable.class)
                .hasMessageContaining("the budget of day");
    }

    @Test
    void eachBudgetHoldsOnItsOwn() throws Exception {
        assertThat(questionsUntilRefused("budgets: {call: {tokens: 179}}")).isZero();
        assertThat(questionsUntilRefused("budgets: {call: {tokens: 180}, document: {tokens: 400}}"))
                .isEqualTo(2);
        assertThat(questionsUntilRefused("budgets: {run: {tokens: 419, money: 9}}"))
                .isEqualTo(2);
        assertThat(questionsUntilRefused("budgets: {run: {tokens: 420, money: 9}}"))
                .isEqualTo(3);
        assertThat(questionsUntilRefused("budgets: {tenant: {tokens: 180}, tenants: {acme: {tokens: 300}}}"))
                .isEqualTo(2);
    }

    @Test
    void triesAgainAndWritesEveryAttemptDown() throws Exception {
        failures.add(failure(Kind.OVERLOADED, Optional.empty()));
        failures.add(failure(Kind.RATE_LIMITED, Optional.of(Duration.ofSeconds(90))));
        failures.add(failure(Kind.PROTOCOL, Optional.empty()));
        FastClock clock = new FastClock(600);
        Charged charged = access("", clock).ask(Tier.SMALL, request("a"), purpose("d"));

        assertThat(charged.answer().text()).isEqualTo("answer to a");
        assertThat(sent).hasValue(4);
        assertThat(calls("state")).containsExactly("FAILED", "FAILED", "FAILED", "ANSWERED");
        assertThat(calls("attempt_no")).containsExactly("1", "2", "3", "4");
        assertThat(charged("run"))
                .as("a broken answer may have been billed: it stays charged with what it may have cost")
                .isEqualByComparingTo("0.30");
        assertThat(clock.seconds()).as("Retry-After is honoured").isGreaterThan(90);
    }

    @Test
    void aProviderThatIsGoneIsSparedAndTriedAgainLater() throws Exception {
        FastClock clock = new FastClock(20);
        for (int i = 0; i < 9; i++) {
            failures.add(failure(Kind.OVERLOADED, Optional.empty()));
        }
        LedgerModelAccess access = access("", clock);
        assertThatThrownBy(() -> access.ask(Tier.SMALL, request("a"), purpose("d")))
                .isInstanceOf(ModelUnavailable.class)
                .hasMessageContaining("tiny of openai: OVERLOADED for a test");
        assertThat(sent).hasValue(6);
        assertThatThrownBy(() -> access.ask(Tier.SMALL, request("b"), purpose("d")))
                .isInstanceOf(ModelUnavailable.class)
                .hasMessageContaining("is not asked for a while: tiny of openai: OVERLOADED for a test");
        assertThat(sent).as("open after eight failures in a row").hasValue(8);
        clock.skip(Duration.ofSeconds(31));
        assertThatThrownBy(() -> access.ask(Tier.SMALL, request("b"), purpose("d")))
                .isInstanceOf(ModelUnavailable.class);
        assertThat(sent).as("half-open: one probe").hasValue(9);
        clock.skip(Duration.ofSeconds(61));
        assertThat(access.ask(Tier.SMALL, request("b"), purpose("d")).paidNow()).isTrue();
        assertThat(access.ask(Tier.SMALL, request("c"), purpose("d")).paidNow()).isTrue();
    }

    @Test
    void aRefusedKeyIsNotTriedAgain() throws Exception {
        failures.add(failure(Kind.UNAUTHORISED, Optional.empty()));
        LedgerModelAccess access = access("");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> access.ask(Tier.SMALL, request("a"), purpose("d")))
                    .isInstanceOf(ModelUnavailable.class);
        }
        assertThat(sent).hasValue(1);
    }

    @Test
    void staysBelowThePaceOfTheProvider() throws Exception {
        FastClock clock = new FastClock(600);
        LedgerModelAccess access = access("", "requests-per-minute: 3", clock);
        for (int i = 0; i < 7; i++) {
            access.ask(Tier.SMALL, request("q" + i), purpose("d"));
        }
        List<Instant> times = calls("intended").stream()
                .map(text -> Instant.parse(text.replace(' ', 'T').replaceAll("\\+00(:00)?$", "Z")))
                .toList();
        for (int i = 3; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - 3), times.get(i))).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void replayAsksNobodyAndForbiddenProvidersAreNotAsked() throws Exception {
        access("").ask(Tier.SMALL, request("a"), purpose("d"));
        LedgerModelAccess replay = access("policy: replay");
        assertThat(replay.ask(Tier.SMALL, request("a"), purpose("d")).paidNow()).isFalse();
        assertThatThrownBy(() -> replay.ask(Tier.SMALL, request("b"), purpose("d")))
                .isInstanceOfSatisfying(
                        ModelUnavailable.class, e -> assertThat(e.reason()).isEqualTo(Reason.REPLAY));
        assertThatThrownBy(() -> access("forbidden: [{provider: openai, tenants: acme}]")
                        .ask(Tier.SMALL, request("a"), purpose("d")))
                .isInstanceOfSatisfying(
                        ModelUnavailable.class, e -> assertThat(e.reason()).isEqualTo(Reason.FORBIDDEN));
        assertThatThrownBy(() -> replay.ask(Tier.LARGE, request("a"), purpose("d")))
                .hasMessage("no model is configured as LARGE");
        assertThat(sent).hasValue(1);
    }

    private int questionsUntilRefused(String budgets) throws IOException {
        home = Files.createTempDirectory(home, "home");
        LedgerModelAccess access = access(budgets);
        for (int i = 0; i < 10; i++) {
            try {
                access.ask(Tier.SMALL, request("q" + i), purpose("d"));
            } catch (ModelUnavailable e) {
                return i;
            }
        }
        return 10;
    }

    private LedgerModelAccess access(String llm) throws IOException {
        return access(llm, Clock.systemUTC());
    }

    private LedgerModelAccess access(String llm, Clock clock) throws IOException {
        return access(llm, "concurrency: 16", clock);
    }

    /** As in a process of its own. */
    private LedgerModelAccess access(String llm, String pace, Clock clock) throws IOException {
        Files.writeString(home.resolve("tabellio.yaml"), """
                llm:
                  outlive: false
                  small: {provider: openai, model: tiny, %s, %s}
                  %s
                """.formatted(PRICES, pace, llm));
        TabellioConfig config = new ConfigReader(environment(home), new Properties()).read(home);
        Database database = Database.open(
                config.database().url(),
                config.database().user(),
                config.database().password(),
                16);
        databases.add(database);
        return LedgerModelAccess.open(
                config,
                Map.of(Tier.SMALL, new Scripted()),
                new CallLedger(database, config.llm(), clock),
                request -> 100,
                () -> {},
                clock);
    }

    /** Where the database of a home is; its own H2 file unless this says otherwise. */
    Map<String, String> environment(Path folder) {
        return Map.of();
    }

    private List<String> calls(String column) {
        return databases
                .get(0)
                .jdbc()
                .sql("SELECT CAST(" + column + " AS VARCHAR(100)) FROM model_call ORDER BY id")
                .query(String.class)
                .list();
    }

    private BigDecimal charged(String scope) {
        return databases
                .get(0)
                .jdbc()
                .sql("SELECT SUM(money) FROM model_budget WHERE scope = :scope")
                .param("scope", scope)
                .query(BigDecimal.class)
                .single();
    }

    private static <T> List<T> all(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static ModelFailure failure(Kind kind, Optional<Duration> retryAfter) {
        return new ModelFailure(kind, kind + " for a test", retryAfter, null);
    }

    private static Purpose purpose(String document) {
        return new Purpose("acme", "r1", document, "us-w2", "reading of " + document);
    }

    private static ModelRequest request(String text) {
        return new ModelRequest(
                "read", List.of(new Turn(Role.USER, text)), "slip", JsonNodeFactory.instance.objectNode(), 50);
    }

    private final class Scripted implements LanguageModel {
        @Override
        public ModelCapabilities capabilities() {
            return new ModelCapabilities("tiny", true, false, false, 32_000, false);
        }

        @Override
        public ModelAnswer ask(ModelRequest request) {
            sent.incrementAndGet();
            ModelFailure failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new ModelAnswer(
                    "answer to " + request.turns().get(0).text(),
                    Finish.COMPLETE,
                    new TokenUsage(100, 0, 20),
                    "tiny-1",
                    Duration.ofMillis(20));
        }
    }
}
