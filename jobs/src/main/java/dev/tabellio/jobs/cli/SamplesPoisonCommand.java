package dev.tabellio.jobs.cli;

import dev.tabellio.samples.generate.SampleFolder;
import dev.tabellio.samples.poison.PoisonedSample;
import dev.tabellio.samples.poison.PoisonedSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes documents that try to talk a language model into a wrong value. */
@Command(
        name = "poison",
        description = {
            "Make tax forms and contracts with instructions to language models in them, seen and hidden.",
            "",
            "DIR/documents is an inbox for 'run'; DIR/truth says what is printed, and beside it what the attacker wants."
        })
final class SamplesPoisonCommand extends OperatorCommand {

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to.")
    private Path out = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "Which documents (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    ExitCode execute() throws IOException {
        SampleFolder folder = new SampleFolder(out);
        folder.describe("poisoned from seed " + seed);
        List<PoisonedSample> set = PoisonedSet.of(seed);
        for (PoisonedSample poisoned : set) {
            folder.write(poisoned.sample());
            folder.note(poisoned.id(), poisoned.note());
        }
        out().println("%s poisoned documents: %s".formatted(set.size(), out.resolve("documents")));
        return ExitCode.COMPLETED;
    }
}
