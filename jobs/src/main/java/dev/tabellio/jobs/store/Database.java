package dev.tabellio.jobs.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tabellio.document.ProcessingFailure.StopTheRun;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The open database: H2 in a file that several processes share, or PostgreSQL. Its tables are brought up to date when it
 * is opened.
 */
public final class Database implements AutoCloseable {

    private static final String MIGRATIONS = "classpath:dev/tabellio/jobs/store/migrations";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Each worker holds one connection for its chunk and a second one while it notes an attempt; the rest is for others. */
    private static final int CONNECTIONS_PER_WORKER = 2;

    private static final int OTHER_CONNECTIONS = 6;

    /** SQLSTATE classes of the SQL standard and of PostgreSQL. */
    private static final String CONNECTION_CLASS = "08";

    private static final String OPERATOR_INTERVENTION_CLASS = "57P";

    /**
     * CONNECTION_BROKEN, DATABASE_IS_CLOSED, OBJECT_CLOSED, DATABASE_CALLED_AT_SHUTDOWN; and DATABASE_ALREADY_OPEN, which
     * those meet who open the file while another one is just taking it over.
     */
    private static final Set<Integer> H2_CONNECTION_LOST = Set.of(90067, 90098, 90007, 90121, 90020);

    private final HikariDataSource dataSource;
    private final PlatformTransactionManager transactions;

    private Database(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.transactions = new JdbcTransactionManager(dataSource);
    }

    /**
     * Opens the database and brings its tables up to date.
     *
     * @param url JDBC URL, H2 or PostgreSQL
     * @param workers how many threads will work on it
     * @throws StopTheRun if it cannot be reached or is not ours
     */
    public static Database open(String url, String user, String password, int workers) {
        if (!url.startsWith("jdbc:h2:")) {
            return migrated(url, user, password, workers);
        }
        System.setProperty("h2.bindAddress", "127.0.0.1");
        String complete = withH2Defaults(url);
        return H2LockFile.of(complete)
                .map(lock -> lock.whileOpening(() -> migrated(complete, user, password, workers)))
                .orElseGet(() -> migrated(complete, user, password, workers));
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public PlatformTransactionManager transactions() {
        return transactions;
    }

    @Override
    public void close() {
        dataSource.close();
    }

    /**
     * Whether a failure means that the connection is gone, not that the work was wrong. Processes share an H2 file through
     * the one that opened it first; when that one ends, the connections of the others break once.
     */
    public static boolean lostConnection(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException || cause instanceof SQLRecoverableException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                String state = String.valueOf(sql.getSQLState());
                if (state.startsWith(CONNECTION_CLASS)
                        || state.startsWith(OPERATOR_INTERVENTION_CLASS)
                        || H2_CONNECTION_LOST.contains(sql.getErrorCode())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Without WRITE_DELAY=0 a committed row may still be in memory when the process is killed. */
    private static String withH2Defaults(String url) {
        StringBuilder complete = new StringBuilder(url);
        for (String setting : new String[] {"WRITE_DELAY=0", "LOCK_TIMEOUT=30000"}) {
            String name = ";" + setting.substring(0, setting.indexOf('=') + 1);
            if (!url.toUpperCase(Locale.ROOT).contains(name)) {
                complete.append(';').append(setting);
            }
        }
        return complete.toString();
    }

    private static Database migrated(String url, String user, String password, int workers) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("tabellio");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMinimumIdle(1);
        config.setMaximumPoolSize(CONNECTIONS_PER_WORKER * workers + OTHER_CONNECTIONS);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(PATIENCE.toMillis());
        HikariDataSource dataSource;
        try {
            dataSource = new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new StopTheRun("cannot open the database %s: %s".formatted(url, rootMessage(e)), e);
        }
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations(MIGRATIONS)
                    .load()
                    .migrate();
            return new Database(dataSource);
        } catch (FlywayException e) {
            dataSource.close();
            throw new StopTheRun("the database %s cannot be brought up to date: %s".formatted(url, rootMessage(e)), e);
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("unknown cause");
    }
}
