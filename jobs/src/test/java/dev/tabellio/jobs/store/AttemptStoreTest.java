package dev.tabellio.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.store.AttemptStore.Attempt;
import dev.tabellio.jobs.store.AttemptStore.Outcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptStoreTest {

    @TempDir
    private Path folder;

    @Test
    void aFileThatOnlyWaitedIsNoSuspect() {
        try (Database database = Database.open("jdbc:h2:" + folder.resolve("db"), "sa", "", 1)) {
            Stores stores = Stores.of(database, folder.resolve("artifacts"), Clock.systemUTC());
            stores.runs().create("r1", "in", folder, "default", Instant.now());
            List<String> files = List.of("asked.pdf", "read.pdf", "tried.pdf");
            stores.files().register(files.stream().map(AttemptStoreTest::file).toList());
            AttemptStore attempts = stores.attempts();
            files.forEach(path -> attempts.begin("r1", path));
            attempts.waits("r1", "asked.pdf");
            attempts.waits("r1", "tried.pdf");
            attempts.goesOn("r1", "tried.pdf");

            assertThat(attempts.endAll("r1", Outcome.CRASHED)).containsExactly("read.pdf", "tried.pdf");
            assertThat(attempts.of("r1", "asked.pdf"))
                    .extracting(Attempt::outcome)
                    .containsExactly(Optional.of(Outcome.CRASHED));
            assertThat(attempts.endAll("r1", Outcome.CRASHED)).isEmpty();
        }
    }

    private static FileRow file(String path) {
        return new FileRow(
                "r1", path, Optional.empty(), 1, Optional.empty(), FileState.REGISTERED, Optional.empty(), 0);
    }
}
