package dev.tabellio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.fake.ModelServer;
import dev.tabellio.jobs.fake.ModelWorkplace;
import dev.tabellio.jobs.fake.RunInChild;
import dev.tabellio.jobs.fake.Workplace;
import dev.tabellio.jobs.store.DocumentState;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults, kill -9, several processes: what is asked is asked once, what is paid is paid once, budgets hold. {@code
 * scripts/llm-test} runs it with 1,000 documents and 20 kills, and prints the figures.
 */
class ModelFaultsIT {

    private static final int DOCUMENTS = Integer.getInteger("tabellio.test.documents", 40);
    private static final int KILLS = Integer.getInteger("tabellio.test.kills", 3);
    private static final int PROCESSES = Integer.getInteger("tabellio.test.processes", 3);
    private static final int PATIENCE_SECONDS = 300;

    @TempDir
    private Path folder;

    private final ModelServer server = ModelServer.start();
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void close() {
        processes.forEach(Process::destroyForcibly);
        server.close();
    }

    @Test
    void nothingIsLostOrPaidTwiceWhenOneCallInFiveFails() {
        server.failing(0.2);
        ModelWorkplace models = new ModelWorkplace(folder, server, "", 3);
        models.putUnclear(DOCUMENTS);
        assertThat(models.place().run("r1")).isEqualTo(RunOutcome.COMPLETED);

        System.out.printf(
                "faults: %d documents, %d requests at the server, %d calls in the ledger, %d answers billed, %d twice%n",
                DOCUMENTS, server.requests(), models.calls(), server.billed(), server.billedTwice());
        assertThat(models.place().documents("r1")).hasSize(DOCUMENTS).containsOnly(DocumentState.POSTED);
        assertThat(server.billed()).isEqualTo(DOCUMENTS);
        assertThat(server.billedTwice()).isZero();
        assertThat(server.requests())
                .as("calls in the ledger")
                .isGreaterThan(DOCUMENTS)
                .isEqualTo(models.calls());
    }

    @Test
    void aKilledRunAsksNothingTwice() throws Exception {
        server.taking(Duration.ofMillis(400));
        ModelWorkplace models = new ModelWorkplace(folder, server, "");
        int documents = 12 * KILLS;
        models.putUnclear(documents);
        String seed = killed(models, documents);
        assertThat(server.requests()).as(seed).isEqualTo(documents);
    }

    /** Each of these asks for the vectors of its sections first; those of the fields are the same for all. */
    @Test
    void aKilledRunPaysForNoVectorTwice() throws Exception {
        server.taking(Duration.ofMillis(400));
        ModelWorkplace models = new ModelWorkplace(folder, server, ModelWorkplace.embedder(server));
        int documents = 4 * KILLS;
        models.putLong(documents);
        String seed = killed(models, documents);
        int batches = 2;
        assertThat(server.requests()).as(seed).isEqualTo(1 + documents * (batches + 1));
    }

    /** Kills a run again and again and then lets it end; gives the seed of the moments. */
    private String killed(ModelWorkplace models, int documents) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int underWay = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process run = start(models.place(), "r1");
            int target = server.requests() + 1 + random.nextInt(3);
            await(() -> server.requests() >= target || !run.isAlive());
            Thread.sleep(random.nextInt(400));
            assertThat(run.isAlive())
                    .as("still at work when it is killed: " + log())
                    .isTrue();
            underWay += server.underWay();
            run.destroyForcibly().waitFor();
        }
        assertThat(start(models.place(), "r1").waitFor()).as(log()).isEqualTo(RunOutcome.COMPLETED.ordinal());

        System.out.printf(
                "kill -9: %d kills with %d requests under way; %d documents, %d requests at the server, %d different%n",
                KILLS, underWay, documents, server.requests(), server.questions());
        assertThat(server.questions()).as("seed %d", seed).isEqualTo(server.requests());
        assertThat(models.place().documents("r1")).hasSize(documents).containsOnly(DocumentState.POSTED);
        assertThat(models.lost()).isZero();
        return "seed " + seed;
    }

    @Test
    void severalProcessesNeverExceedTheirBudget() throws Exception {
        int each = 12;
        BigDecimal answer = new BigDecimal(ModelServer.INPUT + ModelServer.OUTPUT).movePointLeft(3);
        BigDecimal budget = answer.multiply(new BigDecimal(PROCESSES * each / 2));
        ModelWorkplace models = new ModelWorkplace(folder, server, "budgets: {day: {money: %s}}".formatted(budget));
        List<Process> runs = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            Workplace place = models.place().withInbox("inbox" + i);
            for (int j = 0; j < each; j++) {
                place.put(
                        "u%d.txt".formatted(j),
                        "slip\nissued to Owner %d-%d\nNumber: %d%03d\nWages: 10.00\n".formatted(i, j, i, j));
            }
        }
        for (int i = 0; i < PROCESSES; i++) {
            runs.add(start(models.place(), "r" + i, "inbox" + i));
        }
        for (Process run : runs) {
            assertThat(run.waitFor()).as(log()).isIn(RunOutcome.WAITING.ordinal(), RunOutcome.COMPLETED.ordinal());
        }
        BigDecimal spent = models.spent();
        System.out.printf(
                "budget: %d processes, %s of %s spent, the next call may need %s, %d answers billed%n",
                PROCESSES, spent, budget, needed(models), server.billed());
        assertThat(spent.add(needed(models)))
                .as("what was left when the budget was declared reached would not have paid the next call")
                .isGreaterThan(budget);
        assertThat(spent).isPositive().isLessThanOrEqualTo(budget);
        assertThat(spent)
                .as("what the server counted")
                .isEqualByComparingTo(answer.multiply(new BigDecimal(server.billed())));
    }

    @Test
    void waitingForModelsAndComputingOverlap() {
        int files = Integer.getInteger("tabellio.test.overlapping", 24);
        long millis = 700;
        ModelWorkplace computing = new ModelWorkplace(folder.resolve("computing"), server, "policy: never");
        computing.putUnclear(files);
        Duration alone = timed(computing, millis);

        server.taking(Duration.ofSeconds(2));
        ModelWorkplace both = new ModelWorkplace(folder.resolve("both"), server, "");
        both.putUnclear(files);
        Duration together = timed(both, millis);
        Duration model = Duration.ofSeconds(2)
                .multipliedBy((files + ModelWorkplace.CONCURRENCY - 1) / ModelWorkplace.CONCURRENCY);

        Duration longer = alone.compareTo(model) > 0 ? alone : model;
        System.out.printf(
                "overlap: computing alone %d ms, models alone %d ms, together %d ms: %.2f of the longer%n",
                alone.toMillis(),
                model.toMillis(),
                together.toMillis(),
                (double) together.toMillis() / longer.toMillis());
        assertThat(server.most())
                .as("requests at the same time: more than files that are computed")
                .isGreaterThan(both.place().config().workers());
    }

    /** What a call that was refused may need. */
    private static BigDecimal needed(ModelWorkplace models) {
        try (Runs runs = Runs.open(models.place().config())) {
            return runs.stores().runs().all().stream()
                    .flatMap(run -> runs.stores().documents().of(run.id()).stream())
                    .flatMap(document -> document.waitsFor().stream())
                    .map(says -> new BigDecimal(
                            says.replaceAll("(?s).*the next call may need \\d+ tokens, ([\\d.]+) .*", "$1")))
                    .max(BigDecimal::compareTo)
                    .orElseThrow();
        }
    }

    private static Duration timed(ModelWorkplace models, long millisPerFile) {
        long start = System.nanoTime();
        assertThat(models.place().runTaking(millisPerFile)).isEqualTo(RunOutcome.COMPLETED);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Process start(Workplace place, String run) throws IOException {
        return start(place, run, "inbox");
    }

    private Process start(Workplace place, String run, String inbox) throws IOException {
        Process process = RunInChild.start(place, run, 0, inbox);
        processes.add(process);
        return process;
    }

    private String log() throws IOException {
        Path log = folder.resolve("child.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private static void await(BooleanSupplier until) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        while (!until.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(5);
        }
    }
}
