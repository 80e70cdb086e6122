package dev.tabellio.jobs;

import dev.tabellio.jobs.register.Inbox;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What somebody wants to run.
 *
 * @param out folder that gets a folder for the run's export
 * @param runId chosen by the caller; without one, an unfinished run over the same inbox into the same folder goes on, or
 *     a new one starts
 */
public record RunRequest(Inbox inbox, Path out, Optional<String> runId) {

    /** @throws IllegalArgumentException if the run id cannot be the name of a folder */
    public RunRequest {
        out = out.toAbsolutePath().normalize();
        runId.ifPresent(id -> {
            if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
                throw new IllegalArgumentException(
                        "a run id has 1 to 64 letters, digits, '.', '_' or '-' and starts with a letter or digit: '%s'"
                                .formatted(id));
            }
        });
    }
}
