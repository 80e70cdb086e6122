package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.report.CommandWords;
import dev.tabellio.jobs.store.RunRow;
import java.util.List;
import picocli.CommandLine.Command;

/** Finds runs whose process died. */
@Command(
        name = "recover",
        description =
                "Mark the runs whose process died as failed. The same 'run' command goes on, with or without this.")
final class RecoverCommand extends OperatorCommand {

    @Override
    ExitCode execute() {
        try (Runs runs = Runs.open(config())) {
            List<RunRow> recovered = runs.recover();
            if (recovered.isEmpty()) {
                out().println("No run has lost its process.");
            }
            recovered.forEach(run -> out().println("Run %s: %s; to go on: %s"
                    .formatted(run.id(), run.cause().orElse("its process died"), CommandWords.run(run))));
            return ExitCode.COMPLETED;
        }
    }
}
