package dev.tabellio.extraction.llm.langchain4j;

import dev.tabellio.extraction.llm.Embeddings;
import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.Tier;
import java.util.Map;
import java.util.Optional;

/** Opens language models at their providers. */
public final class LanguageModels {

    private LanguageModels() {}

    /**
     * A model, without asking it anything.
     *
     * @throws ModelFailure UNAUTHORISED if its key is missing
     */
    public static LanguageModel open(ProviderSettings settings) {
        return open(settings, System.getenv());
    }

    /** @param environment where keys in variables are looked up */
    public static LanguageModel open(ProviderSettings settings, Map<String, String> environment) {
        String key = settings.key().read(environment);
        Vendor vendor = switch (settings.provider()) {
            case OPENAI -> new OpenAiVendor();
            case ANTHROPIC -> new AnthropicVendor();
            case GEMINI -> new GeminiVendor();
        };
        return new LangChain4jLanguageModel(settings, vendor, key);
    }

    /** The model of a tier; the embedder answers {@link Embeddings} and nothing else. */
    public static LanguageModel open(Tier tier, ProviderSettings settings, Map<String, String> environment) {
        return tier == Tier.EMBEDDER ? openEmbedder(settings, environment) : open(settings, environment);
    }

    private static LanguageModel openEmbedder(ProviderSettings settings, Map<String, String> environment) {
        EmbeddingVendor vendor = switch (settings.provider()) {
            case OPENAI -> new OpenAiVendor();
            case GEMINI -> new GeminiVendor();
            case ANTHROPIC ->
                throw new ModelFailure(
                        ModelFailure.Kind.BAD_REQUEST,
                        "anthropic has no embeddings; openai (and what speaks its protocol) and gemini have",
                        Optional.empty(),
                        null);
        };
        return new LangChain4jEmbedder(settings, vendor, settings.key().read(environment));
    }
}
