package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets runs work with a release. */
@Command(
        name = "activate",
        description = "Let new runs work with a release. Runs that were begun go on with what they were begun with.")
final class ReleasesActivateCommand extends OperatorCommand {

    @Parameters(paramLabel = "NAME", description = "The release.")
    private String name = "";

    @Override
    ExitCode execute() {
        try (Runs runs = Runs.open(config())) {
            runs.releases().activate(name);
            out().println("New runs work with release %s; 'tabellio releases rollback' takes that back."
                    .formatted(name));
            return ExitCode.COMPLETED;
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }
}
