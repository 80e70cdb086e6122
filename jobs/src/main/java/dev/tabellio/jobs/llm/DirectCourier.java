package dev.tabellio.jobs.llm;

import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.Tier;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Asks from this process: what is under way when it dies is lost. */
final class DirectCourier implements Courier {

    private final Map<Tier, LanguageModel> models;

    DirectCourier(Map<Tier, LanguageModel> models) {
        this.models = Map.copyOf(models);
    }

    @Override
    public Optional<ModelCapabilities> capabilities(Tier tier) {
        return Optional.ofNullable(models.get(tier)).map(LanguageModel::capabilities);
    }

    @Override
    public ModelAnswer carry(long call, Tier tier, ModelRequest request) {
        try {
            return Objects.requireNonNull(models.get(tier)).ask(request);
        } catch (ModelFailure e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ModelFailure(
                    ModelFailure.Kind.PROTOCOL, "the model could not be asked: " + e, Optional.empty(), e);
        }
    }

    @Override
    public Optional<ModelAnswer> recover(long call) {
        return Optional.empty();
    }

    @Override
    public boolean neverSent(long call) {
        return false;
    }

    @Override
    public void settled(long call) {}

    @Override
    public void close() {}
}
