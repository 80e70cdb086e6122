package dev.tabellio.jobs;

import static dev.tabellio.jobs.fake.Workplace.slip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.fake.RunInChild;
import dev.tabellio.jobs.fake.Workplace;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.store.RunRow;
import dev.tabellio.jobs.store.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on the default database, an H2 file that the first of them serves. */
class SharedDatabaseIT {

    @TempDir
    private Path folder;

    @Test
    void aRunSurvivesTheEndOfTheProcessThatServesTheDatabase() throws Exception {
        Workplace place = filled(40);
        Process server = RunInChild.start(place, "r1", 20);
        await(server, 1);
        try (Runs runs = Runs.open(place.config());
                Stages stages = place.stages(200)) {
            ActiveRun run = place.start(runs, stages, Optional.of("r2"));
            Thread killer = new Thread(() -> {
                while (runs.report().progress("r2").filesDone() < 4) {
                    Thread.onSpinWait();
                }
                server.destroyForcibly();
            });
            killer.start();
            assertThat(run.work()).isEqualTo(RunOutcome.COMPLETED);
            killer.join();
            assertThat(runs.report().totals("r2").balanced()).isTrue();
            assertThat(runs.stores().runs().get("r2").state()).isEqualTo(RunState.COMPLETED);
        }
    }

    @Test
    void aKilledProcessIsNoticedAndItsLockDoesNotHoldUpTheNext() throws Exception {
        Workplace place = filled(40);
        Process process = RunInChild.start(place, "r1", 100);
        await(process, 3);
        process.destroyForcibly().waitFor();

        Instant before = Instant.now();
        try (Runs runs = Runs.open(place.config())) {
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
            RunRow orphan = runs.stores().runs().get("r1");
            assertThat(orphan.orphaned(Instant.now())).isTrue();
            assertThat(runs.report().summary("r1", Instant.now()).state()).isEqualTo("CRASHED");
            assertThat(runs.recover()).extracting(RunRow::id).containsExactly("r1");
            assertThat(runs.stores().runs().get("r1").state()).isEqualTo(RunState.FAILED);
            assertThat(runs.recover()).isEmpty();
        }
        assertThat(place.run(Optional.empty())).isEqualTo(RunOutcome.COMPLETED);
    }

    private Workplace filled(int files) {
        Workplace place = Workplace.in(folder);
        for (int i = 0; i < files; i++) {
            place.put("f%02d.txt".formatted(i), slip("Ann", "n" + i, "10.00"));
        }
        return place;
    }

    /** Waits until the process has parsed some files. */
    private void await(Process process, int parsed) throws InterruptedException {
        while (process.isAlive() && Workplace.in(folder).parsed() < parsed) {
            Thread.sleep(20);
        }
    }
}
