package dev.tabellio.jobs.cli;

import dev.tabellio.samples.generate.CommittedSamples;
import dev.tabellio.samples.generate.SampleFolder;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes the samples of the repository again, after the generator has changed. */
@Command(name = "rebuild", description = "Make the samples of the repository again, documents and truth.")
final class SamplesRebuildCommand extends OperatorCommand {

    @Parameters(paramLabel = "DIR", description = "The repository's folder samples.")
    private Path folder = Path.of("");

    @Override
    ExitCode execute() throws IOException {
        SampleFolder samples = new SampleFolder(folder);
        samples.describe(CommittedSamples.NAME);
        CommittedSamples committed = new CommittedSamples();
        for (String id : committed.ids()) {
            samples.write(committed.make(id));
            samples.note(id, committed.purpose(id));
        }
        out().println("%s cases: %s".formatted(committed.ids().size(), folder.resolve("documents")));
        return ExitCode.COMPLETED;
    }
}
