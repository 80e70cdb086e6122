package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.balance.ControlTotals.Totals;
import dev.tabellio.jobs.report.CommandWords;
import dev.tabellio.jobs.store.RunRow;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the runs. */
@Command(name = "runs", description = "List the runs, the newest first.")
final class RunsCommand extends OperatorCommand {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** A line of the list. */
    record Listed(
            String run,
            String state,
            Instant started,
            double seconds,
            int files,
            int posted,
            int review,
            int parked,
            String inbox) {}

    @Override
    ExitCode execute() {
        try (Runs runs = Runs.open(config())) {
            Instant now = Instant.now();
            List<Listed> listed = runs.stores().runs().all().stream()
                    .map(run -> listed(runs, run, now))
                    .toList();
            if (json) {
                printJson(listed);
            } else if (listed.isEmpty()) {
                out().println("No runs yet.");
            } else {
                TextTable table = new TextTable();
                table.row("RUN", "STATE", "STARTED", "TOOK", "FILES", "POSTED", "REVIEW", "PARKED", "INBOX");
                listed.forEach(run -> table.row(
                        run.run(),
                        run.state(),
                        MINUTE.format(run.started().atZone(ZoneId.systemDefault())),
                        SummaryText.duration(run.seconds()),
                        String.valueOf(run.files()),
                        String.valueOf(run.posted()),
                        String.valueOf(run.review()),
                        String.valueOf(run.parked()),
                        run.inbox()));
                out().print(table.render(""));
            }
            return ExitCode.COMPLETED;
        }
    }

    private static Listed listed(Runs runs, RunRow run, Instant now) {
        Totals files = runs.report().totals(run.id()).files();
        Totals documents = runs.report().totals(run.id()).documents();
        return new Listed(
                run.id(),
                run.orphaned(now) ? "CRASHED" : run.state().name(),
                run.started().orElse(run.created()),
                run.workedUntil(now).toMillis() / 1000.0,
                files.registered(),
                documents.posted(),
                documents.review(),
                files.parked(),
                CommandWords.inbox(run));
    }
}
