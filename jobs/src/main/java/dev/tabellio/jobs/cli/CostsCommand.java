package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.llm.Amounts;
import dev.tabellio.jobs.llm.CostBook;
import dev.tabellio.jobs.llm.CostBook.By;
import dev.tabellio.jobs.llm.CostBook.Line;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells what language models cost. */
@Command(
        name = "costs",
        description = "Tell what language models cost, by day, run, type, model or tenant; what stands out is named.")
final class CostsCommand extends OperatorCommand {

    private static final int DAYS = 30;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "day, run, type, model or tenant (default: ${DEFAULT-VALUE}).")
    private By by = By.DAY;

    @Option(
            names = "--since",
            paramLabel = "DAY",
            description = "The first day, such as 2026-11-01 (default: 30 days ago).")
    private @Nullable LocalDate since;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    ExitCode execute() {
        LocalDate from = since == null ? LocalDate.now(ZoneOffset.UTC).minusDays(DAYS) : since;
        try (Runs runs = Runs.open(config())) {
            CostBook book = runs.costs();
            List<Line> lines = book.lines(by, from);
            List<String> anomalies = book.anomalies(from);
            String currency = config().llm().currency();
            if (json) {
                Map<String, Object> all = new LinkedHashMap<>();
                all.put("by", by.name().toLowerCase(Locale.ROOT));
                all.put("since", from.toString());
                all.put("currency", currency);
                all.put("lines", lines);
                all.put("anomalies", anomalies);
                printJson(all);
            } else if (lines.isEmpty()) {
                out().println("No model was asked since %s.".formatted(from));
            } else {
                out().print(text(by, lines, anomalies, currency));
            }
            return ExitCode.COMPLETED;
        }
    }

    /** A line for each key, then what stands out. */
    static String text(By by, List<Line> lines, List<String> anomalies, String currency) {
        TextTable table = new TextTable();
        table.row(
                by.name(),
                "CALLS",
                "FAILED",
                "TOKENS IN",
                "CACHED",
                "OUT",
                currency,
                "IN DOUBT",
                "DOCUMENTS",
                "EACH",
                "FIELDS",
                "EACH");
        for (Line line : lines) {
            table.row(
                    line.key(),
                    String.valueOf(line.calls()),
                    String.valueOf(line.failed()),
                    String.valueOf(line.inputTokens()),
                    String.valueOf(line.cachedTokens()),
                    String.valueOf(line.outputTokens()),
                    Amounts.plain(line.money()),
                    Amounts.plain(line.inDoubt()),
                    String.valueOf(line.documents()),
                    Amounts.plain(line.perDocument()),
                    String.valueOf(line.fields()),
                    Amounts.plain(line.perField()));
        }
        StringBuilder text = new StringBuilder(table.render(""));
        if (!anomalies.isEmpty()) {
            text.append("%nUnusual:%n".formatted());
            anomalies.forEach(anomaly -> text.append("  %s%n".formatted(anomaly)));
        }
        return text.toString();
    }
}
