package dev.tabellio.jobs;

import dev.tabellio.jobs.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Spring, started for one round of one run. */
final class JobSession {

    private static final Logger LOG = LoggerFactory.getLogger(JobSession.class);

    private final Database database;
    private final RunWork work;
    private final int workers;

    JobSession(Database database, RunWork work, int workers) {
        this.database = database;
        this.work = work;
        this.workers = workers;
    }

    /**
     * Runs the job, or goes on with it if it was started before, however it ended. The caller owns the run, so an
     * execution that still counts as running belongs to a process that died.
     *
     * @return whether the job completed
     */
    boolean execute() {
        ThreadPoolTaskExecutor threads = threads();
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            ConfigurableListableBeanFactory beans = context.getBeanFactory();
            // singletons that are registered so are not closed with the context: they outlive it
            beans.registerSingleton("dataSource", database.dataSource());
            beans.registerSingleton("transactionManager", database.transactions());
            beans.registerSingleton("runWork", work);
            beans.registerSingleton("stopSignal", work.stop());
            beans.registerSingleton("failureWatch", new FailureWatch(work.stop()));
            beans.registerSingleton("workers", threads);
            context.register(DocumentJob.class);
            context.refresh();

            Job job = context.getBean(Job.class);
            JobParameters parameters = new JobParametersBuilder()
                    .addString(DocumentJob.RUN, work.run().id())
                    .addLong(DocumentJob.ROUND, (long) work.run().round())
                    .toJobParameters();
            JobOperator operator = context.getBean(JobOperator.class);
            if (recover(job, parameters, context.getBean(JobRepository.class), operator)) {
                return true;
            }
            JobExecution execution = operator.start(job, parameters);
            execution.getAllFailureExceptions().stream()
                    .filter(Database::lostConnection)
                    .findFirst()
                    .ifPresent(failure -> work.stop().loseConnection(String.valueOf(failure.getMessage())));
            return execution.getStatus() == BatchStatus.COMPLETED;
        } catch (JobExecutionException e) {
            LOG.error("run {} could not be started", work.run().id(), e);
            if (Database.lostConnection(e)) {
                work.stop().loseConnection(String.valueOf(e.getMessage()));
            } else {
                work.stop().fail("the job could not be started: " + e.getMessage());
            }
            return false;
        } finally {
            threads.shutdown();
        }
    }

    /**
     * Makes what a dead process left behind restartable.
     *
     * @return whether the job had completed and only its process had not said so
     */
    private static boolean recover(Job job, JobParameters parameters, JobRepository repository, JobOperator operator) {
        JobInstance instance = repository.getJobInstance(job.getName(), parameters);
        if (instance == null) {
            return false;
        }
        boolean executed = false;
        for (JobExecution execution : repository.getJobExecutions(instance)) {
            executed = true;
            if (execution.getStatus() == BatchStatus.COMPLETED) {
                return true;
            }
            if (execution.isRunning()) {
                operator.recover(execution);
            }
            clearUnknown(execution, repository);
        }
        if (!executed) {
            // the process died between the two rows; Spring Batch cannot start such an instance
            repository.deleteJobInstance(instance);
        }
        return false;
    }

    /** A commit that failed leaves the status UNKNOWN, which Spring Batch refuses to restart; our rows say what is due. */
    private static void clearUnknown(JobExecution execution, JobRepository repository) {
        for (StepExecution step : execution.getStepExecutions()) {
            if (step.getStatus() == BatchStatus.UNKNOWN || step.getStatus().isRunning()) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
        if (execution.getStatus() == BatchStatus.UNKNOWN) {
            execution.setStatus(BatchStatus.FAILED);
            repository.update(execution);
        }
    }

    private ThreadPoolTaskExecutor threads() {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("worker-");
        threads.setCorePoolSize(workers);
        threads.setMaxPoolSize(workers);
        threads.setDaemon(true);
        threads.initialize();
        return threads;
    }
}
