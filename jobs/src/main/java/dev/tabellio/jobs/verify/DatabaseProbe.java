package dev.tabellio.jobs.verify;

import dev.tabellio.document.ProcessingFailure.StopTheRun;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.store.Database;
import org.springframework.dao.DataAccessException;

/** Whether the database can be reached, brought up to date and written. */
public final class DatabaseProbe implements Probe {

    private final TabellioConfig config;

    public DatabaseProbe(TabellioConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Answer look() {
        TabellioConfig.Database settings = config.database();
        try (Database database =
                Database.open(settings.url(), settings.user(), settings.password(), config.workers())) {
            int runs = database.jdbc()
                    .sql("SELECT COUNT(*) FROM run")
                    .query(Integer.class)
                    .single();
            // changes nothing, but fails where nothing may be changed
            database.jdbc().sql("DELETE FROM run WHERE id = ''").update();
            return Answer.ok(name(), "%s, %d run%s".formatted(settings.url(), runs, runs == 1 ? "" : "s"));
        } catch (StopTheRun e) {
            return Answer.fail(
                    name(),
                    String.valueOf(e.getMessage()),
                    "Check database.url, database.user and TABELLIO_DATABASE_PASSWORD, and that the server is up.");
        } catch (DataAccessException e) {
            return Answer.fail(
                    name(),
                    "%s cannot be written (%s)"
                            .formatted(settings.url(), e.getMostSpecificCause().getMessage()),
                    "Give user '%s' the right to change its tables.".formatted(settings.user()));
        }
    }
}
