package dev.tabellio.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tabellio.jobs.RunOutcome;
import dev.tabellio.jobs.RunRequest;
import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.config.LlmConfig;
import dev.tabellio.jobs.fake.FakeStages;
import dev.tabellio.jobs.fake.ModelServer;
import dev.tabellio.jobs.fake.ModelWorkplace;
import dev.tabellio.jobs.fake.Workplace;
import dev.tabellio.jobs.llm.ConfiguredModels;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.release.ReleaseComparison.FieldLine;
import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.DocumentState;
import dev.tabellio.jobs.store.ReleaseStore.ReleaseRow;
import dev.tabellio.jobs.store.RunRow.Beside;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release without a model, and one beside it that asks one. */
class ReleasedModelsIT {

    @TempDir
    private Path folder;

    private final ModelServer server = ModelServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void showsWhatAModelWouldAdd() {
        ModelWorkplace models = new ModelWorkplace(folder, server, "");
        models.putUnclear(4);
        Workplace place = models.place();
        try (Runs runs = Runs.open(place.config());
                Stages stages = place.stages(0)) {
            Releases releases = runs.releases();
            ReleaseRow asking =
                    releases.create("asking", "", stages, place.config().llm());
            assertThat(releases.llm(asking, place.config().llm()))
                    .as("a release keeps its models")
                    .isEqualTo(place.config().llm());
            ReleaseRow plain = releases.create("plain", "", stages, LlmConfig.none());
            LlmConfig none = releases.llm(plain, place.config().llm());
            assertThat(none.asks()).isFalse();

            RunRequest request = new RunRequest(Inbox.of(List.of(place.inbox())), place.out(), Optional.of("r1"));
            ReleasedStages first = new ReleasedStages(
                    Optional.of("plain"),
                    none,
                    FakeStages.of(
                            stages.types(),
                            folder.resolve("journal"),
                            0,
                            stages.trial(),
                            ConfiguredModels.open(none, Map.of())));
            ShadowStages beside = new ShadowStages(
                    new Beside("asking", BigDecimal.ONE),
                    new ReleasedStages(Optional.of("asking"), place.config().llm(), stages));
            assertThat(runs.start(request, first, Optional.of(beside)).work()).isEqualTo(RunOutcome.COMPLETED);

            assertThat(server.requests()).isEqualTo(4);
            assertThat(runs.stores().documents().of("r1"))
                    .extracting(DocumentRow::state)
                    .containsOnly(DocumentState.REVIEW);
            ReleaseComparison comparison = ReleaseComparison.of(
                    "r1",
                    Optional.of("plain"),
                    "asking",
                    runs.stores().shadows().of("r1"));
            assertThat(comparison.fields())
                    .extracting(FieldLine::field, FieldLine::onlySecond, FieldLine::onlyFirst)
                    .containsExactly(tuple("/Owner", 4, 0));
            assertThat(comparison.types().get(0).dispositions()).containsExactly(Map.entry("REVIEW -> POST", 4));
            assertThat(models.spent()).as("paid from the same budget").isEqualByComparingTo("0.48");
        }
    }
}
