package dev.tabellio.jobs.verify;

import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.jobs.config.LlmConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

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

    /** Such as {@code small gpt-5-mini at openai (key there, 0.25 in, 0.03 cached, 2.00 out USD for a million tokens)}. */
    private String says(Tier tier, LlmConfig.Model model) {
        LlmConfig.Prices prices = model.prices();
        boolean free = prices.equals(LlmConfig.Prices.free());
        return "%s %s at %s (%s, %s%s)"
                .formatted(
                        LlmConfig.key(tier),
                        model.model(),
                        model.baseUrl().map(Object::toString).orElse(model.provider()),
                        model.key().isPresent() ? "key there" : "no key",
                        free
                                ? "costs nothing"
                                : "%s in, %s cached, %s out %s for a million tokens"
                                        .formatted(
                                                prices.input().toPlainString(),
                                                prices.cachedInput().toPlainString(),
                                                prices.output().toPlainString(),
                                                config.currency()),
                        model.local() ? ", local" : "");
    }

    private String budgets() {
        LlmConfig.Budgets budgets = config.budgets();
        Map<String, LlmConfig.Ceiling> named = new LinkedHashMap<>();
        named.put("call", budgets.call());
        named.put("document", budgets.document());
        named.put("run", budgets.run());
        named.put("minute", budgets.minute());
        named.put("day", budgets.day());
        named.put("tenant", budgets.tenant());
        new TreeMap<>(budgets.tenants()).forEach((tenant, ceiling) -> named.put("tenant " + tenant, ceiling));
        List<String> limits = new ArrayList<>();
        named.forEach((name, ceiling) -> {
            List<String> most = new ArrayList<>();
            ceiling.tokens().ifPresent(tokens -> most.add(tokens + " tokens"));
            ceiling.money().ifPresent(money -> most.add(money.toPlainString() + " " + config.currency()));
            if (!most.isEmpty()) {
                limits.add(name + " " + String.join(", ", most));
            }
        });
        return limits.isEmpty() ? "no budget is set (llm.budgets)" : "budgets: " + String.join("; ", limits);
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
                            what -> missing.add(settings.name() + ": " + what), () -> there.add(says(tier, model)));
        });
        return missing.isEmpty()
                ? Answer.ok(
                        name(),
                        "policy %s: %s; %s; 'tabellio models check' asks them"
                                .formatted(
                                        config.policy()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'),
                                        String.join("; ", there),
                                        budgets()))
                : Answer.fail(
                        name(), String.join("; ", missing), "Set it, or let llm.policy be never to do without models.");
    }
}
