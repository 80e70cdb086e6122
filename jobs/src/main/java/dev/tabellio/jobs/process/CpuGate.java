package dev.tabellio.jobs.process;

import dev.tabellio.document.ProcessingFailure.StopTheRun;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets only as many threads compute at a time as there are cores. Workers outnumber the cores when they also wait for
 * something, such as the answer of a model.
 */
public final class CpuGate {

    private final int permits;
    private final Semaphore open;

    public CpuGate(int permits) {
        this.permits = permits;
        this.open = new Semaphore(permits, true);
    }

    /** Runs a computation when a core is free. */
    public <T> T compute(Supplier<T> work) {
        return holding(1, work);
    }

    /** Runs a computation while no other one runs: for work that may need all of the memory. */
    public <T> T computeAlone(Supplier<T> work) {
        return holding(permits, work);
    }

    private <T> T holding(int held, Supplier<T> work) {
        try {
            open.acquire(held);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopTheRun("the work was interrupted", e);
        }
        try {
            return work.get();
        } finally {
            open.release(held);
        }
    }
}
