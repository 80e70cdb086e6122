package dev.tabellio.extraction.llm.langchain4j;

import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ProviderSettings;
import java.util.Map;

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
}
