package dev.tabellio.jobs.verify;

import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.jobs.config.LlmConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether all is there that the configured language models need; asks none of them, since that costs money. */
public final class ModelProbe implements Probe {

    private final LlmConfig config;
    private final Map<String, String> environment;

    /** @param environment where keys in variables are looked up */
    public ModelProbe(LlmConfig config, Map<String, String> environment) {
        this.config = config;
        this.environment = environment;
    }

    @Override
    public String name() {
        return "models";
    }

    @Override
    public Answer look() {
        if (config.models().isEmpty()) {
            return Answer.ok(name(), "no language model configured (llm); documents are read without");
        }
        List<String> there = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        config.models().forEach((tier, model) -> {
            ProviderSettings settings = model.settings("llm." + LlmConfig.key(tier));
            settings.key()
                    .missing(environment)
                    .ifPresentOrElse(
                            what -> missing.add(settings.name() + ": " + what),
                            () -> there.add("%s %s".formatted(LlmConfig.key(tier), settings.model())));
        });
        return missing.isEmpty()
                ? Answer.ok(name(), String.join(", ", there) + "; 'tabellio models check' asks them")
                : Answer.fail(
                        name(), String.join("; ", missing), "Set it, or let llm.policy be never to do without models.");
    }
}
