package dev.tabellio.jobs;

import dev.tabellio.jobs.process.StopSignal;
import dev.tabellio.jobs.process.StopSignal.Kind;
import dev.tabellio.jobs.store.AttemptStore.Outcome;
import dev.tabellio.jobs.store.Database;
import dev.tabellio.jobs.store.Owner;
import dev.tabellio.jobs.store.RunState;
import dev.tabellio.jobs.store.RunStore.Pulse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** A run that this process has taken. {@link #work()} does it; {@link #stop(String)} ends it early, from any thread. */
public final class ActiveRun {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveRun.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** Files in work may be finished for so long after a stop; the process is to be gone within 30 s. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** How often a run goes on by itself after the connection to the database broke. */
    private static final int CONNECTIONS_LOST = 5;

    private final Database database;
    private final Function<StopSignal, RunWork> works;
    private volatile RunWork work;
    private final int workers;
    private final Owner owner;
    private final Clock clock;

    /** @param works makes the work of the run, anew for each time that it has to start over */
    ActiveRun(
            Database database,
            Function<StopSignal, RunWork> works,
            StopSignal stop,
            int workers,
            Owner owner,
            Clock clock) {
        this.database = database;
        this.works = works;
        this.work = works.apply(stop);
        this.workers = workers;
        this.owner = owner;
        this.clock = clock;
    }

    public String id() {
        return work.run().id();
    }

    /** Asks the run to stop: files in work are finished, the others stay due. @param why a sentence */
    public void stop(String why) {
        work.stop().stop(why);
    }

    /** Works on the run until it is done, stopped or cannot go on. Never throws for a failure of the run. */
    public RunOutcome work() {
        LOG.info("run {} round {} starts: {}", id(), work.run().round(), work.inbox());
        ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "heartbeat"));
        try {
            var unused =
                    heart.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
            boolean completed = executed();
            for (int lost = 0; !completed && lost < CONNECTIONS_LOST && connectionLost(); lost++) {
                LOG.warn("run {} goes on with a new connection to the database", id());
                pause();
                work.close();
                work = works.apply(new StopSignal());
                completed = executed();
            }
            return release(completed);
        } finally {
            work.close();
            heart.shutdownNow();
        }
    }

    /** @return whether the job completed */
    private boolean executed() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Thread job = daemon(
                () -> {
                    try {
                        done.complete(new JobSession(database, work, workers).execute());
                    } catch (RuntimeException | Error e) {
                        done.completeExceptionally(e);
                    }
                },
                "job");
        job.start();
        try {
            while (true) {
                try {
                    return done.get(BEAT.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (work.stop().reason().isPresent()) {
                        return done.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
                    }
                }
            }
        } catch (TimeoutException e) {
            work.stop().abandon();
            LOG.warn("run {} gives up files that are still in work after {} s", id(), GRACE.toSeconds());
            return false;
        } catch (ExecutionException e) {
            LOG.error("run {} failed", id(), e.getCause());
            if (Database.lostConnection(e)) {
                work.stop().loseConnection(String.valueOf(e.getCause()));
            } else {
                work.stop().fail(String.valueOf(e.getCause()));
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            work.stop().abandon();
            work.stop().stop("interrupted");
            return false;
        }
    }

    private boolean connectionLost() {
        return work.stop()
                .reason()
                .filter(reason -> reason.kind() == Kind.CONNECTION_LOST)
                .isPresent();
    }

    private RunOutcome release(boolean completed) {
        StopSignal.Reason reason =
                work.stop().reason().orElse(new StopSignal.Reason(Kind.FAILURE, "a step failed; the log says why"));
        RunOutcome outcome;
        if (completed) {
            outcome = RunOutcome.completed(work.stores(), id());
            if (outcome == RunOutcome.WAITING) {
                release(RunState.WAITING, work.whatWaits());
            } else {
                release(RunState.COMPLETED, null);
            }
        } else if (reason.kind() == Kind.OPERATOR) {
            outcome = RunOutcome.STOPPED;
            release(RunState.STOPPED, reason.says());
        } else {
            outcome = RunOutcome.FAILED;
            release(RunState.FAILED, reason.says());
        }
        LOG.info("run {} ends: {}", id(), outcome);
        return outcome;
    }

    private void release(RunState state, @Nullable String cause) {
        for (int attempt = 1; ; attempt++) {
            try {
                work.stores().attempts().endAll(id(), Outcome.INTERRUPTED);
                work.stores().runs().release(id(), owner, state, cause, clock.instant());
                return;
            } catch (DataAccessException e) {
                if (attempt == CONNECTIONS_LOST || !Database.lostConnection(e)) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BEAT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            Pulse pulse = work.stores().runs().beat(id(), owner, clock.instant());
            if (pulse == Pulse.STOP) {
                stop("stopped by 'tabellio stop'");
            } else if (pulse == Pulse.LOST) {
                work.stop().abandon();
                work.stop().fail("another process has taken the run over");
            }
        } catch (RuntimeException e) {
            LOG.warn("the heart of run {} missed a beat: {}", id(), e.getMessage());
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
