package dev.tabellio.jobs.verify;

import dev.tabellio.jobs.config.TabellioConfig;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Whether there is room for artifacts, database and temporary files. */
public final class DiskProbe implements Probe {

    /**
     * A page's artifacts take some 20 kB and a hostile file may need its size limit in temporary space; below 1 GiB a run
     * stops in the middle, below 5 GiB a larger one may.
     */
    private static final long FAIL_BELOW = 1L << 30;

    private static final long WARN_BELOW = 5L << 30;

    private final TabellioConfig config;

    public DiskProbe(TabellioConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Answer look() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Answer home = room(nearestExisting(config.home()));
        Answer scratch = room(temporary);
        return scratch.state().compareTo(home.state()) > 0 ? scratch : home;
    }

    private Answer room(Path folder) throws IOException {
        FileStore store = Files.getFileStore(folder);
        long free = store.getUsableSpace();
        String says = "%s free for %s".formatted(gibibytes(free), folder);
        String remedy = "Free some space or move the folder to a larger disk.";
        if (free < FAIL_BELOW) {
            return Answer.fail(name(), says, remedy);
        }
        return free < WARN_BELOW ? Answer.warn(name(), says, remedy) : Answer.ok(name(), says);
    }

    private static Path nearestExisting(Path folder) {
        Path at = folder;
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }

    static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
    }
}
