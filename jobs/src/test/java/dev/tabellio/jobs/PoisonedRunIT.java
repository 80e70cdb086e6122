package dev.tabellio.jobs;

import static dev.tabellio.jobs.fake.Workplace.slip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.fake.RunInChild;
import dev.tabellio.jobs.fake.Workplace;
import dev.tabellio.jobs.store.FileState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that takes the process down is found out at the next start; the files beside it are not blamed. */
class PoisonedRunIT {

    private static final int HALTED = 99;

    @TempDir
    private Path folder;

    @Test
    void poisonIsParkedAndTheRestCompletes() throws Exception {
        Workplace place = Workplace.in(folder);
        for (int i = 0; i < 6; i++) {
            place.put("f%d.txt".formatted(i), slip("Ann", "n" + i, "10.00"));
        }
        place.put("f3.txt", "!crash\n");

        assertThat(RunInChild.start(place, "r1", 50).waitFor()).isEqualTo(HALTED);
        assertThat(RunInChild.start(place, "r1", 50).waitFor()).isEqualTo(RunOutcome.COMPLETED_WITH_PARKED.ordinal());

        assertThat(place.files("r1")).containsEntry("f3.txt", FileState.PARKED);
        assertThat(place.files("r1").values())
                .filteredOn(FileState.POSTED::equals)
                .hasSize(5);
        assertThat(place.cause("r1", "f3.txt"))
                .isEqualTo("process: it took the process down that worked on it, twice; the second time by exit 99");
    }
}
