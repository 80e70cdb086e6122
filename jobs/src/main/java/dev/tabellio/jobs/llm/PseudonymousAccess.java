package dev.tabellio.jobs.llm;

import dev.tabellio.extraction.llm.Embeddings;
import dev.tabellio.extraction.llm.ModelAccess;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.ModelRequest.Turn;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.privacy.Pseudonyms;
import java.util.Optional;

/**
 * Asks about one document with stand-ins for what must not leave, unless the model is local. The ledger keeps what was
 * sent and what came back, with the stand-ins.
 */
public final class PseudonymousAccess implements ModelAccess {

    private final ModelAccess access;
    private final Pseudonyms pseudonyms;

    /** @param pseudonyms of the document that is asked about */
    public PseudonymousAccess(ModelAccess access, Pseudonyms pseudonyms) {
        this.access = access;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public Optional<ModelCapabilities> capabilities(Tier tier) {
        return access.capabilities(tier);
    }

    @Override
    public Optional<ModelAnswer> known(Tier tier, ModelRequest request) {
        return isLocal(tier)
                ? access.known(tier, request)
                : access.known(tier, hidden(request)).map(answer -> restored(tier, answer));
    }

    @Override
    public Charged ask(Tier tier, ModelRequest request, Purpose purpose) {
        if (isLocal(tier)) {
            return access.ask(tier, request, purpose);
        }
        Charged charged = access.ask(tier, hidden(request), purpose);
        return new Charged(restored(tier, charged.answer()), charged.call(), charged.paidNow());
    }

    private boolean isLocal(Tier tier) {
        return capabilities(tier).map(ModelCapabilities::local).orElse(false);
    }

    /** Vectors hold no words. */
    private ModelAnswer restored(Tier tier, ModelAnswer answer) {
        return tier == Tier.EMBEDDER
                ? answer
                : new ModelAnswer(
                        pseudonyms.restore(answer.text()),
                        answer.finish(),
                        answer.usage(),
                        answer.model(),
                        answer.latency());
    }

    /**
     * The request as it leaves. No picture does, since nothing in it can be replaced; instructions, schema and what is looked for
     * are of the type and know no document.
     */
    public ModelRequest hidden(ModelRequest request) {
        if (Embeddings.areQueries(request)) {
            return request;
        }
        return new ModelRequest(
                request.instructions(),
                request.turns().stream()
                        .map(turn -> new Turn(turn.role(), pseudonyms.hide(turn.text())))
                        .toList(),
                request.schemaName(),
                request.schema(),
                request.maxOutputTokens());
    }
}
