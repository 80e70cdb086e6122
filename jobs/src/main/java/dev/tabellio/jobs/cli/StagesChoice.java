package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.config.LlmConfig;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.process.StandardStages;
import dev.tabellio.jobs.release.ReleasedStages;
import dev.tabellio.jobs.release.Releases;
import dev.tabellio.jobs.release.ShadowStages;
import dev.tabellio.jobs.store.ReleaseStore.ReleaseRow;
import dev.tabellio.jobs.store.RunRow.Beside;
import java.util.Optional;

/** Opens the stages that a command works with: those of a release, or of the installation as it is. */
final class StagesChoice {

    private final OperatorCommand command;
    private final TabellioConfig config;
    private final Releases releases;

    StagesChoice(OperatorCommand command, TabellioConfig config, Runs runs) {
        this.command = command;
        this.config = config;
        this.releases = runs.releases();
    }

    /** @param release empty for the installation as it is */
    ReleasedStages open(Optional<String> release) {
        if (release.isEmpty()) {
            return ReleasedStages.unreleased(config.llm(), StandardStages.open(config, command.documentTypes()));
        }
        ReleaseRow row = releases.get(release.get());
        LlmConfig llm = releases.llm(row, config.llm());
        Stages stages = StandardStages.open(config.withLlm(llm), releases.types(row));
        if (!stages.codeVersion().equals(row.code())) {
            command.err()
                    .println("Release %s was made with code %s, this is %s: its results may differ from those of then."
                            .formatted(row.name(), row.code(), stages.codeVersion()));
        }
        return new ReleasedStages(release, llm, stages);
    }

    ShadowStages open(Beside beside) {
        return new ShadowStages(beside, open(Optional.of(beside.release())));
    }
}
