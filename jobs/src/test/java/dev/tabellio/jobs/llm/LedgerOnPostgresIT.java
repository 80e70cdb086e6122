package dev.tabellio.jobs.llm;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same SQL on PostgreSQL, with its own way of locking. */
class LedgerOnPostgresIT extends LedgerModelAccessTest {

    private static EmbeddedPostgres postgres;
    private final Map<Path, String> databases = new HashMap<>();

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Override
    Map<String, String> environment(Path home) {
        String name = databases.computeIfAbsent(home, place -> created("ledger" + System.nanoTime()));
        return Map.of(
                "TABELLIO_DATABASE_URL", postgres.getJdbcUrl("postgres", name), "TABELLIO_DATABASE_USER", "postgres");
    }

    private static String created(String name) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
