package dev.tabellio.jobs.release;

import dev.tabellio.jobs.config.LlmConfig;
import dev.tabellio.jobs.process.Stages;
import java.util.Optional;

/**
 * The stages that a run works with.
 *
 * @param release that they are of; empty for the installation as it is
 * @param llm the configuration with the models of the release
 */
public record ReleasedStages(Optional<String> release, LlmConfig llm, Stages stages) implements AutoCloseable {

    /** Those of the installation as it is. */
    public static ReleasedStages unreleased(LlmConfig llm, Stages stages) {
        return new ReleasedStages(Optional.empty(), llm, stages);
    }

    @Override
    public void close() {
        stages.close();
    }
}
