package dev.tabellio.jobs.config;

import dev.tabellio.document.ArtifactJson;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.jobs.config.LlmConfig.Key;
import dev.tabellio.jobs.config.LlmConfig.Model;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Models as text, in the words of {@code tabellio.yaml}, for releases and other processes. A key is never in it, only where
 * it is kept.
 */
public final class ModelEntries {

    private ModelEntries() {}

    /** One line of JSON; the same models always give the same line. */
    public static String write(Map<Tier, Model> models) {
        Map<String, Object> entries = new TreeMap<>();
        models.forEach((tier, model) -> entries.put(LlmConfig.key(tier), entry(model)));
        return ArtifactJson.mapper().writeValueAsString(entries);
    }

    /**
     * The models that were written.
     *
     * @param place where the text is from, for messages
     * @throws InvalidConfiguration naming place, key and cause
     */
    public static Map<Tier, Model> read(String place, String text) {
        return new LlmConfigReader(Path.of("/"))
                .models(new Section(place, ArtifactJson.mapper().readTree(text)));
    }

    private static Map<String, Object> entry(Model model) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("provider", model.provider());
        model.baseUrl().ifPresent(url -> entry.put("base-url", url.toString()));
        entry.put("model", model.model());
        model.key().ifPresent(key -> {
            if (key instanceof Key.InVariable variable) {
                entry.put("key-variable", variable.name());
            } else {
                entry.put("key-file", ((Key.InFile) key).path().toString());
            }
        });
        entry.put("local", model.local());
        entry.put(
                "prices",
                Map.of(
                        "input", model.prices().input().toPlainString(),
                        "cached-input", model.prices().cachedInput().toPlainString(),
                        "cache-write", model.prices().cacheWrite().toPlainString(),
                        "output", model.prices().output().toPlainString()));
        entry.put("context-tokens", model.contextTokens());
        model.jsonSchema().ifPresent(held -> entry.put("json-schema", held));
        if (model.images()) {
            entry.put("images", true);
        }
        if (model.toolCall()) {
            entry.put("tool-call", true);
        }
        if (model.streaming()) {
            entry.put("streaming", true);
        }
        entry.put("timeout-seconds", model.timeout().toSeconds());
        entry.put("idempotent", model.idempotent());
        model.pace().requestsPerMinute().ifPresent(most -> entry.put("requests-per-minute", most));
        model.pace().tokensPerMinute().ifPresent(most -> entry.put("tokens-per-minute", most));
        entry.put("concurrency", model.pace().concurrency());
        return entry;
    }
}
