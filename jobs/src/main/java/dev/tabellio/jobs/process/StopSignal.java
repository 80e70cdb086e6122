package dev.tabellio.jobs.process;

import dev.tabellio.document.ProcessingFailure.StopTheRun;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells all threads of a run that it has to stop, and why. The first reason counts. */
public final class StopSignal {

    private volatile @Nullable Reason reason;
    private volatile boolean abandoned;

    /** What a stop means. */
    public enum Kind {
        /** An operator wants it. */
        OPERATOR,
        /** The run cannot go on. */
        FAILURE,
        /** The connection to the database broke: the run can go on as soon as there is a new one. */
        CONNECTION_LOST
    }

    /** Why the run has to stop. @param says a sentence */
    public record Reason(Kind kind, String says) {}

    /** An operator wants the run to stop. */
    public void stop(String says) {
        give(new Reason(Kind.OPERATOR, says));
    }

    /** The run cannot go on. */
    public void fail(String says) {
        give(new Reason(Kind.FAILURE, says));
    }

    /** The connection to the database broke. */
    public void loseConnection(String says) {
        give(new Reason(Kind.CONNECTION_LOST, says));
    }

    public Optional<Reason> reason() {
        return Optional.ofNullable(reason);
    }

    /** @throws StopTheRun if the run has to stop */
    public void check() {
        Reason given = reason;
        if (given != null) {
            throw new StopTheRun(given.says(), null);
        }
    }

    /** The run has been given up: what threads still finish must not be stored. */
    public void abandon() {
        abandoned = true;
    }

    /** @throws StopTheRun if the run has been given up */
    public void checkAbandoned() {
        if (abandoned) {
            throw new StopTheRun("the run has been given up", null);
        }
    }

    private synchronized void give(Reason first) {
        if (reason == null) {
            reason = first;
        }
    }
}
