package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.store.RunRow;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stops a run that another process works on. */
@Command(
        name = "stop",
        description = "Stop a run: files in work are finished, then its process ends. The same 'run' goes on later.")
final class StopCommand extends OperatorCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(200);

    @Parameters(paramLabel = "RUN", arity = "0..1", description = "The run (default: the newest).")
    private @Nullable String run;

    @Override
    ExitCode execute() throws InterruptedException {
        try (Runs runs = Runs.open(config())) {
            RunRow chosen = RunChoice.of(runs, run);
            if (!runs.stop(chosen.id())) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        chosen.orphaned(Instant.now())
                                ? "run %s is not at work: its process died; the same 'tabellio run' goes on"
                                        .formatted(chosen.id())
                                : "run %s is not at work: it is %s".formatted(chosen.id(), chosen.state()));
            }
            Instant end = Instant.now().plus(PATIENCE);
            while (Instant.now().isBefore(end)) {
                RunRow now = runs.stores().runs().get(chosen.id());
                if (!now.owned(Instant.now())) {
                    out().println("Run %s is %s.".formatted(now.id(), now.state()));
                    return ExitCode.COMPLETED;
                }
                Thread.sleep(LOOK.toMillis());
            }
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "run %s was asked to stop, but its process still works after %d s; killing the process is safe"
                            .formatted(chosen.id(), PATIENCE.toSeconds()));
        }
    }
}
