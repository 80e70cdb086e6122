package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.Runs;
import picocli.CommandLine.Command;

/** Goes back to what was active before. */
@Command(name = "rollback", description = "Take the last activation back: what was active before it is active again.")
final class ReleasesRollbackCommand extends OperatorCommand {

    @Override
    ExitCode execute() {
        try (Runs runs = Runs.open(config())) {
            out().println(runs.releases()
                    .rollBack()
                    .map("New runs work with release %s again."::formatted)
                    .orElse("New runs work with the installation as it is again."));
            return ExitCode.COMPLETED;
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }
}
