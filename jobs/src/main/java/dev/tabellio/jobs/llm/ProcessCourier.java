package dev.tabellio.jobs.llm;

import dev.tabellio.document.ArtifactJson;
import dev.tabellio.document.ProcessingFailure.StopTheRun;
import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelFailure.Kind;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.jobs.config.ModelEntries;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.llm.CourierProcess.Errand;
import dev.tabellio.jobs.llm.Spool.Delivery;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Has requests carried by a process that outlives this one: kill -9 of a run loses no answer that is under way. The next
 * process that needs it waits until the courier of the dead one has ended, and finds what it left.
 *
 * <p>If both die (the machine loses power, a container is removed), nobody knows what became of a request that was sent;
 * it counts as lost and stays charged. With a provider that honours idempotency keys asking again costs nothing; see {@code
 * idempotent} in the configuration.
 */
final class ProcessCourier implements Courier {

    private static final Duration LOOK = Duration.ofMillis(50);

    /** Between the provider's time limit and the end of our patience with the courier itself. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final TabellioConfig config;
    private final Map<Tier, LanguageModel> models;
    private final Spool spool;
    private @Nullable Running running;

    /** A courier at work. @param waiting for what it brings, by call */
    private record Running(Process process, BufferedReader back, Map<Long, CompletableFuture<Delivery>> waiting) {}

    /** @param models for what they can do; they are not asked here */
    ProcessCourier(TabellioConfig config, Map<Tier, LanguageModel> models) {
        this.config = config;
        this.models = Map.copyOf(models);
        this.spool = new Spool(spool(config));
    }

    private static Path spool(TabellioConfig config) {
        return config.home().resolve("courier");
    }

    @Override
    public Optional<ModelCapabilities> capabilities(Tier tier) {
        return Optional.ofNullable(models.get(tier)).map(LanguageModel::capabilities);
    }

    @Override
    public ModelAnswer carry(long call, Tier tier, ModelRequest request) {
        try {
            CompletableFuture<Delivery> delivery = hand(new Errand(call, tier, request));
            Duration patience = config.llm().models().values().stream()
                    .map(model -> model.timeout())
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO)
                    .plus(MARGIN);
            return delivery.get(patience.toMillis(), TimeUnit.MILLISECONDS).orThrow();
        } catch (IOException e) {
            throw new ModelFailure(
                    Kind.CONNECTION, "the courier process is gone: " + e.getMessage(), Optional.empty(), e);
        } catch (ExecutionException | TimeoutException e) {
            throw new ModelFailure(Kind.TIMEOUT, "the courier process does not answer", Optional.empty(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFailure(Kind.CONNECTION, "interrupted", Optional.empty(), e);
        }
    }

    @Override
    public boolean neverSent(long call) {
        awaitOrphans();
        return !spool.sent(call) && spool.delivered(call).isEmpty();
    }

    @Override
    public Optional<ModelAnswer> recover(long call) {
        awaitOrphans();
        return spool.delivered(call).map(Delivery::orThrow);
    }

    /** Their answers are in the spool when they have ended. */
    private void awaitOrphans() {
        try {
            while (spool.orphansAtWork()) {
                Thread.sleep(LOOK.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopTheRun("interrupted", e);
        }
    }

    @Override
    public void settled(long call) {
        spool.forget(call);
    }

    @Override
    public synchronized void close() {
        Running open = running;
        if (open != null) {
            try {
                open.process().getOutputStream().close();
            } catch (IOException e) {
                open.process().destroy();
            }
        }
    }

    private synchronized CompletableFuture<Delivery> hand(Errand errand) throws IOException {
        Running open = running;
        if (open == null || !open.process().isAlive()) {
            open = start();
            running = open;
        }
        CompletableFuture<Delivery> delivery = new CompletableFuture<>();
        open.waiting().put(errand.call(), delivery);
        say(open.process(), ArtifactJson.mapper().writeValueAsString(errand));
        return delivery;
    }

    private static void say(Process courier, String line) throws IOException {
        OutputStream errands = courier.getOutputStream();
        errands.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        errands.flush();
    }

    private Running start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CourierProcess.class.getName(),
                spool(config).toString(),
                Spool.self()));
        Process started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader back =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        say(started, ModelEntries.write(config.llm().models()));
        if (!CourierProcess.READY.equals(back.readLine())) {
            started.destroyForcibly();
            throw new IOException("the courier process could not start");
        }
        Running fresh = new Running(started, back, new ConcurrentHashMap<>());
        Thread listener = new Thread(() -> listen(fresh), "courier");
        listener.setDaemon(true);
        listener.start();
        return fresh;
    }

    private void listen(Running courier) {
        try (BufferedReader back = courier.back()) {
            for (String line = back.readLine(); line != null; line = back.readLine()) {
                long call = Long.parseLong(line.strip());
                CompletableFuture<Delivery> delivery = courier.waiting().remove(call);
                if (delivery != null) {
                    spool.delivered(call).ifPresent(delivery::complete);
                }
            }
        } catch (IOException | NumberFormatException e) {
            courier.process().destroy();
        } finally {
            ModelFailure gone = new ModelFailure(Kind.CONNECTION, "the courier process ended", Optional.empty(), null);
            courier.waiting().values().forEach(delivery -> delivery.complete(Delivery.of(gone)));
        }
    }
}
