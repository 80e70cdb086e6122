package dev.tabellio.jobs;

import static dev.tabellio.jobs.fake.Workplace.slip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.fake.ModelServer;
import dev.tabellio.jobs.fake.Workplace;
import dev.tabellio.jobs.report.Cause;
import dev.tabellio.jobs.report.RunSummary;
import dev.tabellio.jobs.store.Database;
import dev.tabellio.jobs.store.DocumentState;
import dev.tabellio.jobs.store.FileState;
import dev.tabellio.jobs.store.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that ask a model over HTTP. */
class ModelRunIT {

    @TempDir
    private Path folder;

    private final ModelServer server = ModelServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void asksForWhatIsMissingAndNeverTwice() {
        Workplace place = place("").put("whole.txt", slip("Ann", "1", "10.00"));
        unclear(place, 2);
        assertThat(place.run("r1")).isEqualTo(RunOutcome.COMPLETED);
        assertThat(place.files("r1").values()).containsOnly(FileState.POSTED);
        assertThat(place.export("r1").get("documents.jsonl")).contains("Owner 0", "Owner 1");
        assertThat(server.requests()).isEqualTo(2);
        assertThat(summary(place, "r1").models().small().documents()).isEqualTo(2);

        place.rerun("r1", new Rerun(false, Optional.empty(), Optional.empty(), Optional.of(Stage.SYNTHESIZE)));
        place.run("r2");
        assertThat(server.requests()).as("answers are in the ledger").isEqualTo(2);
        assertThat(place.files("r1").values()).containsOnly(FileState.POSTED);
    }

    @Test
    void aReachedBudgetLetsDocumentsWaitAndTheSameCommandGoesOn() {
        Workplace place = place("budgets: {run: {money: 4.00}}");
        unclear(place, 8);
        place.put("whole.txt", slip("Ann", "1", "10.00"));

        assertThat(place.run("r1")).isEqualTo(RunOutcome.WAITING);
        List<DocumentState> first = place.documents("r1");
        assertThat(first).contains(DocumentState.WAITING, DocumentState.POSTED).hasSize(9);
        assertThat(charged(place)).isPositive().isLessThanOrEqualTo(new BigDecimal("4.00"));
        RunSummary summary = summary(place, "r1");
        assertThat(summary.state()).isEqualTo("WAITING");
        assertThat(summary.imbalance()).isEmpty();
        assertThat(summary.says()).contains("for a model: the budget of run r1 is reached", "llm.budgets.run");
        assertThat(summary.goOn()).startsWith("tabellio run ");
        assertThat(place.files("r1")).containsValue(FileState.WAITING).containsEntry("whole.txt", FileState.POSTED);

        Workplace richer = place("budgets: {run: {money: 40.00}}");
        assertThat(richer.run(Optional.empty())).isEqualTo(RunOutcome.COMPLETED);
        assertThat(richer.documents("r1")).containsOnly(DocumentState.POSTED);
        assertThat(server.requests()).isEqualTo(8);
    }

    @Test
    void aDeadProviderLeavesDeterministicResultsAndAListOfWhatWaits() {
        server.failing(1);
        Workplace place = place("");
        unclear(place, 12);
        place.put("whole.txt", slip("Ann", "1", "10.00"));
        assertThat(place.run("r1")).isEqualTo(RunOutcome.COMPLETED);
        assertThat(place.files("r1")).containsEntry("whole.txt", FileState.POSTED);
        assertThat(place.documents("r1"))
                .filteredOn(DocumentState.REVIEW::equals)
                .hasSize(12);
        assertThat(summary(place, "r1").waiting().stream()
                        .mapToInt(Cause::count)
                        .sum())
                .as("what waits")
                .isEqualTo(12);
        int asked = server.requests();
        assertThat(asked).as("the circuit opens").isLessThan(12 * 6);

        server.failing(0);
        assertThat(place.rerun("r1", Rerun.WAITING)).isEqualTo(RunOutcome.COMPLETED);
        assertThat(place.documents("r1")).containsOnly(DocumentState.POSTED);
        assertThat(server.requests()).isEqualTo(asked + 12);
    }

    @Test
    void nothingIsLostOrPaidTwiceWhenOneCallInFiveFails() {
        server.failing(0.2);
        Workplace place = place("");
        unclear(place, 60);
        assertThat(place.run("r1")).isEqualTo(RunOutcome.COMPLETED);
        assertThat(place.documents("r1")).hasSize(60).containsOnly(DocumentState.POSTED);
        assertThat(server.billed()).isEqualTo(60);
        assertThat(server.billedTwice()).isZero();
        assertThat(server.requests())
                .as("calls in the ledger")
                .isGreaterThan(60)
                .isEqualTo(calls(place));
    }

    /** Each call may cost 0.001 for a token; the server counts 120 of them. */
    private Workplace place(String budgets) {
        try {
            Path home = Files.createDirectories(folder.resolve("home"));
            Files.writeString(home.resolve("tabellio.yaml"), """
                    llm:
                      small:
                        provider: openai
                        base-url: %s
                        model: slips
                        local: true
                        prices: {input: 1000, output: 1000}
                        timeout-seconds: 2
                        concurrency: 6
                      %s
                    """.formatted(server.url(), budgets));
            return Workplace.in(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unclear(Workplace place, int count) {
        for (int i = 0; i < count; i++) {
            place.put("u%03d.txt".formatted(i), "slip\nissued to Owner %d\nNumber: %d\nWages: 10.00\n".formatted(i, i));
        }
    }

    private static RunSummary summary(Workplace place, String run) {
        try (Runs runs = Runs.open(place.config())) {
            return runs.report().summary(run, Instant.now());
        }
    }

    private static int calls(Workplace place) {
        return Integer.parseInt(query(place, "SELECT CAST(COUNT(*) AS VARCHAR(100)) FROM model_call"));
    }

    private static BigDecimal charged(Workplace place) {
        return new BigDecimal(
                query(place, "SELECT CAST(SUM(money) AS VARCHAR(100)) FROM model_budget WHERE scope = 'run'"));
    }

    private static String query(Workplace place, String sql) {
        var settings = place.config().database();
        try (Database database = Database.open(settings.url(), settings.user(), settings.password(), 1)) {
            return database.jdbc().sql(sql).query(String.class).single();
        }
    }
}
