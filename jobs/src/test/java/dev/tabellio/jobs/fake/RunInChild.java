package dev.tabellio.jobs.fake;

import dev.tabellio.jobs.RunOutcome;
import dev.tabellio.jobs.Runs;
import dev.tabellio.jobs.process.Stages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs the inbox of a {@link Workplace} in a process of its own, to be killed. */
public final class RunInChild {

    private RunInChild() {}

    /** @param args folder, run id, milliseconds per file, name of the inbox */
    public static void main(String[] args) {
        Workplace place = Workplace.in(Path.of(args[0])).withInbox(args[3]);
        RunOutcome outcome;
        try (Runs runs = Runs.open(place.config());
                Stages stages = place.stages(Long.parseLong(args[2]))) {
            outcome = place.start(runs, stages, Optional.of(args[1])).work();
        }
        System.exit(outcome.ordinal());
    }

    /** Starts the process; its output goes to {@code child.log} in the folder. */
    public static Process start(Workplace place, String run, long millisPerFile) throws IOException {
        return start(place, run, millisPerFile, "inbox");
    }

    /** As {@link #start(Workplace, String, long)}, over another inbox of the place. */
    public static Process start(Workplace place, String run, long millisPerFile, String inbox) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunInChild.class.getName(),
                        place.folder().toString(),
                        run,
                        String.valueOf(millisPerFile),
                        inbox))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        place.folder().resolve("child.log").toFile()))
                .start();
    }
}
