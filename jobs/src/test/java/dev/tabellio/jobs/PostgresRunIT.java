package dev.tabellio.jobs;

import static dev.tabellio.jobs.fake.Workplace.slip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.fake.Workplace;
import dev.tabellio.jobs.store.DocumentState;
import dev.tabellio.jobs.store.FileState;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same SQL on PostgreSQL: the same bytes come out. */
class PostgresRunIT {

    @TempDir
    private Path folder;

    @Test
    void givesWhatH2Gives() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, String> environment = Map.of(
                    "TABELLIO_DATABASE_URL",
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "TABELLIO_DATABASE_USER",
                    "postgres");
            Workplace onPostgres = filled(Workplace.in(folder.resolve("postgres"), environment));
            Workplace onH2 = filled(Workplace.in(folder.resolve("h2")));

            assertThat(onPostgres.run("r1")).isEqualTo(RunOutcome.FAILED);
            assertThat(onH2.run("r1")).isEqualTo(RunOutcome.FAILED);
            onPostgres.put("stop.txt", slip("Eve", "5", "1.00"));
            onH2.put("stop.txt", slip("Eve", "5", "1.00"));
            assertThat(onPostgres.run("r1")).isEqualTo(RunOutcome.COMPLETED_WITH_PARKED);
            assertThat(onH2.run("r1")).isEqualTo(RunOutcome.COMPLETED_WITH_PARKED);
            assertThat(onPostgres.export("r1")).isEqualTo(onH2.export("r1"));

            Rerun failed = new Rerun(true, Optional.empty(), Optional.empty(), Optional.empty());
            assertThat(onPostgres.rerun("r1", failed)).isEqualTo(RunOutcome.COMPLETED);
            assertThat(onPostgres.files("r1")).containsEntry("stop.txt", FileState.POSTED);

            onPostgres.put("z.txt", slip("Ann", "1", "10.00") + "Copy: 2\n");
            assertThat(onPostgres.run("r2")).isEqualTo(RunOutcome.COMPLETED);
            assertThat(onPostgres.documents("r2")).containsExactly(DocumentState.DUPLICATE);
        }
    }

    private static Workplace filled(Workplace place) {
        return place.put("B.txt", slip("Ann", "1", "10.00"))
                .put("a.txt", slip("Ann", "1", "10.00") + "Copy: C\n")
                .put("Ä/c d.txt", slip("Ben", "2", "10.00") + "---\nletter\n")
                .put("e.txt", slip("Ben", "2", "99.00"))
                .put("empty.txt", "")
                .put("stop.txt", "!stop\n");
    }
}
