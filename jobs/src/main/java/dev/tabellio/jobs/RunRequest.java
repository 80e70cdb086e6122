package dev.tabellio.jobs;

import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.store.RunRow;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What somebody wants to run.
 *
 * @param out folder that gets a folder for the run's export
 * @param runId chosen by the caller; without one, an unfinished run over the same inbox into the same folder goes on, or
 *     a new one starts
 * @param tenant for whom it runs: whose budget is used, and which providers are allowed
 */
public record RunRequest(Inbox inbox, Path out, Optional<String> runId, String tenant) {

    /** @throws IllegalArgumentException if the run id cannot be the name of a folder, or the tenant is no name */
    public RunRequest {
        out = out.toAbsolutePath().normalize();
        runId.ifPresent(id -> {
            if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
                throw new IllegalArgumentException(
                        "a run id has 1 to 64 letters, digits, '.', '_' or '-' and starts with a letter or digit: '%s'"
                                .formatted(id));
            }
        });
        if (!tenant.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException(
                    "a tenant has 1 to 64 letters, digits, '.', '_' or '-' and starts with a letter or digit: '%s'"
                            .formatted(tenant));
        }
    }

    /** A request for the default tenant. */
    public RunRequest(Inbox inbox, Path out, Optional<String> runId) {
        this(inbox, out, runId, RunRow.DEFAULT_TENANT);
    }
}
