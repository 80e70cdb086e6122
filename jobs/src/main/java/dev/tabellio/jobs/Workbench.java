package dev.tabellio.jobs;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.jobs.balance.Balance;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.export.ExportStep;
import dev.tabellio.jobs.export.Exporter;
import dev.tabellio.jobs.export.csv.CsvExporter;
import dev.tabellio.jobs.export.jsonl.JsonLinesExporter;
import dev.tabellio.jobs.llm.LedgerModelAccess;
import dev.tabellio.jobs.process.CpuGate;
import dev.tabellio.jobs.process.FilePipeline;
import dev.tabellio.jobs.process.ResultWriter;
import dev.tabellio.jobs.process.StageRetry;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.process.StopSignal;
import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.register.Registration;
import dev.tabellio.jobs.release.ReleasedStages;
import dev.tabellio.jobs.release.ShadowReader;
import dev.tabellio.jobs.release.ShadowStages;
import dev.tabellio.jobs.store.Database;
import dev.tabellio.jobs.store.RunRow;
import dev.tabellio.jobs.store.Stores;
import dev.tabellio.jobs.tieout.TieOutStep;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together what works on a run. Safe for all threads. */
final class Workbench {

    /** Retries of a stage whose failure is transient: pauses of 0.2, 0.4 and 0.8 s. */
    private static final int RETRIES = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private static final List<Exporter> EXPORTERS = List.of(new JsonLinesExporter(), new CsvExporter());

    private final TabellioConfig config;
    private final Database database;
    private final Stores stores;
    private final Clock clock;
    private final ModelDesk models;

    Workbench(TabellioConfig config, Database database, Stores stores, Clock clock) {
        this.config = config;
        this.database = database;
        this.stores = stores;
        this.clock = clock;
        this.models = new ModelDesk(config, database, stores.artifacts(), clock);
    }

    /** The work of one run in one process. */
    RunWork work(RunRow run, ReleasedStages released, Optional<ShadowStages> beside, StopSignal stop) {
        Stages stages = released.stages();
        CpuGate gate = new CpuGate(config.computing());
        List<LedgerModelAccess> accesses = new ArrayList<>();
        Balance balance = new Balance(stores.files(), stores.documents(), stores.postings());
        return new RunWork(
                run,
                Inbox.parse(run.inbox()),
                ownFolders(run),
                stores,
                database.transactions(),
                stop,
                registration(stages, stop),
                (file, path, signal) -> gate.compute(() -> stages.trial().attempt(file, path, signal)),
                pipeline(run, released, gate, accesses, stop),
                beside.map(second -> new ShadowReader(
                        pipeline(run, second.released(), gate, accesses, stop),
                        stores.artifacts(),
                        stores.shadows(),
                        second.share())),
                new ResultWriter(stores, clock),
                new TieOutStep(
                        stages, stores.artifacts(), stores.files(), stores.documents(), stores.postings(), clock),
                exports(stages.types()),
                balance,
                accesses);
    }

    private FilePipeline pipeline(
            RunRow run, ReleasedStages released, CpuGate gate, List<LedgerModelAccess> accesses, StopSignal stop) {
        Stages stages = released.stages();
        ModelDesk desk = desk(released);
        Optional<LedgerModelAccess> access = desk.access(stages, stop);
        access.ifPresent(accesses::add);
        return new FilePipeline(
                stages,
                stores.artifacts(),
                gate,
                new StageRetry(RETRIES, FIRST_PAUSE),
                access.map(open -> desk.stage(
                        open,
                        stages,
                        gate,
                        run.tenant(),
                        file -> stores.attempts().waits(file.run(), file.path()))));
    }

    /** Access to the models of a release. */
    ModelDesk desk(ReleasedStages released) {
        return released.llm().equals(config.llm())
                ? models
                : new ModelDesk(config.withLlm(released.llm()), database, stores.artifacts(), clock);
    }

    ExportStep exports(DocumentTypes types) {
        return new ExportStep(
                EXPORTERS,
                types,
                stores.artifacts(),
                stores.files(),
                stores.documents(),
                new Balance(stores.files(), stores.documents(), stores.postings()));
    }

    Registration registration(Stages stages, StopSignal stop) {
        return new Registration(stages.admission(), stores.files(), config.threads(), stop);
    }

    /** What we write may lie in the inbox. */
    List<Path> ownFolders(RunRow run) {
        return List.of(run.out(), config.home());
    }
}
