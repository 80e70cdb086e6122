package dev.tabellio.jobs;

import dev.tabellio.document.ProcessingFailure.StopTheRun;
import dev.tabellio.jobs.balance.Balance;
import dev.tabellio.jobs.export.ExportStep;
import dev.tabellio.jobs.llm.LedgerModelAccess;
import dev.tabellio.jobs.process.FilePipeline;
import dev.tabellio.jobs.process.FileResult;
import dev.tabellio.jobs.process.ResultWriter;
import dev.tabellio.jobs.process.StopSignal;
import dev.tabellio.jobs.process.Trial;
import dev.tabellio.jobs.process.Trouble;
import dev.tabellio.jobs.register.Inbox;
import dev.tabellio.jobs.register.Registration;
import dev.tabellio.jobs.release.ShadowReader;
import dev.tabellio.jobs.store.DocumentState;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.jobs.store.RunRow;
import dev.tabellio.jobs.store.Stores;
import dev.tabellio.jobs.tieout.TieOutStep;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the steps of the job do, for one run in one process.
 *
 * @param except folders of our own that may lie in the inbox
 */
record RunWork(
        RunRow run,
        Inbox inbox,
        List<Path> except,
        Stores stores,
        PlatformTransactionManager transactions,
        StopSignal stop,
        Registration registration,
        Trial trial,
        FilePipeline pipeline,
        Optional<ShadowReader> shadow,
        ResultWriter results,
        TieOutStep ties,
        ExportStep exports,
        Balance balances,
        List<LedgerModelAccess> models)
        implements AutoCloseable {

    /** Runs that tie out at the same time can meet in a posting; the second time, the other one's is seen. */
    private static final int TIE_OUT_TRIES = 5;

    @Override
    public void close() {
        models.forEach(LedgerModelAccess::close);
    }

    void register() {
        if (stores.files().of(run.id()).isEmpty()) {
            List<FileRow> rows = registration.look(run.id(), inbox, except);
            inTransaction(() -> stores.files().register(rows));
        }
    }

    List<Integer> duePartitions() {
        return stores.files().duePartitions(run.id());
    }

    List<FileRow> due(int partition) {
        return stores.files().due(run.id(), partition);
    }

    FileResult process(FileRow file) {
        stop.check();
        stores.attempts().begin(run.id(), file.path());
        Path path = inbox.resolve(file.path());
        if (file.crashes() > 1 || (file.crashes() == 1 && !pipeline.isParsed(file))) {
            stores.attempts().waits(run.id(), file.path());
            Optional<Trouble> poison = trial.attempt(file, path, stop);
            stores.attempts().goesOn(run.id(), file.path());
            if (poison.isPresent()) {
                return new FileResult.Parked(file, poison.get());
            }
        }
        FileResult result = pipeline.process(file, path);
        shadow.filter(second -> second.concerns(file)).ifPresent(second -> {
            stores.attempts().goesOn(run.id(), file.path());
            second.read(file, path, result);
        });
        return result;
    }

    /** Part of the transaction of the step. */
    void write(FileResult result) {
        stop.checkAbandoned();
        stores.artifacts().force();
        results.write(result);
    }

    void tieOut() {
        if (!duePartitions().isEmpty()) {
            throw new StopTheRun("files are left to process although the step before says that it completed", null);
        }
        for (int attempt = 1; ; attempt++) {
            stop.check();
            try {
                inTransaction(() -> {
                    ties.tieOut(run.id());
                    stores.artifacts().force();
                });
                return;
            } catch (DuplicateKeyException e) {
                if (attempt == TIE_OUT_TRIES) {
                    throw new StopTheRun("other runs keep posting the documents of run " + run.id(), e);
                }
            }
        }
    }

    void export() {
        stop.check();
        exports.export(run, run.exportFolder());
    }

    /** What documents wait for, a sentence. */
    String whatWaits() {
        List<String> waiting = stores.documents().of(run.id()).stream()
                .filter(document -> document.state() == DocumentState.WAITING)
                .map(document -> document.waitsFor().orElse(""))
                .toList();
        return "%d document%s for a model: %s"
                .formatted(waiting.size(), waiting.size() == 1 ? " waits" : "s wait", waiting.get(0));
    }

    void balance() {
        balances.require(run.id());
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }
}
