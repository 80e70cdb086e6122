package dev.tabellio.jobs;

import dev.tabellio.document.ProcessingFailure.StopTheRun;
import dev.tabellio.jobs.process.Estimate;
import dev.tabellio.jobs.process.EstimateStage;
import dev.tabellio.jobs.process.FilePipeline;
import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.store.FileRow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads files as a run would, up to the first question to a model. What is read is kept for the run itself. */
final class Estimation {

    private final FilePipeline pipeline;
    private final EstimateStage models;
    private final int workers;

    /** @param pipeline asks {@code models} */
    Estimation(FilePipeline pipeline, EstimateStage models, int workers) {
        this.pipeline = pipeline;
        this.models = models;
        this.workers = workers;
    }

    Estimate of(List<FileRow> files, Inbox inbox) {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> reads = new ArrayList<>();
            for (FileRow file : files) {
                reads.add(threads.submit(() -> pipeline.process(file, inbox.resolve(file.path()))));
            }
            for (Future<?> read : reads) {
                read.get();
            }
            return models.sum();
        } catch (ExecutionException e) {
            throw new StopTheRun("the files could not be read: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopTheRun("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
