package dev.tabellio.jobs;

import dev.tabellio.jobs.process.StopSignal;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run that this process has taken. {@link #work()} does it; {@link #stop(String)} ends it early, from any thread. */
public final class ActiveRun {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveRun.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** Files in work may be finished for so long after a stop; the process is to be gone within 30 s. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Database database;
    private final RunWork work;
    private final int workers;
    private final Owner owner;
    private final Clock clock;

    ActiveRun(Database database, RunWork work, int workers, Owner owner, Clock clock) {
        this.database = database;
        this.work = work;
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
            return release(executed());
        } finally {
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
            work.stop().fail(String.valueOf(e.getCause()));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            work.stop().abandon();
            work.stop().stop("interrupted");
            return false;
        }
    }

    private RunOutcome release(boolean completed) {
        StopSignal.Reason reason =
                work.stop().reason().orElse(new StopSignal.Reason(false, "a step failed; the log says why"));
        RunOutcome outcome;
        if (completed) {
            outcome = RunOutcome.completed(work.stores(), id());
            release(RunState.COMPLETED, null);
        } else if (reason.byOperator()) {
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
        work.stores().attempts().endAll(id(), Outcome.INTERRUPTED);
        work.stores().runs().release(id(), owner, state, cause, clock.instant());
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
