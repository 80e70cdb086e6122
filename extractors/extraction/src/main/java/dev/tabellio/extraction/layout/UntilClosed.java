package dev.tabellio.extraction.layout;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Use of natives by several threads until they are freed: natives that are freed in use take the process with them. */
final class UntilClosed {

    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    /** @throws IllegalStateException after {@link #close} */
    <T> T use(Supplier<T> work) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the layout detector is closed");
            }
            return work.get();
        } finally {
            use.readLock().unlock();
        }
    }

    /** Waits for all uses and frees once. */
    void close(Runnable free) {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                free.run();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
