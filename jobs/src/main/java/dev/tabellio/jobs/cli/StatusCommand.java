package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.report.RunProgress;
import dev.tabellio.jobs.report.RunSummary;
import dev.tabellio.jobs.store.RunRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells how a run is. */
@Command(name = "status", description = "Tell how a run is: its progress while it works, its summary afterwards.")
final class StatusCommand extends OperatorCommand {

    @Parameters(paramLabel = "RUN", arity = "0..1", description = "The run (default: the newest).")
    private @Nullable String run;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    ExitCode execute() {
        try (Runs runs = Runs.open(config())) {
            Optional<RunRow> newest = runs.stores().runs().newest();
            if (run == null && newest.isEmpty()) {
                out().println(json ? "null" : "No runs yet.");
                return ExitCode.COMPLETED;
            }
            RunRow chosen = RunChoice.of(runs, run);
            Instant now = Instant.now();
            RunSummary summary = runs.report().summary(chosen.id(), now);
            boolean working = chosen.owned(now);
            RunProgress progress = runs.report().progress(chosen.id());
            if (json) {
                Map<String, Object> both = new LinkedHashMap<>();
                both.put("working", working);
                both.put("progress", progress);
                both.put("summary", summary);
                printJson(both);
            } else if (working) {
                out().println("Run %s is at work (%s)"
                        .formatted(
                                chosen.id(),
                                chosen.owner().map(Object::toString).orElse("")));
                out().println("  " + ProgressView.line(summary.seconds(), progress));
            } else {
                out().print(SummaryText.of(summary));
            }
            return ExitCode.COMPLETED;
        }
    }
}
