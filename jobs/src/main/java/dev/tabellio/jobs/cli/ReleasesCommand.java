package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.release.Releases;
import dev.tabellio.jobs.store.ReleaseStore.ReleaseRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the releases. */
@Command(
        name = "releases",
        description = {
            "List the releases: named sets of versions of document types (schema, prompt, rules), models and code.",
            "New runs work with the active one, whatever has become of the installation's folders since; without one they"
                    + " work with the installation as it is."
        },
        subcommands = {
            ReleasesCreateCommand.class,
            ReleasesShowCommand.class,
            ReleasesActivateCommand.class,
            ReleasesRollbackCommand.class,
            ReleasesCompareCommand.class
        })
final class ReleasesCommand extends OperatorCommand {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** A release in the list. */
    record Listed(String name, boolean active, Instant created, String code, int types, String note) {}

    @Override
    ExitCode execute() {
        try (Runs runs = Runs.open(config())) {
            Releases releases = runs.releases();
            Optional<String> active = releases.active();
            List<Listed> list = releases.all().stream()
                    .map(release -> listed(release, active))
                    .toList();
            if (json) {
                printJson(list);
            } else if (list.isEmpty()) {
                out().println("There is no release; 'tabellio releases create NAME' makes one of the installation.");
            } else {
                TextTable table = new TextTable();
                list.forEach(release -> table.row(
                        release.active() ? "*" : "",
                        release.name(),
                        release.created().truncatedTo(ChronoUnit.SECONDS).toString(),
                        "code " + release.code(),
                        "%d types".formatted(release.types()),
                        release.note()));
                out().print(table.render(""));
                out().println(active.map("Active: %s"::formatted)
                        .orElse("None is active: runs work with the installation as it is."));
            }
        }
        return ExitCode.COMPLETED;
    }

    private static Listed listed(ReleaseRow release, Optional<String> active) {
        return new Listed(
                release.name(),
                active.filter(release.name()::equals).isPresent(),
                release.created(),
                release.code(),
                release.types().size(),
                release.note());
    }
}
