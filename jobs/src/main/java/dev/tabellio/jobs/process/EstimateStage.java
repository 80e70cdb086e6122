package dev.tabellio.jobs.process;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.TokenUsage;
import dev.tabellio.extraction.synthesis.model.PlannedCall;
import dev.tabellio.jobs.config.LlmConfig;
import dev.tabellio.jobs.llm.Charge;
import dev.tabellio.jobs.llm.LedgerModelAccess;
import dev.tabellio.jobs.store.DerivationKey;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.reconciliation.Reconciliation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** In the place of {@link ModelStage}: adds up what it would ask, and asks nobody. Safe for all threads. */
public final class EstimateStage implements ModelQuestions {

    private final ModelStage models;
    private final LedgerModelAccess access;
    private final LlmConfig config;
    private Estimate sum = Estimate.NOTHING;

    public EstimateStage(ModelStage models, LedgerModelAccess access, LlmConfig config) {
        this.models = models;
        this.access = access;
        this.config = config;
    }

    @Override
    public Outcome read(
            FileRow file, ParsedFile parsed, ExtractedDocument read, DerivationKey key, Reconciliation judged) {
        List<PlannedCall> calls = models.planned(parsed, read, judged);
        add(Estimate.document(!calls.isEmpty()));
        calls.forEach(call -> add(estimate(call, models.leaving(parsed, read, call))));
        return Outcome.notAsked(read, key);
    }

    /** What was added up so far. */
    public synchronized Estimate sum() {
        return sum;
    }

    private synchronized void add(Estimate more) {
        sum = sum.plus(more);
    }

    private Estimate estimate(PlannedCall call, ModelRequest leaving) {
        Optional<ModelAnswer> known = access.known(call.tier(), leaving);
        if (known.isPresent()) {
            return Estimate.known(known.get().usage());
        }
        LlmConfig.Prices prices =
                Objects.requireNonNull(config.models().get(call.tier())).prices();
        return Estimate.fresh(
                call.inputTokens(),
                call.outputTokens(),
                Charge.of(new TokenUsage(call.inputTokens(), 0, call.outputTokens()), prices),
                Charge.atMost(call.inputTokens(), call.request().maxOutputTokens(), prices));
    }
}
