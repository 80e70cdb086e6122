package dev.tabellio.jobs.cli;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.store.RunRow;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Exports a run again. */
@Command(name = "export", description = "Export a completed run again; the same run gives the same bytes.")
final class ExportCommand extends OperatorCommand {

    @Parameters(paramLabel = "RUN", arity = "0..1", description = "The run (default: the newest).")
    private @Nullable String run;

    @Option(names = "--out", paramLabel = "DIR", description = "Export into DIR/<run> (default: where the run did).")
    private @Nullable Path out;

    @Override
    ExitCode execute() {
        try (Runs runs = Runs.open(config())) {
            RunRow row = RunChoice.of(runs, run);
            DocumentTypes types = row.release()
                    .map(name -> runs.releases().types(runs.releases().get(name)))
                    .orElseGet(this::documentTypes);
            Path folder = runs.export(row.id(), Optional.ofNullable(out), types);
            out().println(folder);
            return ExitCode.COMPLETED;
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }
}
