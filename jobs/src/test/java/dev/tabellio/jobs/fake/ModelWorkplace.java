package dev.tabellio.jobs.fake;

import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/** A {@link Workplace} whose configuration has a {@link ModelServer}; a token costs 0.001. */
public final class ModelWorkplace {

    /** Requests at the same time from one process. */
    public static final int CONCURRENCY = 6;

    private static final int SECTIONS = 50;

    private final Workplace place;

    /** @param settings more lines below {@code llm}, such as budgets */
    public ModelWorkplace(Path folder, ModelServer server, String settings) {
        this(folder, server, settings, 60);
    }

    /** @param timeoutSeconds after which an answer is given up */
    public ModelWorkplace(Path folder, ModelServer server, String settings, int timeoutSeconds) {
        try {
            Path home = Files.createDirectories(folder.resolve("home"));
            Files.writeString(
                    home.resolve("tabellio.yaml"), """
                    llm:
                      small:
                        provider: openai
                        base-url: %s
                        model: slips
                        local: true
                        prices: {input: 1000, output: 1000}
                        timeout-seconds: %d
                        concurrency: %d
                      %s
                    """.formatted(server.url(), timeoutSeconds, CONCURRENCY, settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        place = Workplace.in(folder);
    }

    public Workplace place() {
        return place;
    }

    /** Puts slips into the inbox that only the model can read to the end. */
    public void putUnclear(int count) {
        for (int i = 0; i < count; i++) {
            place.put("u%04d.txt".formatted(i), "slip\nissued to Owner %d\nNumber: %d\nWages: 10.00\n".formatted(i, i));
        }
    }

    /** The setting that adds a model for vectors. */
    public static String embedder(ModelServer server) {
        return "embedder: {provider: openai, base-url: %s, model: meanings, local: true, prices: {input: 1000}}"
                .formatted(server.url());
    }

    /** Puts deeds of {@value #SECTIONS} sections into the inbox, of which one says who the owner is. */
    public void putLong(int count) {
        for (int i = 0; i < count; i++) {
            StringBuilder deed = new StringBuilder("deed\nNumber: %d\nWages: 10.00\n".formatted(i));
            for (int section = 1; section <= SECTIONS; section++) {
                deed.append("%d. MATTER %d of deed %d\n".formatted(section, section, i));
                if (section == SECTIONS / 2) {
                    deed.append("This deed is issued to Owner %d\n".formatted(i));
                }
                deed.append("the goods that are delivered here are paid for on delivery, and not before or after\n"
                        .repeat(5));
            }
            place.put("d%04d.txt".formatted(i), deed.toString());
        }
    }

    /** How many calls the ledger has that were sent. */
    public int calls() {
        return number("SELECT COUNT(*) FROM model_call WHERE state <> 'UNSENT'").intValueExact();
    }

    /** How many calls were lost with their process. */
    public int lost() {
        return number("SELECT COUNT(*) FROM model_call WHERE state = 'LOST'").intValueExact();
    }

    /** What the budgets of all runs say. */
    public BigDecimal spent() {
        return number("SELECT SUM(money) FROM model_budget WHERE scope = 'run'");
    }

    private BigDecimal number(String sql) {
        TabellioConfig.Database settings = place.config().database();
        try (Database database = Database.open(settings.url(), settings.user(), settings.password(), 1)) {
            return database.jdbc().sql(sql).query(BigDecimal.class).single();
        }
    }
}
