package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.ActiveRun;
import dev.tabellio.jobs.RunOutcome;
import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.report.RunSummary;
import java.time.Instant;

/** Works on a run in the foreground: progress while it lasts, a graceful stop on a signal, its summary at the end. */
final class RunFollower {

    private final OperatorCommand command;
    private final Runs runs;
    private final boolean json;

    RunFollower(OperatorCommand command, Runs runs, boolean json) {
        this.command = command;
        this.runs = runs;
        this.json = json;
    }

    ExitCode follow(ActiveRun run) {
        command.err().println("Run %s".formatted(run.id()));
        command.err().flush();
        RunOutcome outcome;
        try (StopOnSignal signals = StopOnSignal.install(says -> {
                    command.err().println("Stopping: files in work are finished first ...");
                    command.err().flush();
                    run.stop(says);
                });
                ProgressView view = ProgressView.open(
                        () -> runs.report().progress(run.id()),
                        command.err(),
                        command.onTerminal(),
                        command.columns())) {
            outcome = run.work();
        }
        return tell(run.id(), outcome);
    }

    /** Prints what became of a run. */
    ExitCode tell(String run, RunOutcome outcome) {
        RunSummary summary = runs.report().summary(run, Instant.now());
        if (json) {
            command.printJson(summary);
        } else {
            command.out().print(SummaryText.of(summary));
        }
        return exit(outcome);
    }

    private static ExitCode exit(RunOutcome outcome) {
        return switch (outcome) {
            case COMPLETED -> ExitCode.COMPLETED;
            case COMPLETED_WITH_PARKED -> ExitCode.COMPLETED_WITH_PARKED;
            case WAITING -> ExitCode.STOPPED_BY_BUDGET;
            case STOPPED -> ExitCode.STOPPED_BY_OPERATOR;
            case FAILED -> ExitCode.FAILED;
        };
    }
}
