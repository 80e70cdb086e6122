package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.process.StandardStages;
import dev.tabellio.jobs.store.ReleaseStore.ReleaseRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a release of the installation as it is. */
@Command(
        name = "create",
        description =
                "Keep the installation's document types and models, with all their files, under a name. Keys are not"
                        + " kept, only where they are.")
final class ReleasesCreateCommand extends OperatorCommand {

    @Parameters(paramLabel = "NAME", description = "Letters, digits, '.', '_' and '-'.")
    private String name = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "What is new, for people.")
    private String note = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    ExitCode execute() {
        try (Runs runs = Runs.open(config());
                Stages stages = StandardStages.open(config(), documentTypes())) {
            ReleaseRow release = runs.releases().create(name, note, stages, config().llm());
            if (json) {
                printJson(release);
            } else {
                out().println(
                                "Release %s: %d document types, code %s. 'tabellio releases activate %s' makes runs work with it."
                                        .formatted(
                                                release.name(),
                                                release.types().size(),
                                                release.code(),
                                                release.name()));
            }
            return ExitCode.COMPLETED;
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }
}
