package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.store.RunRow;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Words of commands as a shell takes them, for sentences that tell what to type. */
final class CommandWords {

    private CommandWords() {}

    /** What a run was given. */
    static String inbox(RunRow run) {
        return Inbox.parse(run.inbox()).entries().stream()
                .map(Path::toString)
                .map(CommandWords::quoted)
                .collect(Collectors.joining(" "));
    }

    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
