package dev.tabellio.jobs.llm;

import dev.tabellio.jobs.store.Database;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What models have cost, from the ledger. */
public final class CostBook {

    /** How many earlier days with calls a day is compared with, and how many there have to be. */
    private static final int TRAILING = 7;

    private static final int LEAST = 3;

    /** A day that costs twice the median of those, or a document half as much again, is worth a look. */
    private static final BigDecimal MUCH = new BigDecimal("2");

    private static final BigDecimal DEAR = new BigDecimal("1.5");

    private final JdbcClient jdbc;

    public CostBook(Database database) {
        this.jdbc = database.jdbc();
    }

    /** What costs are broken down by. */
    public enum By {
        DAY,
        RUN,
        TYPE,
        MODEL,
        TENANT;

        private String key(Spent spent) {
            return switch (this) {
                case DAY -> spent.day();
                case RUN -> spent.run();
                case TYPE -> spent.type();
                case MODEL -> spent.model();
                case TENANT -> spent.tenant();
            };
        }
    }

    /**
     * A line of the book.
     *
     * @param calls over the wire, failed ones included
     * @param failed calls that brought no answer
     * @param money in the configured currency, what is in doubt included
     * @param inDoubt of that, charged for calls of which nobody knows whether they were billed
     * @param documents that were asked about
     * @param fields that they were asked for
     * @param perDocument money for one of these documents; 0 if there is none
     * @param perField money for one of these fields; 0 if there is none
     */
    public record Line(
            String key,
            long calls,
            long failed,
            long inputTokens,
            long cachedTokens,
            long outputTokens,
            BigDecimal money,
            BigDecimal inDoubt,
            int documents,
            long fields,
            BigDecimal perDocument,
            BigDecimal perField) {}

    /** The costs since a day, in order of the key. */
    public List<Line> lines(By by, LocalDate since) {
        Map<String, Long> fields = fields();
        Map<String, List<Spent>> groups = new TreeMap<>();
        for (Spent spent : spent(since)) {
            groups.computeIfAbsent(by.key(spent), key -> new ArrayList<>()).add(spent);
        }
        List<Line> lines = new ArrayList<>();
        groups.forEach((key, group) -> lines.add(line(key, group, fields)));
        return lines;
    }

    /** Sentences about days that stand out from those before them. */
    public List<String> anomalies(LocalDate since) {
        List<Line> days = lines(By.DAY, since.minusDays(5L * TRAILING));
        List<String> anomalies = new ArrayList<>();
        for (int i = LEAST; i < days.size(); i++) {
            Line day = days.get(i);
            if (LocalDate.parse(day.key()).isBefore(since)) {
                continue;
            }
            List<Line> before = days.subList(Math.max(0, i - TRAILING), i);
            compare(anomalies, day, "it cost", day.money(), median(before, Line::money), MUCH);
            compare(anomalies, day, "a document cost", day.perDocument(), median(before, Line::perDocument), DEAR);
            BigDecimal failed = share(day.failed(), day.calls());
            if (failed.compareTo(new BigDecimal("0.10")) > 0
                    && failed.compareTo(median(before, line -> share(line.failed(), line.calls()))
                                    .multiply(MUCH))
                            > 0) {
                anomalies.add("%s: %d of %d calls failed".formatted(day.key(), day.failed(), day.calls()));
            }
        }
        return anomalies;
    }

    private static void compare(
            List<String> anomalies, Line day, String what, BigDecimal now, BigDecimal usual, BigDecimal times) {
        if (usual.signum() > 0 && now.compareTo(usual.multiply(times)) > 0) {
            anomalies.add(String.format(
                    Locale.ROOT,
                    "%s: %s %s, %.1f times the %s that were usual on the days before",
                    day.key(),
                    what,
                    Amounts.plain(now),
                    now.divide(usual, MathContext.DECIMAL32).doubleValue(),
                    Amounts.plain(usual)));
        }
    }

    private static BigDecimal median(List<Line> lines, Function<Line, BigDecimal> value) {
        List<BigDecimal> sorted = lines.stream().map(value).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static BigDecimal share(long part, long whole) {
        return whole == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL32);
    }

    private static Line line(String key, List<Spent> group, Map<String, Long> fieldsOf) {
        Set<String> documents = new HashSet<>();
        group.forEach(spent -> documents.add(spent.run() + " " + spent.document()));
        long fields = documents.stream()
                .mapToLong(document -> fieldsOf.getOrDefault(document, 0L))
                .sum();
        BigDecimal money = group.stream().map(Spent::money).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Line(
                key,
                group.stream().mapToLong(Spent::calls).sum(),
                group.stream().mapToLong(Spent::failed).sum(),
                group.stream().mapToLong(Spent::input).sum(),
                group.stream().mapToLong(Spent::cached).sum(),
                group.stream().mapToLong(Spent::output).sum(),
                money,
                group.stream().map(Spent::inDoubt).reduce(BigDecimal.ZERO, BigDecimal::add),
                documents.size(),
                fields,
                per(money, documents.size()),
                per(money, fields));
    }

    private static BigDecimal per(BigDecimal money, long count) {
        return count == 0 ? BigDecimal.ZERO : money.divide(BigDecimal.valueOf(count), MathContext.DECIMAL32);
    }

    /** What one model cost about one document of a run on a day. */
    private record Spent(
            String day,
            String run,
            String type,
            String model,
            String tenant,
            String document,
            long calls,
            long failed,
            long input,
            long cached,
            long output,
            BigDecimal money,
            BigDecimal inDoubt) {}

    private List<Spent> spent(LocalDate since) {
        return jdbc.sql("""
                        SELECT budget_day, run_id, type, model, tenant, document_id, COUNT(*) AS calls,
                          SUM(CASE WHEN state IN ('FAILED', 'LOST') THEN 1 ELSE 0 END) AS failed,
                          COALESCE(SUM(input_tokens), 0) AS input, COALESCE(SUM(cached_tokens), 0) AS cached,
                          COALESCE(SUM(output_tokens), 0) AS output, SUM(charged_money) AS money,
                          SUM(CASE WHEN state = 'ANSWERED' THEN 0 ELSE charged_money END) AS in_doubt
                        FROM model_call WHERE budget_day >= :since
                        GROUP BY budget_day, run_id, type, model, tenant, document_id""")
                .param("since", since.toString())
                .query((row, number) -> new Spent(
                        row.getString("budget_day"),
                        row.getString("run_id"),
                        row.getString("type"),
                        row.getString("model"),
                        row.getString("tenant"),
                        row.getString("document_id"),
                        row.getLong("calls"),
                        row.getLong("failed"),
                        row.getLong("input"),
                        row.getLong("cached"),
                        row.getLong("output"),
                        row.getBigDecimal("money"),
                        row.getBigDecimal("in_doubt")))
                .list();
    }

    /** How many fields were asked for, by run and document. */
    private Map<String, Long> fields() {
        Map<String, Long> fields = new TreeMap<>();
        jdbc.sql("""
                        SELECT run_id, id, asked_small + asked_large + asked_challenger AS fields FROM document
                        WHERE asked_small + asked_large + asked_challenger > 0""").query(row -> {
            fields.put(row.getString("run_id") + " " + row.getString("id"), row.getLong("fields"));
        });
        return fields;
    }
}
