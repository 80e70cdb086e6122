package dev.tabellio.jobs;

import static dev.tabellio.jobs.fake.Workplace.slip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.fake.Workplace;
import dev.tabellio.jobs.store.FileState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TieOutRunTest {

    @TempDir
    private Path folder;

    @Test
    void aSlipThatArrivedInTwoFoldersBelongsToTheReturnsOfBoth() {
        Workplace place = Workplace.in(folder)
                .put("x/return.txt", "return\nOwner: Ann\nNumber: 1\nWages: 10.00\n")
                .put("x/slip.txt", slip("Ann", "11", "10.00"))
                .put("y/return.txt", "return\nOwner: Ann\nNumber: 2\nWages: 30.00\n")
                .put("y/slip.txt", slip("Ann", "11", "10.00"))
                .put("y/other.txt", slip("Ann", "12", "20.00"));

        place.run("r1");

        assertThat(place.files("r1"))
                .containsEntry("y/slip.txt", FileState.DUPLICATE)
                .containsEntry("x/return.txt", FileState.POSTED)
                .containsEntry("y/return.txt", FileState.POSTED);
    }

    @Test
    void aPageThatContradictsItsDataIsNoCopyOfWhatTheDataSays() {
        Workplace place = Workplace.in(folder)
                .put("a.txt", slip("Ann", "11", "10.00"))
                .put("both.txt", slip("Ann", "11", "10.00 <10.00>"))
                .put("other.txt", slip("Ann", "11", "90.00 <10.00>"));

        place.run("r1");

        assertThat(place.files("r1"))
                .containsEntry("a.txt", FileState.POSTED)
                .containsEntry("both.txt", FileState.DUPLICATE)
                .containsEntry("other.txt", FileState.REVIEW);
    }

    @Test
    void norOfWhatAnEarlierRunPosted() {
        Workplace place = Workplace.in(folder).put("a.txt", slip("Ann", "11", "10.00"));
        place.run("r1");
        place.put("other.txt", slip("Ann", "11", "90.00 <10.00>"));

        place.run("r2");

        assertThat(place.files("r2")).containsEntry("other.txt", FileState.REVIEW);
    }
}
