package dev.tabellio.jobs.cli;

import picocli.CommandLine.Command;

/** Language models. */
@Command(
        name = "models",
        description = "Check the configured language models.",
        subcommands = {ModelsCheckCommand.class})
final class ModelsCommand extends OperatorCommand {

    @Override
    ExitCode execute() {
        throw new CommandFailure(ExitCode.USAGE, "say what to do with models: check");
    }
}
