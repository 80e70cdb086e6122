package dev.tabellio.jobs;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.jobs.config.ConfigReader;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.process.StandardStages;
import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.store.Stage;
import dev.tabellio.samples.models.ObedientModel;
import dev.tabellio.samples.models.Protocol;
import dev.tabellio.samples.models.Reply;
import dev.tabellio.samples.models.Script;
import dev.tabellio.samples.models.ScriptedModelServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Measures how far recognising text and waiting for a model overlap: a folder of scans is read without a model, then asked
 * about with everything read before, then both at once in a fresh home. Prints the last beside the longer of the others.
 * Arguments: the folder; seconds that the model takes (2); rounds (1).
 */
final class OverlapFigures {

    private static final int CONCURRENCY = 6;
    private static final String RUN = "overlap";
    private static final Rerun FIELDS =
            new Rerun(false, Optional.empty(), Optional.empty(), Optional.of(Stage.SYNTHESIZE));

    private final Path inbox;
    private final ScriptedModelServer server;

    private OverlapFigures(Path inbox, ScriptedModelServer server) {
        this.inbox = inbox;
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException {
        Path inbox = Path.of(arguments[0]);
        Duration latency = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 2);
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        Script knowsNothing = new ObedientModel(List.of(), false);
        try (ScriptedModelServer server =
                ScriptedModelServer.start(request -> new Reply.Late(latency, knowsNothing.reply(request)))) {
            OverlapFigures figures = new OverlapFigures(inbox, server);
            figures.timed(Files.createTempDirectory("overlap"), false, "never");
            for (int round = 1; round <= rounds; round++) {
                figures.round();
            }
        }
        System.exit(0);
    }

    private void round() throws IOException {
        Path home = Files.createTempDirectory("overlap");
        double computing = timed(home, false, "never");
        int before = server.requests().size();
        double asking = timed(home, true, "always");
        int asked = server.requests().size() - before;
        double both = timed(Files.createTempDirectory("overlap"), false, "always");
        System.out.printf(
                Locale.ROOT,
                "reading alone %.1f s, %d requests alone %.1f s, both %.1f s: %.2f of the longer%n",
                computing,
                asked,
                asking,
                both,
                both / Math.max(computing, asking));
    }

    /** Seconds of a run. @param again what the run before has recognised is there, and fields are read anew */
    private double timed(Path home, boolean again, String policy) throws IOException {
        Files.writeString(
                home.resolve("tabellio.yaml"), """
                llm:
                  policy: %s
                  small:
                    provider: openai
                    base-url: %s
                    model: slow
                    local: true
                    context-tokens: 200000
                    concurrency: %d
                """.formatted(policy, server.baseUrl(Protocol.OPEN_AI), CONCURRENCY));
        TabellioConfig config = new ConfigReader(Map.of(), new Properties()).read(home);
        try (Stages stages = StandardStages.open(config, DocumentTypes.shipped());
                Runs runs = Runs.open(config)) {
            long start = System.nanoTime();
            RunOutcome outcome = (again ? runs.rerun(RUN, FIELDS, stages) : runs.start(request(home), stages)).work();
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(Locale.ROOT, "  policy %s: %s in %.1f s%n", policy, outcome, seconds);
            return seconds;
        }
    }

    private RunRequest request(Path home) {
        return new RunRequest(Inbox.of(List.of(inbox)), home.resolve("out"), Optional.of(RUN));
    }
}
