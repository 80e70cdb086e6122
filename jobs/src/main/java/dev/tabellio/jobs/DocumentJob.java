package dev.tabellio.jobs;

import dev.tabellio.jobs.process.FileResult;
import dev.tabellio.jobs.process.StopSignal;
import dev.tabellio.jobs.store.FileRow;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.builder.TaskletStepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The nightly job, top to bottom.
 *
 * <pre>
 * register -> process (partitions on worker threads) -> tieOut -> export -> balance
 * </pre>
 *
 * <p>Where a run stands is told by its rows, not by Spring Batch's contexts: a step asks for what is still due, so
 * starting the job again with the same parameters goes on where it stopped, however it stopped. That is why every step
 * but the first may start again after it completed, and why no reader saves a position.
 */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository
class DocumentJob {

    /** Identifying parameters: the run, and its round, which each rerun raises. */
    static final String RUN = "run";

    static final String ROUND = "round";

    private static final String PARTITION = "partition";

    @Bean
    Job documents(
            JobRepository repository,
            @Qualifier("register") Step register,
            @Qualifier("process") Step process,
            @Qualifier("tieOut") Step tieOut,
            @Qualifier("export") Step export,
            @Qualifier("balance") Step balance) {
        return new JobBuilder("documents", repository)
                .start(register)
                .next(process)
                .next(tieOut)
                .next(export)
                .next(balance)
                .build();
    }

    /** Everything that is in the inbox gets a row; done once, in one transaction. */
    @Bean
    Step register(JobRepository repository, RunWork work, FailureWatch watch) {
        return once("register", repository, work::register, watch).build();
    }

    /** Each file through parse, classify, synthesize and reconcile; one transaction per file. */
    @Bean
    Step process(
            JobRepository repository,
            @Qualifier("partition") Step partition,
            @Qualifier("workers") TaskExecutor workers,
            RunWork work,
            FailureWatch watch) {
        return new StepBuilder("process", repository)
                .partitioner(PARTITION, size -> partitions(work))
                .step(partition)
                .taskExecutor(workers)
                .allowStartIfComplete(true)
                .listener(watch)
                .build();
    }

    @Bean
    Step partition(
            JobRepository repository,
            PlatformTransactionManager transactions,
            ListItemReader<FileRow> dueFiles,
            RunWork work,
            StopSignal stop,
            FailureWatch watch) {
        return new StepBuilder(PARTITION, repository)
                .<FileRow, FileResult>chunk(1)
                .transactionManager(transactions)
                .reader(dueFiles)
                .processor(work::process)
                .writer(results -> results.forEach(work::write))
                .interruptionPolicy(step -> interruptIfStopped(step, stop))
                .allowStartIfComplete(true)
                .listener(watch)
                .build();
    }

    /** The step is called {@code partition:} and the number of its partition. */
    @Bean
    @StepScope
    ListItemReader<FileRow> dueFiles(@Value("#{stepExecution.stepName}") String step, RunWork work) {
        return new ListItemReader<>(work.due(Integer.parseInt(step.substring(PARTITION.length() + 1))));
    }

    /** Copies across files, earlier postings, rules over several documents; every document gets its final state. */
    @Bean
    Step tieOut(JobRepository repository, RunWork work, FailureWatch watch) {
        return once("tieOut", repository, work::tieOut, watch)
                .allowStartIfComplete(true)
                .build();
    }

    /** The files for accounting. */
    @Bean
    Step export(JobRepository repository, RunWork work, FailureWatch watch) {
        return once("export", repository, work::export, watch)
                .allowStartIfComplete(true)
                .build();
    }

    /** Registered = posted + review + rejected + parked + quarantined + duplicate, or the run fails. */
    @Bean
    Step balance(JobRepository repository, RunWork work, FailureWatch watch) {
        return once("balance", repository, work::balance, watch)
                .allowStartIfComplete(true)
                .build();
    }

    /** A step of one piece, which opens its own transactions where it needs them. */
    private static TaskletStepBuilder once(String name, JobRepository repository, Runnable work, FailureWatch watch) {
        return new StepBuilder(name, repository).listener(watch).tasklet((contribution, chunk) -> {
            work.run();
            return RepeatStatus.FINISHED;
        });
    }

    /**
     * The partitions by their number, which is all that a partition needs to know: its step's name tells it. A context
     * would not: Spring Batch stores it after the row of its step, and a process that dies in between leaves a row
     * without one, which every restart then goes by.
     */
    private static Map<String, ExecutionContext> partitions(RunWork work) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (int number : work.duePartitions()) {
            partitions.put("%05d".formatted(number), new ExecutionContext());
        }
        return partitions;
    }

    /** The exception alone would end the step as COMPLETED with files undone (Spring Batch 6.0.4). */
    private static void interruptIfStopped(StepExecution step, StopSignal stop) throws JobInterruptedException {
        StopSignal.Reason reason = stop.reason().orElse(null);
        if (reason != null) {
            step.setTerminateOnly();
            throw new JobInterruptedException(reason.says());
        }
    }
}
