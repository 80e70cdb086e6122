package dev.tabellio.jobs.llm;

import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.langchain4j.LanguageModels;
import dev.tabellio.jobs.config.InvalidConfiguration;
import dev.tabellio.jobs.config.LlmConfig;
import dev.tabellio.jobs.config.LlmConfig.Policy;
import java.util.EnumMap;
import java.util.Map;

/** Opens the models of a configuration. */
public final class ConfiguredModels {

    private ConfiguredModels() {}

    /**
     * The models by tier; asks nobody.
     *
     * @param environment where keys in variables are looked up
     * @throws InvalidConfiguration if a key is missing
     */
    public static Map<Tier, LanguageModel> open(LlmConfig config, Map<String, String> environment) {
        if (!config.asks()) {
            return Map.of();
        }
        if (config.policy() != Policy.REPLAY) {
            return open(config.models(), environment);
        }
        Map<Tier, LanguageModel> models = new EnumMap<>(Tier.class);
        config.models()
                .forEach((tier, model) ->
                        models.put(tier, new Silent(settings(tier, model).capabilities())));
        return models;
    }

    /** As {@link #open(LlmConfig, Map)}, whatever the policy. */
    static Map<Tier, LanguageModel> open(Map<Tier, LlmConfig.Model> configured, Map<String, String> environment) {
        Map<Tier, LanguageModel> models = new EnumMap<>(Tier.class);
        configured.forEach((tier, model) -> models.put(tier, opened(tier, settings(tier, model), environment)));
        return models;
    }

    private static ProviderSettings settings(Tier tier, LlmConfig.Model model) {
        return model.settings("llm." + LlmConfig.key(tier));
    }

    private static LanguageModel opened(Tier tier, ProviderSettings settings, Map<String, String> environment) {
        try {
            return LanguageModels.open(tier, settings, environment);
        } catch (ModelFailure e) {
            throw new InvalidConfiguration("%s: %s".formatted(settings.name(), e.getMessage()));
        }
    }

    /** A model that is never asked, and so needs no key. */
    private record Silent(ModelCapabilities capabilities) implements LanguageModel {
        @Override
        public ModelAnswer ask(ModelRequest request) {
            throw new IllegalStateException("llm.policy is replay");
        }
    }
}
