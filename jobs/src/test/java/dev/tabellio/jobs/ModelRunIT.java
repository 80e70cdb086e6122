package dev.tabellio.jobs;

import static dev.tabellio.jobs.fake.Workplace.slip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tabellio.jobs.fake.ModelServer;
import dev.tabellio.jobs.fake.ModelWorkplace;
import dev.tabellio.jobs.fake.Workplace;
import dev.tabellio.jobs.llm.CostBook;
import dev.tabellio.jobs.process.Estimate;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.report.Cause;
import dev.tabellio.jobs.report.RunSummary;
import dev.tabellio.jobs.store.DocumentState;
import dev.tabellio.jobs.store.FileState;
import dev.tabellio.jobs.store.Stage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
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
        ModelWorkplace models = models("");
        Workplace place = models.place().put("whole.txt", slip("Ann", "1", "10.00"));
        models.putUnclear(2);
        Estimate before = estimate(place);
        assertThat(before.documents()).isEqualTo(3);
        assertThat(before.asked()).isEqualTo(2);
        assertThat(before.fresh()).isEqualTo(2);
        assertThat(before.money()).isPositive().isLessThanOrEqualTo(before.atMost());
        assertThat(server.requests()).as("an estimate asks nobody").isZero();

        assertThat(place.run("r1")).isEqualTo(RunOutcome.COMPLETED);
        assertThat(place.files("r1").values()).containsOnly(FileState.POSTED);
        assertThat(place.export("r1").get("documents.jsonl")).contains("Owner 0", "Owner 1");
        assertThat(server.requests()).isEqualTo(2);
        assertThat(summary(place, "r1").models().small().documents()).isEqualTo(2);

        Rerun everything = new Rerun(false, Optional.empty(), Optional.empty(), Optional.of(Stage.SYNTHESIZE));
        try (Runs runs = Runs.open(place.config());
                Stages stages = place.stages(0)) {
            Estimate after = runs.estimate("r1", everything, stages);
            assertThat(after.known()).isEqualTo(2);
            assertThat(after.knownTokens()).isEqualTo(2L * (ModelServer.INPUT + ModelServer.OUTPUT));
            assertThat(after.fresh()).isZero();
            CostBook.Line type =
                    runs.costs().lines(CostBook.By.TYPE, LocalDate.EPOCH).get(0);
            assertThat(type.key()).isEqualTo("slip");
            assertThat(type.calls()).isEqualTo(2);
            assertThat(type.money()).isEqualByComparingTo("0.24");
            assertThat(type.perDocument()).isEqualByComparingTo("0.12");
            assertThat(type.fields()).isEqualTo(2);
        }
        place.rerun("r1", everything);
        place.run("r2");
        assertThat(server.requests()).as("answers are in the ledger").isEqualTo(2);
        assertThat(place.files("r1").values()).containsOnly(FileState.POSTED);
    }

    @Test
    void aReachedBudgetLetsDocumentsWaitAndTheSameCommandGoesOn() {
        ModelWorkplace models = models("budgets: {run: {money: 2.00}}");
        Workplace place = models.place();
        models.putUnclear(8);
        place.put("whole.txt", slip("Ann", "1", "10.00"));

        assertThat(place.run("r1")).isEqualTo(RunOutcome.WAITING);
        List<DocumentState> first = place.documents("r1");
        assertThat(first).contains(DocumentState.WAITING, DocumentState.POSTED).hasSize(9);
        assertThat(models.spent()).isPositive().isLessThanOrEqualTo(new BigDecimal("2.00"));
        RunSummary summary = summary(place, "r1");
        assertThat(summary.state()).isEqualTo("WAITING");
        assertThat(summary.imbalance()).isEmpty();
        assertThat(summary.says()).contains("for a model: the budget of run r1 is reached", "llm.budgets.run");
        assertThat(summary.goOn()).startsWith("tabellio run ");
        assertThat(place.files("r1")).containsValue(FileState.WAITING).containsEntry("whole.txt", FileState.POSTED);

        Workplace richer = models("budgets: {run: {money: 40.00}}").place();
        assertThat(richer.run(Optional.empty())).isEqualTo(RunOutcome.COMPLETED);
        assertThat(richer.documents("r1")).containsOnly(DocumentState.POSTED);
        assertThat(server.requests()).isEqualTo(8);
    }

    @Test
    void aDeadProviderLeavesDeterministicResultsAndAListOfWhatWaits() {
        server.failing(1);
        ModelWorkplace models = models("");
        Workplace place = models.place();
        models.putUnclear(12);
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
    void vectorsOfALongContractGoThroughTheSameLedgerAndBudgets() {
        ModelWorkplace models = models(ModelWorkplace.embedder(server));
        models.putLong(2);
        Estimate before = estimate(models.place());
        assertThat(before.fresh())
                .as("vectors of the fields once, two batches and a question for each")
                .isEqualTo(2 * 3 + 2);
        assertThat(server.requests()).as("an estimate asks nobody").isZero();

        assertThat(models.place().run("r1")).isEqualTo(RunOutcome.COMPLETED);
        assertThat(models.place().documents("r1")).containsOnly(DocumentState.POSTED);
        assertThat(server.requests()).isEqualTo(1 + 2 * 3);
        Rerun everything = new Rerun(false, Optional.empty(), Optional.empty(), Optional.of(Stage.SYNTHESIZE));
        models.place().rerun("r1", everything);
        assertThat(server.requests()).as("answers are in the ledger").isEqualTo(1 + 2 * 3);
        try (Runs runs = Runs.open(models.place().config())) {
            assertThat(runs.costs().lines(CostBook.By.MODEL, LocalDate.EPOCH))
                    .extracting(CostBook.Line::key, CostBook.Line::calls, CostBook.Line::failed)
                    .containsExactly(tuple("meanings", 5L, 0L), tuple("slips", 2L, 0L));
        }
    }

    @Test
    void aBudgetStopsVectorsToo() {
        ModelWorkplace models = models(ModelWorkplace.embedder(server) + "\n  budgets: {run: {money: 0.50}}");
        models.putLong(2);
        assertThat(models.place().run("r1")).isEqualTo(RunOutcome.WAITING);
        assertThat(models.place().documents("r1")).containsOnly(DocumentState.WAITING);
        assertThat(models.spent()).isLessThanOrEqualTo(new BigDecimal("0.50"));
    }

    private ModelWorkplace models(String settings) {
        return new ModelWorkplace(folder, server, settings);
    }

    private static Estimate estimate(Workplace place) {
        try (Runs runs = Runs.open(place.config());
                Stages stages = place.stages(0)) {
            return runs.estimate(
                    new RunRequest(Inbox.of(List.of(place.inbox())), place.out(), Optional.empty()), stages);
        }
    }

    private static RunSummary summary(Workplace place, String run) {
        try (Runs runs = Runs.open(place.config())) {
            return runs.report().summary(run, Instant.now());
        }
    }
}
