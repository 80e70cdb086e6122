package dev.tabellio.jobs;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.llm.CostBook;
import dev.tabellio.jobs.process.Estimate;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.process.StopSignal;
import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.register.Registration;
import dev.tabellio.jobs.release.ReleasedStages;
import dev.tabellio.jobs.release.Releases;
import dev.tabellio.jobs.release.ShadowStages;
import dev.tabellio.jobs.report.RunReport;
import dev.tabellio.jobs.store.AttemptStore.Outcome;
import dev.tabellio.jobs.store.Database;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.jobs.store.FileRow.FileRef;
import dev.tabellio.jobs.store.FileState;
import dev.tabellio.jobs.store.Owner;
import dev.tabellio.jobs.store.RunRow;
import dev.tabellio.jobs.store.RunState;
import dev.tabellio.jobs.store.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All runs of a home folder: what operators do with them. Opening it opens the database, no more; Spring starts when a
 * run is worked on. Safe for all threads, and for several processes at the same time.
 */
public final class Runs implements AutoCloseable {

    private final TabellioConfig config;
    private final Database database;
    private final Stores stores;
    private final Clock clock;
    private final Workbench bench;

    private Runs(TabellioConfig config, Database database, Clock clock) {
        this.config = config;
        this.database = database;
        this.stores = Stores.of(database, config.artifacts(), clock);
        this.clock = clock;
        this.bench = new Workbench(config, database, stores, clock);
    }

    /** Opens the database. @throws dev.tabellio.document.ProcessingFailure.StopTheRun if it cannot be reached */
    public static Runs open(TabellioConfig config) {
        TabellioConfig.Database settings = config.database();
        return new Runs(
                config,
                Database.open(settings.url(), settings.user(), settings.password(), config.threads()),
                Clock.systemUTC());
    }

    @Override
    public void close() {
        database.close();
    }

    /** What is stored, for commands that read. */
    public Stores stores() {
        return stores;
    }

    /** Progress and summaries. */
    public RunReport report() {
        return new RunReport(stores);
    }

    /**
     * Takes a run for this process: the one with the given id, an unfinished one over the same inbox, or a new one.
     *
     * @param stages are used until the run's work has ended
     * @throws RunInUse if another process works on it
     * @throws IllegalArgumentException if the run is another one or already completed
     */
    public ActiveRun start(RunRequest request, Stages stages) {
        return start(request, ReleasedStages.unreleased(config.llm(), stages), Optional.empty());
    }

    /**
     * As {@link #start(RunRequest, Stages)}, with the stages of a release.
     *
     * @param beside reads a share of the documents a second time
     */
    public ActiveRun start(RunRequest request, ReleasedStages stages, Optional<ShadowStages> beside) {
        RunRow run = runFor(request);
        if (!concerns(request, run)) {
            throw new IllegalArgumentException("run %s is over %s into %s for tenant %s"
                    .formatted(run.id(), run.inbox().replace("\n", ", "), run.out(), run.tenant()));
        }
        if (run.state() == RunState.WAITING) {
            return rerun(run.id(), Rerun.WAITING, stages, beside);
        }
        if (run.state() == RunState.COMPLETED) {
            throw new IllegalArgumentException(
                    "run %s is already completed and does not take what came into its inbox since; another --run-id does"
                            .formatted(run.id()));
        }
        return taken(run, run.round(), stages, beside, new StopSignal(), List.of());
    }

    /**
     * How the run that a request names by its id ended, if it is completed and nothing has come into its inbox since. A
     * process that is killed after its last commit can no longer say so; the same command has to.
     */
    public Optional<RunOutcome> completed(RunRequest request) {
        return request.runId()
                .flatMap(stores.runs()::find)
                .filter(run -> run.state() == RunState.COMPLETED && concerns(request, run))
                .filter(run -> registered(run).containsAll(request.inbox().paths(bench.ownFolders(run))))
                .map(run -> RunOutcome.completed(stores, run.id()));
    }

    private Set<String> registered(RunRow run) {
        return stores.files().of(run.id()).stream().map(FileRow::path).collect(Collectors.toSet());
    }

    /**
     * Takes a run for this process to do parts of it again.
     *
     * @throws RunInUse if another process works on it
     * @throws IllegalArgumentException if there is no such run, file or document
     */
    public ActiveRun rerun(String id, Rerun rerun, Stages stages) {
        return rerun(id, rerun, ReleasedStages.unreleased(config.llm(), stages), Optional.empty());
    }

    /** As {@link #rerun(String, Rerun, Stages)}, with the stages of a release. */
    public ActiveRun rerun(String id, Rerun rerun, ReleasedStages stages, Optional<ShadowStages> beside) {
        RunRow run = stores.runs().get(id);
        requireFree(run);
        StopSignal stop = new StopSignal();
        Registration registration = bench.registration(stages.stages(), stop);
        Inbox inbox = Inbox.parse(run.inbox());
        List<FileRow> all = stores.files().of(id);
        List<FileRow> again = new ArrayList<>();
        for (FileRow row : rerun.concerns(all, stores.documents().of(id))) {
            List<FileRow> others = Stream.concat(again.stream(), all.stream()).toList();
            again.add(unlessKnown(registration.lookAgain(row, inbox), others).recomputing(rerun.recompute()));
        }
        return taken(run, run.round() + 1, stages, beside, stop, again);
    }

    /** Asks the process of a run to stop it. @return false if no process works on it */
    public boolean stop(String id) {
        RunRow run = stores.runs().get(id);
        return run.owned(clock.instant()) && stores.runs().requestStop(id);
    }

    /** Marks the runs whose process died as failed. @return them, restartable now */
    public List<RunRow> recover() {
        List<RunRow> recovered = new ArrayList<>();
        for (RunRow run : stores.runs().all()) {
            Owner self = Owner.self();
            if (run.orphaned(clock.instant()) && stores.runs().claim(run, self, run.round(), clock.instant())) {
                endCrashedAttempts(run);
                String cause = run.owner().map(Object::toString).orElse("its process") + " died";
                stores.runs().release(run.id(), self, RunState.FAILED, cause, clock.instant());
                recovered.add(stores.runs().get(run.id()));
            }
        }
        return recovered;
    }

    /**
     * Exports a completed run again.
     *
     * @param out folder that gets a folder for the run; empty for where it was exported before
     * @return the folder of the export
     * @throws IllegalArgumentException if there is no such run or it is not completed
     */
    public Path export(String id, Optional<Path> out, DocumentTypes types) {
        RunRow run = stores.runs().get(id);
        if (run.state() != RunState.COMPLETED && run.state() != RunState.WAITING) {
            throw new IllegalArgumentException(
                    "run %s is not completed (%s); the same 'tabellio run' command goes on".formatted(id, run.state()));
        }
        Path folder =
                out.map(path -> path.toAbsolutePath().normalize().resolve(id)).orElse(run.exportFolder());
        bench.exports(types).export(run, folder);
        return folder;
    }

    private static boolean concerns(RunRequest request, RunRow run) {
        return run.inbox().equals(request.inbox().toString())
                && run.out().equals(request.out())
                && run.tenant().equals(request.tenant());
    }

    private RunRow runFor(RunRequest request) {
        String inbox = request.inbox().toString();
        if (request.runId().isPresent()) {
            String id = request.runId().get();
            try {
                return stores.runs()
                        .find(id)
                        .orElseGet(() ->
                                stores.runs().create(id, inbox, request.out(), request.tenant(), clock.instant()));
            } catch (DuplicateKeyException e) {
                return stores.runs().get(id);
            }
        }
        return stores.runs()
                .unfinished(inbox, request.out(), request.tenant())
                .orElseGet(() -> stores.runs().create(inbox, request.out(), request.tenant(), clock.instant()));
    }

    private ActiveRun taken(
            RunRow run,
            int round,
            ReleasedStages stages,
            Optional<ShadowStages> beside,
            StopSignal stop,
            List<FileRow> again) {
        requireFree(run);
        Owner owner = Owner.self();
        boolean orphaned = run.orphaned(clock.instant());
        boolean taken = Boolean.TRUE.equals(new TransactionTemplate(database.transactions()).execute(status -> {
            if (!stores.runs().claim(run, owner, round, clock.instant())) {
                return false;
            }
            if (orphaned) {
                endCrashedAttempts(run);
            }
            again.forEach(this::makeDue);
            stores.runs().equip(run.id(), stages.release(), beside.map(ShadowStages::wish));
            return true;
        }));
        if (!taken) {
            throw new RunInUse("run %s was just taken by another process".formatted(run.id()));
        }
        RunRow claimed = stores.runs().get(run.id());
        return new ActiveRun(
                database, signal -> bench.work(claimed, stages, beside, signal), stop, config.threads(), owner, clock);
    }

    private void requireFree(RunRow run) {
        if (run.owned(clock.instant())) {
            throw new RunInUse("run %s is being worked on by %s since %s; watch it with 'tabellio status %s'"
                    .formatted(
                            run.id(),
                            run.owner().map(Object::toString).orElse("another process"),
                            run.claimed().map(Object::toString).orElse("now"),
                            run.id()));
        }
    }

    private void endCrashedAttempts(RunRow run) {
        stores.attempts()
                .endAll(run.id(), Outcome.CRASHED)
                .forEach(path -> stores.files().countCrash(run.id(), path));
    }

    /** A run processes the same bytes once: those of another file, now or before, make a duplicate. */
    private static FileRow unlessKnown(FileRow seen, List<FileRow> others) {
        return others.stream()
                .filter(other -> other.state() != FileState.QUARANTINED
                        && other.original().isEmpty())
                .filter(other -> seen.state() == FileState.REGISTERED
                        && other.sha256().equals(seen.sha256())
                        && !other.path().equals(seen.path()))
                .findFirst()
                .map(other ->
                        seen.duplicateOf(new FileRef(other.run(), other.path()), "the same bytes as " + other.path()))
                .orElse(seen);
    }

    private void makeDue(FileRow file) {
        stores.failures().clear(file.run(), file.path());
        if (file.state() != FileState.REGISTERED) {
            stores.documents().replace(file.run(), file.path(), List.of());
        }
        stores.files().replace(file);
    }

    /** Named sets of versions. */
    public Releases releases() {
        return new Releases(stores.releases(), clock);
    }

    /**
     * The run that a request goes on with: the one that it names, or an unfinished one over the same inbox; empty if it
     * begins one.
     */
    public Optional<RunRow> known(RunRequest request) {
        return request.runId()
                .map(stores.runs()::find)
                .orElseGet(() -> stores.runs().unfinished(request.inbox().toString(), request.out(), request.tenant()));
    }

    /** What models have cost. */
    public CostBook costs() {
        return new CostBook(database);
    }

    /**
     * What a run would ask models, before anything is spent. Its files are read for that, and what is read is kept for the
     * run.
     */
    public Estimate estimate(RunRequest request, Stages stages) {
        return estimate(request, ReleasedStages.unreleased(config.llm(), stages));
    }

    /** As {@link #estimate(RunRequest, Stages)}, with the stages of a release. */
    public Estimate estimate(RunRequest request, ReleasedStages released) {
        Stages stages = released.stages();
        Optional<RunRow> known = known(request);
        if (known.isPresent()) {
            String id = known.get().id();
            Set<String> waiting = Rerun.WAITING
                    .concerns(stores.files().of(id), stores.documents().of(id))
                    .stream()
                    .map(FileRow::path)
                    .collect(Collectors.toSet());
            return bench.desk(released)
                    .estimate(
                            stores.files().of(id).stream()
                                    .filter(file ->
                                            file.state() == FileState.REGISTERED || waiting.contains(file.path()))
                                    .toList(),
                            request.inbox(),
                            request.tenant(),
                            stages);
        }
        List<FileRow> files = bench.registration(stages, new StopSignal())
                .look("estimate", request.inbox(), List.of(request.out(), config.home()));
        return bench.desk(released)
                .estimate(
                        files.stream()
                                .filter(file -> file.state() == FileState.REGISTERED)
                                .toList(),
                        request.inbox(),
                        request.tenant(),
                        stages);
    }

    /** As {@link #estimate(RunRequest, Stages)}, for parts of a run. */
    public Estimate estimate(String id, Rerun rerun, Stages stages) {
        return estimate(id, rerun, ReleasedStages.unreleased(config.llm(), stages));
    }

    /** As {@link #estimate(String, Rerun, Stages)}, with the stages of a release. */
    public Estimate estimate(String id, Rerun rerun, ReleasedStages released) {
        Stages stages = released.stages();
        RunRow run = stores.runs().get(id);
        return bench.desk(released)
                .estimate(
                        rerun.concerns(stores.files().of(id), stores.documents().of(id)),
                        Inbox.parse(run.inbox()),
                        run.tenant(),
                        stages);
    }
}
