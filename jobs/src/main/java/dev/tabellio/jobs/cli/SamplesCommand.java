package dev.tabellio.jobs.cli;

import picocli.CommandLine.Command;

/** Groups what makes sample documents. */
@Command(
        name = "samples",
        description = "Make sample documents with known answers.",
        subcommands = {
            SamplesFillCommand.class,
            SamplesGenerateCommand.class,
            SamplesPoisonCommand.class,
            SamplesScanCommand.class,
            SamplesRebuildCommand.class
        })
final class SamplesCommand extends OperatorCommand {

    @Override
    ExitCode execute() {
        throw new CommandFailure(ExitCode.USAGE, "say what to do with samples: fill, generate, poison or rebuild");
    }
}
