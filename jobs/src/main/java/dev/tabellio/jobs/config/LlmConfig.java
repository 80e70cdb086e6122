package dev.tabellio.jobs.config;

import dev.tabellio.extraction.llm.AnswerFormat;
import dev.tabellio.extraction.llm.ApiKey;
import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.ProviderSettings.Provider;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.privacy.PrivateKind;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * When language models are asked, which ones, and what they may cost.
 *
 * @param currency ISO 4217 code of all prices and budgets
 * @param injections what to do about documents that speak to models
 * @param outlive whether requests are carried by a process of their own, which brings answers that are under way also
 *     when the run is killed
 * @param models the configured ones by tier; the small one is there if any is
 */
public record LlmConfig(
        Policy policy,
        String currency,
        boolean outlive,
        Map<Tier, Model> models,
        Budgets budgets,
        Privacy privacy,
        List<Forbidden> forbidden,
        Injections injections) {

    /** What becomes of a file in which something speaks to language models. */
    public enum Injections {
        /** Its documents wait for a person; what speaks to models is withheld from them. */
        REVIEW,
        /** Nothing of it is read. */
        QUARANTINE
    }

    /** When a model is asked. */
    public enum Policy {
        NEVER,
        /** Only for what the deterministic reading misses or doubts. */
        WHEN_NEEDED,
        /** For all fields of all documents. */
        ALWAYS,
        /** As when needed, but only the ledger answers: nothing leaves, nothing is paid. */
        REPLAY
    }

    public LlmConfig {
        models = models.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(models));
        forbidden = List.copyOf(forbidden);
    }

    /** No model. */
    public static LlmConfig none() {
        return new LlmConfig(
                Policy.NEVER,
                "USD",
                true,
                Map.of(),
                Budgets.unlimited(),
                new Privacy(Set.of(), List.of()),
                List.of(),
                Injections.REVIEW);
    }

    /** The same with other models. Without any, nobody is asked. */
    public LlmConfig withModels(Map<Tier, Model> others) {
        return new LlmConfig(
                others.isEmpty() ? Policy.NEVER : policy,
                currency,
                outlive,
                others,
                budgets,
                privacy,
                forbidden,
                injections);
    }

    /** The key of a tier in the file. */
    public static String key(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }

    /** Whether models may be asked, or the ledger in their place. */
    public boolean asks() {
        return policy != Policy.NEVER;
    }

    /**
     * A model at a provider.
     *
     * @param provider kind of the provider, such as {@code openai}, {@code anthropic}, {@code gemini}
     * @param baseUrl empty for the provider's own
     * @param model the provider's name of it
     * @param key empty where none is needed
     * @param local whether the text stays on machines of the user's own
     * @param contextTokens of request and answer together
     * @param jsonSchema whether the provider holds answers to a schema; empty for what is known of the provider
     * @param images whether it takes pictures in
     * @param toolCall whether answers are held to a schema by making the model call a function; for providers that know
     *     functions but no schema
     * @param streaming whether answers are sent as they are written, for gateways that cut quiet connections
     * @param timeout from sending a request to the last byte of its answer
     * @param idempotent whether the provider answers a request that it has seen with the same idempotency key without
     *     charging again
     */
    public record Model(
            String provider,
            Optional<URI> baseUrl,
            String model,
            Optional<Key> key,
            boolean local,
            Prices prices,
            int contextTokens,
            Optional<Boolean> jsonSchema,
            boolean images,
            boolean toolCall,
            boolean streaming,
            Duration timeout,
            boolean idempotent,
            Pace pace) {

        /** Who answers, for keys and messages. */
        public String name() {
            return provider + baseUrl.map(url -> " " + url).orElse("") + " " + model;
        }

        /** What an adapter has to know. @param entry name of the entry in the configuration, for messages */
        public ProviderSettings settings(String entry) {
            Provider kind = Provider.of(provider)
                    .orElseThrow(() -> new InvalidConfiguration(
                            "%s.provider is '%s', but must be openai, anthropic or gemini".formatted(entry, provider)));
            ProviderSettings usual = ProviderSettings.usual(entry, kind, baseUrl, model, apiKey());
            return new ProviderSettings(
                    entry,
                    kind,
                    baseUrl,
                    model,
                    apiKey(),
                    usual.connectTimeout(),
                    timeout,
                    usual.temperature(),
                    toolCall ? AnswerFormat.TOOL : jsonSchema.orElse(true) ? usual.format() : AnswerFormat.JSON,
                    images,
                    usual.promptCaching(),
                    contextTokens,
                    local,
                    streaming,
                    idempotent);
        }

        private ApiKey apiKey() {
            return key.<ApiKey>map(place -> place instanceof Key.InVariable variable
                            ? new ApiKey.Variable(variable.name())
                            : new ApiKey.InFile(((Key.InFile) place).path()))
                    .orElse(new ApiKey.None());
        }
    }

    /** Where a key is kept; never the key itself. */
    public sealed interface Key {

        /** In an environment variable. */
        record InVariable(String name) implements Key {}

        /** In the first line of a file. */
        record InFile(Path path) implements Key {}
    }

    /**
     * Money for a million tokens, in the configured currency.
     *
     * @param input of a request, where no other price is for them
     * @param cachedInput read from the provider's cache
     * @param cacheWrite written to it
     * @param output of an answer
     */
    public record Prices(BigDecimal input, BigDecimal cachedInput, BigDecimal cacheWrite, BigDecimal output) {

        /** Of a model that costs nothing. */
        public static Prices free() {
            return new Prices(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        }
    }

    /**
     * How fast a provider may be asked.
     *
     * @param requestsPerMinute empty for no limit
     * @param tokensPerMinute of requests and answers; empty for no limit
     * @param concurrency requests at the same time, from one process
     */
    public record Pace(OptionalLong requestsPerMinute, OptionalLong tokensPerMinute, int concurrency) {}

    /**
     * What may be used at most. Both hold where both are given.
     *
     * @param tokens of requests and answers
     * @param money in the configured currency
     */
    public record Ceiling(OptionalLong tokens, Optional<BigDecimal> money) {

        public static Ceiling none() {
            return new Ceiling(OptionalLong.empty(), Optional.empty());
        }

        public boolean limits() {
            return tokens.isPresent() || money.isPresent();
        }
    }

    /**
     * Ceilings, each on its own.
     *
     * @param day all runs of a day, UTC
     * @param tenant all runs of a tenant on a day, for tenants that {@code tenants} does not name
     * @param tenants by name
     */
    public record Budgets(
            Ceiling call,
            Ceiling document,
            Ceiling run,
            Ceiling minute,
            Ceiling day,
            Ceiling tenant,
            Map<String, Ceiling> tenants) {

        public Budgets {
            tenants = Map.copyOf(tenants);
        }

        public static Budgets unlimited() {
            Ceiling none = Ceiling.none();
            return new Budgets(none, none, none, none, none, none, Map.of());
        }

        public Ceiling of(String name) {
            return tenants.getOrDefault(name, tenant);
        }
    }

    /**
     * What may leave the machine, for models that are not local.
     *
     * @param mayLeave kinds that are sent as printed; the others are replaced before a request and put back in its answer
     * @param withheld JSON pointers of fields that are not asked for, {@code type:/Pointer} or {@code /Pointer} for all
     *     types
     */
    public record Privacy(Set<PrivateKind> mayLeave, List<String> withheld) {

        public Privacy {
            mayLeave = Set.copyOf(mayLeave);
            withheld = List.copyOf(withheld);
        }

        /** Whether a field may be asked for. */
        public boolean allows(String type, String pointer) {
            return !withheld.contains(pointer) && !withheld.contains(type + ":" + pointer);
        }
    }

    /**
     * A provider that may not be asked for some tenants and types.
     *
     * @param provider kind, or {@code any} for all that are not local
     */
    public record Forbidden(String provider, List<String> tenants, List<String> types) {

        static final String ANY = "any";

        public Forbidden {
            tenants = List.copyOf(tenants);
            types = List.copyOf(types);
        }

        public boolean applies(Model model, String tenant, String type) {
            boolean same = provider.equals(ANY) ? !model.local() : provider.equals(model.provider());
            return same && (tenants.contains(tenant) || types.contains(type));
        }
    }
}
