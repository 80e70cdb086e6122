package dev.tabellio.jobs;

import dev.tabellio.extraction.llm.ModelAccess;
import dev.tabellio.extraction.llm.tokens.TokenCounter;
import dev.tabellio.extraction.synthesis.model.ModelReader;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.llm.CallLedger;
import dev.tabellio.jobs.llm.LedgerModelAccess;
import dev.tabellio.jobs.process.CpuGate;
import dev.tabellio.jobs.process.Estimate;
import dev.tabellio.jobs.process.EstimateStage;
import dev.tabellio.jobs.process.FilePipeline;
import dev.tabellio.jobs.process.ModelStage;
import dev.tabellio.jobs.process.StageRetry;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.process.StopSignal;
import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.store.ArtifactStore;
import dev.tabellio.jobs.store.Database;
import dev.tabellio.jobs.store.FileRow;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gives runs their access to language models, where the configuration has any. Safe for all threads. */
final class ModelDesk {

    private final TabellioConfig config;
    private final CallLedger ledger;
    private final ArtifactStore artifacts;
    private final Clock clock;
    private @Nullable TokenCounter tokens;

    ModelDesk(TabellioConfig config, Database database, ArtifactStore artifacts, Clock clock) {
        this.config = config;
        this.ledger = new CallLedger(database, config.llm(), clock);
        this.artifacts = artifacts;
        this.clock = clock;
    }

    /** Access for one run; empty if no model is asked. To be closed when the run's work has ended. */
    Optional<LedgerModelAccess> access(Stages stages, StopSignal stop) {
        if (!config.llm().asks() || stages.models().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                LedgerModelAccess.open(config, stages.models(), ledger, tokens()::input, stop::check, clock));
    }

    /**
     * The stage that asks.
     *
     * @param tenant of the run
     * @param waiting told of each file from where on it waits for models
     */
    ModelStage stage(ModelAccess access, Stages stages, CpuGate gate, String tenant, Consumer<FileRow> waiting) {
        return new ModelStage(
                config.llm(), stages, new ModelReader(tokens()), access, artifacts, gate, tenant, waiting);
    }

    /**
     * What would be asked about files.
     *
     * @throws IllegalArgumentException if no model is asked
     */
    Estimate estimate(List<FileRow> files, Inbox inbox, String tenant, Stages stages) {
        CpuGate gate = new CpuGate(config.computing());
        try (LedgerModelAccess access = access(stages, new StopSignal())
                .orElseThrow(() -> new IllegalArgumentException(
                        "no model is asked: llm.policy is never, or tabellio.yaml has no model"))) {
            EstimateStage models =
                    new EstimateStage(stage(access, stages, gate, tenant, file -> {}), access, config.llm());
            FilePipeline pipeline = new FilePipeline(
                    stages, artifacts, gate, new StageRetry(0, Duration.ofMillis(1)), Optional.of(models));
            return new Estimation(pipeline, models, config.workers()).of(files, inbox);
        }
    }

    /** Made when it is first needed: that takes half a second. */
    private synchronized TokenCounter tokens() {
        TokenCounter known = tokens;
        if (known == null) {
            known = new TokenCounter();
            tokens = known;
        }
        return known;
    }
}
