package dev.tabellio.jobs;

import dev.tabellio.jobs.process.StopSignal;
import dev.tabellio.jobs.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** When a step fails, the other threads of the run stop too, and the first failure is what the operator reads. */
final class FailureWatch implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(FailureWatch.class);

    private final StopSignal stop;

    FailureWatch(StopSignal stop) {
        this.stop = stop;
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        for (Throwable failure : step.getFailureExceptions()) {
            if (!(failure instanceof JobInterruptedException) && stop.reason().isEmpty()) {
                LOG.error("step {} failed", step.getStepName(), failure);
                if (Database.lostConnection(failure)) {
                    stop.loseConnection(sentence(failure));
                } else {
                    stop.fail(sentence(failure));
                }
            }
        }
        return step.getExitStatus();
    }

    /** The message of the innermost cause, which is the one that names things. */
    private static String sentence(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            if (root.getClass().getName().startsWith("dev.tabellio.")) {
                break;
            }
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
    }
}
