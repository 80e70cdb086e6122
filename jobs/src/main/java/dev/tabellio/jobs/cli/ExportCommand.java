package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.Runs;
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
            Path folder = runs.export(RunChoice.of(runs, run).id(), Optional.ofNullable(out), documentTypes());
            out().println(folder);
            return ExitCode.COMPLETED;
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }
}
