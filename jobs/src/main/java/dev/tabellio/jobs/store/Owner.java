package dev.tabellio.jobs.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that works on a run.
 *
 * @param started when the process started: tells it from another one that was given the same number later
 */
public record Owner(String host, long pid, Instant started) {

    /** A process on another host counts as dead when its heart has not beaten for this long; it beats each second. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    /** Start times are computed from the boot time, which clock corrections shift a little. */
    private static final Duration CLOCK_SHIFT = Duration.ofSeconds(5);

    /** This process. */
    public static Owner self() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(localHost(), self.pid(), startOf(self));
    }

    /** Whether the process is at work, as far as can be told from here. */
    public boolean alive(Instant heartbeat, Instant now) {
        if (!host.equals(localHost())) {
            return heartbeat.plus(SILENCE).isAfter(now);
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isPresent()
                && Duration.between(startOf(process.get()), started).abs().compareTo(CLOCK_SHIFT) < 0;
    }

    @Override
    public String toString() {
        return "process %d on %s".formatted(pid, host);
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static String localHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
