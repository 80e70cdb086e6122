package dev.tabellio.jobs.llm;

import dev.tabellio.document.ArtifactJson;
import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.jobs.config.LlmConfig.Model;
import dev.tabellio.jobs.config.ModelEntries;
import dev.tabellio.jobs.llm.Spool.Delivery;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A process that does nothing but carry requests. It takes them from its standard input, a line each, and says on its
 * standard output which are back. When its master dies, it still waits for the answers that are under way and leaves them
 * in the spool; then it ends.
 */
public final class CourierProcess {

    /** Longer than any answer may take. */
    private static final int LAST_ANSWERS_MINUTES = 65;

    /** Said first: from now on a dead master's errands are known to be in good hands. */
    static final String READY = "ready";

    private final Spool spool;
    private final DirectCourier courier;
    private final PrintStream back;

    private CourierProcess(Spool spool, Map<Tier, LanguageModel> models, PrintStream back) {
        this.back = back;
        this.spool = spool;
        this.courier = new DirectCourier(models);
    }

    /** What is to be carried. */
    record Errand(long call, Tier tier, ModelRequest request) {}

    /**
     * The first line of standard input tells the models, as {@link ModelEntries} writes them.
     *
     * @param args folder of the spool, master as {@link Spool#self} names it
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream back = System.out;
        // whatever else is printed must not come between the lines that the master reads
        System.setOut(System.err);
        Spool spool = new Spool(Path.of(args[0]));
        BufferedReader errands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Map<Tier, Model> models = ModelEntries.read("models", String.valueOf(errands.readLine()));
        try (FileLock lock = spool.enlist(args[1])) {
            new CourierProcess(spool, ConfiguredModels.open(models, System.getenv()), back).work(errands, lock);
        }
        Runtime.getRuntime().halt(0);
    }

    private void work(BufferedReader errands, FileLock lock) throws IOException, InterruptedException {
        say(READY);
        ExecutorService threads = Executors.newCachedThreadPool();
        for (String line = errands.readLine(); line != null && lock.isValid(); line = errands.readLine()) {
            Errand errand = ArtifactJson.mapper().readValue(line, Errand.class);
            threads.execute(() -> run(errand));
        }
        threads.shutdown();
        threads.awaitTermination(LAST_ANSWERS_MINUTES, TimeUnit.MINUTES);
    }

    private void run(Errand errand) {
        Delivery delivery;
        spool.sending(errand.call());
        try {
            delivery = Delivery.of(courier.carry(errand.call(), errand.tier(), errand.request()));
        } catch (ModelFailure e) {
            delivery = Delivery.of(e);
        }
        spool.deliver(errand.call(), delivery);
        say(String.valueOf(errand.call()));
    }

    private synchronized void say(String line) {
        back.println(line);
        back.flush();
    }
}
