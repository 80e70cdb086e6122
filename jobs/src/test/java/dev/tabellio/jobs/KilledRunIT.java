package dev.tabellio.jobs;

import static dev.tabellio.jobs.fake.Workplace.slip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.fake.RunInChild;
import dev.tabellio.jobs.fake.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at random moments: the same command again gives what an undisturbed run gives. */
class KilledRunIT {

    private static final int FILES = 60;
    private static final int KILLS = 8;
    private static final int WORKERS = 2;

    @TempDir
    private Path folder;

    @Test
    void givesTheBytesOfAnUndisturbedRun() throws Exception {
        Workplace undisturbed = filled(folder.resolve("undisturbed"));
        assertThat(RunInChild.start(undisturbed, "r1", 0).waitFor())
                .isEqualTo(RunOutcome.COMPLETED_WITH_PARKED.ordinal());

        long seed = System.nanoTime();
        Random random = new Random(seed);
        Workplace killed = filled(folder.resolve("killed"));
        int kills = 0;
        while (kills < KILLS) {
            Process process = RunInChild.start(killed, "r1", 100);
            if (process.waitFor(1200 + random.nextInt(1500), TimeUnit.MILLISECONDS)) {
                break;
            }
            process.destroyForcibly().waitFor();
            kills++;
        }
        Process last = RunInChild.start(killed, "r1", 0);
        int exit = last.waitFor();

        assertThat(exit)
                .as("seed %d after %d kills: %s", seed, kills, tail(killed))
                .isIn(RunOutcome.COMPLETED_WITH_PARKED.ordinal(), 1);
        assertThat(killed.export("r1")).as("seed %d", seed).isEqualTo(undisturbed.export("r1"));
        List<String> parsed = killed.journal().stream()
                .filter(line -> line.startsWith("parse") && !line.contains("broken"))
                .toList();
        assertThat(parsed.size() - parsed.stream().distinct().count())
                .as("parsed twice: only what was in work when the process died")
                .isLessThanOrEqualTo((long) kills * WORKERS);
    }

    private static Workplace filled(Path folder) {
        Workplace place = Workplace.in(folder);
        for (int i = 0; i < FILES; i++) {
            String owner = "Owner " + i % 20;
            place.put("%02d/slip.txt".formatted(i), slip(owner, "n" + i, "10.00"));
        }
        place.put("00/copy.txt", slip("Owner 0", "n0", "10.00") + "Copy: C\n");
        place.put("01/other.txt", slip("Owner 1", "n1", "99.00"));
        place.put("02/equal.txt", slip("Owner 2", "n2", "10.00"));
        place.put("03/empty.txt", "");
        place.put("04/broken.txt", "!permanent\n");
        place.put("05/letter.txt", "letter\n");
        place.put("06/return.txt", "return\nOwner: Owner 6\nNumber: 6\nWages: 10.00\n");
        return place;
    }

    private static String tail(Workplace place) throws IOException {
        List<String> lines = Files.readAllLines(place.folder().resolve("child.log"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }
}
