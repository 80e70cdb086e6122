package dev.tabellio.jobs.verify;

import com.sun.management.OperatingSystemMXBean;
import dev.tabellio.jobs.config.TabellioConfig;
import java.lang.management.ManagementFactory;

/** Whether the memory suffices for the number of workers; inside a container its limit counts. */
public final class MemoryProbe implements Probe {

    /** Heap and image memory of a worker that reads a large scan, and what the process needs beside its workers. */
    private static final long PER_WORKER = 512L << 20;

    private static final long BASE = 768L << 20;

    private final TabellioConfig config;

    public MemoryProbe(TabellioConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Answer look() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long memory = system.getTotalMemorySize();
        long needed = BASE + config.workers() * PER_WORKER;
        String says = "Java %s, %d cores, %s of memory, about %s needed for %d workers"
                .formatted(
                        Runtime.version().feature(),
                        Runtime.getRuntime().availableProcessors(),
                        DiskProbe.gibibytes(memory),
                        DiskProbe.gibibytes(needed),
                        config.workers());
        return memory < needed
                ? Answer.warn(name(), says, "Lower 'workers' in tabellio.yaml or give the machine more memory.")
                : Answer.ok(name(), says);
    }
}
