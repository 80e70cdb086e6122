package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.store.ReleaseStore.ReleaseRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the versions of a release. */
@Command(name = "show", description = "Show the versions that a release is made of.")
final class ReleasesShowCommand extends OperatorCommand {

    @Parameters(paramLabel = "NAME", description = "The release.")
    private String name = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    ExitCode execute() {
        try (Runs runs = Runs.open(config())) {
            ReleaseRow release = runs.releases().get(name);
            if (json) {
                printJson(release);
                return ExitCode.COMPLETED;
            }
            out().println("Release %s of %s  %s"
                    .formatted(release.name(), release.created(), release.note())
                    .strip());
            TextTable head = new TextTable();
            head.row("code", release.code());
            head.row("models", release.models().equals("{}") ? "none" : release.models());
            out().print(head.render("  "));
            TextTable types = new TextTable();
            types.row("type", "schema", "prompt", "rules", "folder");
            release.types()
                    .forEach(type -> types.row(
                            type.type(),
                            type.schema(),
                            type.prompt(),
                            type.rules(),
                            type.digest().substring(0, 12)));
            out().print(types.render("  "));
            return ExitCode.COMPLETED;
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }
}
