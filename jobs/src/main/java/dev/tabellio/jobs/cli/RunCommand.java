package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.RunInUse;
import dev.tabellio.jobs.RunOutcome;
import dev.tabellio.jobs.RunRequest;
import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.release.ReleasedStages;
import dev.tabellio.jobs.release.ShadowStages;
import dev.tabellio.jobs.store.RunRow;
import dev.tabellio.jobs.store.RunRow.Beside;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an inbox. */
@Command(
        name = "run",
        description = {
            "Process an inbox: a folder, or files.",
            "The same command goes on with a run that was stopped, failed or killed; after a completed run it starts a"
                    + " new one, in which what was processed already is listed as duplicate."
        })
final class RunCommand extends OperatorCommand {

    @Parameters(paramLabel = "INBOX", arity = "1..*", description = "Folder, or files.")
    private List<Path> inbox = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Export into DIR/<run> (default: ./out).")
    private Path out = Path.of("out");

    @Option(names = "--run-id", paramLabel = "ID", description = "Name of the run (default: day and number).")
    private @Nullable String runId;

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            description = "For whom: whose model budget is used (default: ${DEFAULT-VALUE}).")
    private String tenant = RunRow.DEFAULT_TENANT;

    @Option(names = "--estimate", description = "Tell what asking models would take and cost, and ask nobody.")
    private boolean estimate;

    @Option(
            names = "--shadow",
            paramLabel = "RELEASE",
            description =
                    "Let this release read a share of the documents, too, and compare; nothing of it is exported.")
    private @Nullable String shadow;

    @Option(
            names = "--share",
            paramLabel = "SHARE",
            description = "That share, over 0 and up to 1 (default: ${DEFAULT-VALUE}).")
    private BigDecimal share = new BigDecimal("0.1");

    @Option(names = "--workers", paramLabel = "N", description = "Files at the same time (default: the cores).")
    private @Nullable Integer workers;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    @Override
    ExitCode execute() {
        TabellioConfig config = workers == null ? config() : config().withWorkers(workers);
        try (Runs runs = Runs.open(config)) {
            RunRequest request = new RunRequest(Inbox.of(inbox), out, Optional.ofNullable(runId), tenant);
            RunFollower follower = new RunFollower(this, runs, json);
            Optional<RunOutcome> completed = estimate ? Optional.empty() : runs.completed(request);
            if (completed.isPresent()) {
                err().println("Run %s was completed before; nothing is left to do.".formatted(runId));
                return follower.tell(request.runId().orElseThrow(), completed.get());
            }
            Optional<RunRow> known = runs.known(request);
            StagesChoice choice = new StagesChoice(this, config, runs);
            try (ReleasedStages stages = choice.open(
                    known.isPresent() ? known.get().release() : runs.releases().active())) {
                if (estimate) {
                    return tell(runs.estimate(request, stages), json);
                }
                Optional<Beside> beside =
                        shadow == null ? known.flatMap(RunRow::beside) : Optional.of(new Beside(shadow, share));
                if (beside.isEmpty()) {
                    return follower.follow(runs.start(request, stages, Optional.empty()));
                }
                try (ShadowStages second = choice.open(beside.get())) {
                    return follower.follow(runs.start(request, stages, Optional.of(second)));
                }
            }
        } catch (RunInUse | IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }
}
