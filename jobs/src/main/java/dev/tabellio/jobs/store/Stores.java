package dev.tabellio.jobs.store;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that is kept, over one open database and one artifact folder. Safe for all threads. */
public record Stores(
        RunStore runs,
        FileStore files,
        DocumentStore documents,
        AttemptStore attempts,
        FailureStore failures,
        PostingStore postings,
        ReleaseStore releases,
        ShadowStore shadows,
        ArtifactStore artifacts) {

    public static Stores of(Database database, Path artifacts, Clock clock) {
        JdbcClient jdbc = database.jdbc();
        return new Stores(
                new RunStore(jdbc),
                new FileStore(jdbc),
                new DocumentStore(jdbc),
                new AttemptStore(jdbc, database.transactions(), clock),
                new FailureStore(jdbc),
                new PostingStore(jdbc),
                new ReleaseStore(jdbc, database.transactions()),
                new ShadowStore(jdbc, database.transactions()),
                new ArtifactStore(artifacts));
    }
}
