package dev.tabellio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.jobs.config.ConfigReader;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.fake.Workplace;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.process.StandardStages;
import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.store.FileState;
import dev.tabellio.jobs.store.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed samples through the stages that ship: text layers, form fields and scans. */
class SamplesRunIT {

    private static final Path SAMPLES = Path.of("..", "samples", "documents");

    @TempDir
    private Path folder;

    @Test
    void runsAndRunsAgainToTheSameBytes() {
        TabellioConfig config = new ConfigReader(Map.of(), new Properties()).read(folder.resolve("home"));
        try (Stages stages = StandardStages.open(config, DocumentTypes.shipped());
                Runs runs = Runs.open(config)) {
            RunRequest request =
                    new RunRequest(Inbox.of(List.of(SAMPLES)), folder.resolve("out"), Optional.of("samples"));
            assertThat(runs.start(request, stages).work()).isEqualTo(RunOutcome.COMPLETED);
            assertThat(runs.report().totals("samples").balanced()).isTrue();
            assertThat(runs.report().totals("samples").documents().posted()).isPositive();
            assertThat(runs.stores().files().of("samples"))
                    .noneMatch(file -> file.state() == FileState.PARKED || file.state() == FileState.REGISTERED);
            Map<String, String> export = Workplace.read(folder.resolve("out").resolve("samples"));

            Rerun fromClassify = new Rerun(false, Optional.empty(), Optional.empty(), Optional.of(Stage.CLASSIFY));
            assertThat(runs.rerun("samples", fromClassify, stages).work()).isEqualTo(RunOutcome.COMPLETED);
            assertThat(Workplace.read(folder.resolve("out").resolve("samples"))).isEqualTo(export);
        }
    }
}
