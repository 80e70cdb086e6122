package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.ActiveRun;
import dev.tabellio.jobs.Rerun;
import dev.tabellio.jobs.RunInUse;
import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.release.ReleasedStages;
import dev.tabellio.jobs.store.Stage;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Does parts of a run again. */
@Command(
        name = "rerun",
        description = {
            "Do parts of a run again: what failed, a file, a document, or everything from a stage on.",
            "Whatever else was computed and is still valid is kept; the run is tied out and exported again."
        })
final class RerunCommand extends OperatorCommand {

    @Option(names = "--run", paramLabel = "RUN", description = "The run (default: the newest).")
    private @Nullable String run;

    @Option(names = "--failed", description = "All files and documents that are parked or quarantined.")
    private boolean failed;

    @Option(names = "--waiting", description = "All documents that a model could not be asked about.")
    private boolean waiting;

    @Option(names = "--document", paramLabel = "ID", description = "One document.")
    private @Nullable String document;

    @Option(names = "--file", paramLabel = "F", description = "One file, by its path in the inbox.")
    private @Nullable String file;

    @Option(
            names = "--from",
            paramLabel = "STAGE",
            description = "Compute this stage and the later ones again even if nothing changed: parse, classify,"
                    + " synthesize, reconcile or tie-out.")
    private @Nullable String from;

    @Option(names = "--estimate", description = "Tell what asking models would take and cost, and ask nobody.")
    private boolean estimate;

    @Option(names = "--workers", paramLabel = "N", description = "Files at the same time (default: the cores).")
    private @Nullable Integer workers;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    @Override
    ExitCode execute() {
        TabellioConfig config = workers == null ? config() : config().withWorkers(workers);
        try (Runs runs = Runs.open(config);
                ReleasedStages stages = new StagesChoice(this, config, runs)
                        .open(runs.releases().active())) {
            Rerun rerun = new Rerun(
                    failed,
                    waiting,
                    Optional.ofNullable(file),
                    Optional.ofNullable(document),
                    Optional.ofNullable(from).map(RerunCommand::stage));
            if (estimate) {
                return tell(runs.estimate(RunChoice.of(runs, run).id(), rerun, stages), json);
            }
            ActiveRun active = runs.rerun(RunChoice.of(runs, run).id(), rerun, stages, Optional.empty());
            return new RunFollower(this, runs, json).follow(active);
        } catch (RunInUse | IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private static Stage stage(String label) {
        return Stream.of(Stage.values())
                .filter(stage -> stage.label().equals(label.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no stage '%s'; the stages are %s"
                        .formatted(
                                label,
                                Stream.of(Stage.values()).map(Stage::label).collect(Collectors.joining(", ")))));
    }
}
