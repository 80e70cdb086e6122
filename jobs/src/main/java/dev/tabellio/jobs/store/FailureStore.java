package dev.tabellio.jobs.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The failures of all runs. */
public final class FailureStore {

    private final JdbcClient jdbc;

    public FailureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Failure failure) {
        jdbc.sql("""
                        INSERT INTO failure (run_id, path, document_id, stage, cause, fingerprint, attempts, occurred)
                        VALUES (:run, :path, :document, :stage, :cause, :fingerprint, :attempts, :occurred)""")
                .param("run", failure.run())
                .param("path", failure.path())
                .param("document", failure.document().orElse(null))
                .param("stage", failure.stage())
                .param("cause", Cut.to(4000, failure.cause()))
                .param("fingerprint", failure.fingerprint())
                .param("attempts", failure.attempts())
                .param("occurred", RunStore.time(failure.occurred()))
                .update();
    }

    /** Forgets the failures of a file that is tried anew. */
    public void clear(String run, String path) {
        jdbc.sql("DELETE FROM failure WHERE run_id = :run AND path = :path")
                .param("run", run)
                .param("path", path)
                .update();
    }

    /** The failures of a run by file. */
    public List<Failure> of(String run) {
        return jdbc
                .sql("SELECT * FROM failure WHERE run_id = :run ORDER BY id")
                .param("run", run)
                .query((row, number) -> new Failure(
                        row.getString("run_id"),
                        row.getString("path"),
                        Optional.ofNullable(row.getString("document_id")),
                        row.getString("stage"),
                        row.getString("cause"),
                        row.getString("fingerprint"),
                        row.getInt("attempts"),
                        RunStore.instant(row, "occurred").orElseThrow()))
                .list()
                .stream()
                .sorted(Comparator.comparing(Failure::path))
                .toList();
    }
}
