package dev.tabellio.jobs.report;

import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.store.RunRow;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Words of commands as a shell takes them, for sentences that tell what to type. */
public final class CommandWords {

    private CommandWords() {}

    /** What a run was given. */
    public static String inbox(RunRow run) {
        return Inbox.parse(run.inbox()).entries().stream()
                .map(Path::toString)
                .map(CommandWords::quoted)
                .collect(Collectors.joining(" "));
    }

    /** The command that goes on with a run. */
    public static String run(RunRow run) {
        String tenant = run.tenant().equals(RunRow.DEFAULT_TENANT) ? "" : " --tenant " + quoted(run.tenant());
        return "tabellio run %s --out %s --run-id %s%s"
                .formatted(inbox(run), quoted(run.out().toString()), quoted(run.id()), tenant);
    }

    public static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
