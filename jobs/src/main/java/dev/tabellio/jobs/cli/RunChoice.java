package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.store.RunRow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The run that a command is about: the one named, or the newest. */
final class RunChoice {

    private RunChoice() {}

    static RunRow of(Runs runs, @Nullable String id) {
        Optional<RunRow> run = id == null
                ? runs.stores().runs().newest()
                : runs.stores().runs().find(id);
        return run.orElseThrow(() -> new CommandFailure(
                ExitCode.USAGE,
                id == null
                        ? "there is no run yet; start one with 'tabellio run INBOX'"
                        : "there is no run '%s'; 'tabellio runs' lists them".formatted(id)));
    }
}
