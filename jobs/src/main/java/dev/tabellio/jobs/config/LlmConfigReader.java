package dev.tabellio.jobs.config;

import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.privacy.PrivateKind;
import dev.tabellio.jobs.config.LlmConfig.Budgets;
import dev.tabellio.jobs.config.LlmConfig.Ceiling;
import dev.tabellio.jobs.config.LlmConfig.Forbidden;
import dev.tabellio.jobs.config.LlmConfig.Injections;
import dev.tabellio.jobs.config.LlmConfig.Key;
import dev.tabellio.jobs.config.LlmConfig.Model;
import dev.tabellio.jobs.config.LlmConfig.Pace;
import dev.tabellio.jobs.config.LlmConfig.Policy;
import dev.tabellio.jobs.config.LlmConfig.Prices;
import dev.tabellio.jobs.config.LlmConfig.Privacy;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads the {@code llm} part of {@code tabellio.yaml}. */
final class LlmConfigReader {

    /** The part's key in the file. */
    static final String KEY = "llm";

    /** A long answer of a large model takes minutes. */
    private static final long SECONDS = 180;

    /** Anthropic charges a quarter more for what it keeps for five minutes (its price list, 2025); others nothing. */
    private static final BigDecimal CACHE_WRITE = new BigDecimal("1.25");

    private static final int CONTEXT_TOKENS = 32_000;
    private static final int CONCURRENCY = 8;

    private static final String[] MODEL_KEYS = {
        "provider",
        "base-url",
        "model",
        "key-variable",
        "key-file",
        "local",
        "prices",
        "context-tokens",
        "json-schema",
        "images",
        "tool-call",
        "streaming",
        "timeout-seconds",
        "idempotent",
        "requests-per-minute",
        "tokens-per-minute",
        "concurrency"
    };

    private final Path home;

    /** @param home where relative paths start */
    LlmConfigReader(Path home) {
        this.home = home;
    }

    /**
     * Reads the part.
     *
     * @param place the file, for messages
     * @param policy given elsewhere, which wins over the file
     * @throws InvalidConfiguration naming the place, the key and what is allowed
     */
    LlmConfig read(String place, JsonNode node, Optional<Policy> policy) {
        Section llm = new Section(place + ": " + KEY, node)
                .requireOnly(
                        "policy",
                        "currency",
                        "outlive",
                        "small",
                        "large",
                        "challenger",
                        "embedder",
                        "budgets",
                        "privacy",
                        "forbidden",
                        "injections");
        Map<Tier, Model> models = models(llm);
        Policy chosen = policy.orElseGet(
                () -> llm.choice("policy", Policy.values(), models.isEmpty() ? Policy.NEVER : Policy.WHEN_NEEDED));
        if (!models.containsKey(Tier.SMALL) && (!models.isEmpty() || chosen != Policy.NEVER)) {
            throw new InvalidConfiguration(
                    "%s has no 'small': the model that is asked first is configured there".formatted(llm.place()));
        }
        String currency = llm.text("currency").orElse("USD");
        if (!currency.matches("[A-Z]{3}")) {
            throw new InvalidConfiguration(
                    "%s is '%s', but must be a code such as USD or EUR".formatted(llm.place("currency"), currency));
        }
        return new LlmConfig(
                chosen,
                currency,
                llm.flag("outlive", true),
                models,
                llm.section("budgets").map(LlmConfigReader::budgets).orElse(Budgets.unlimited()),
                llm.section("privacy").map(LlmConfigReader::privacy).orElse(new Privacy(Set.of(), List.of())),
                llm.sections("forbidden", (number, given) -> forbidden(given)),
                llm.choice("injections", Injections.values(), Injections.REVIEW));
    }

    Map<Tier, Model> models(Section given) {
        Map<Tier, Model> models = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            given.section(LlmConfig.key(tier)).ifPresent(entry -> models.put(tier, model(tier, entry)));
        }
        return models;
    }

    private Model model(Tier tier, Section given) {
        given.requireOnly(MODEL_KEYS);
        boolean local = given.flag("local", false);
        Model model = new Model(
                given.required("provider", "the kind of provider, such as openai, anthropic or gemini"),
                given.text("base-url").map(url -> url(given.place("base-url"), url)),
                given.required("model", "the provider's name of the model"),
                key(given),
                local,
                prices(tier, given, local),
                (int) given.number("context-tokens", 1_000, 100_000_000, CONTEXT_TOKENS),
                given.flag("json-schema"),
                given.flag("images", false),
                given.flag("tool-call", false),
                given.flag("streaming", false),
                Duration.ofSeconds(given.number("timeout-seconds", 1, 3_600, SECONDS)),
                given.flag("idempotent", false),
                new Pace(
                        given.number("requests-per-minute", 1, 1_000_000),
                        given.number("tokens-per-minute", 1, 1_000_000_000_000L),
                        (int) given.number("concurrency", 1, 256, CONCURRENCY)));
        requirePossible(tier, model, given);
        return model;
    }

    private static void requirePossible(Tier tier, Model model, Section given) {
        Optional<ProviderSettings.Provider> provider = ProviderSettings.Provider.of(model.provider());
        if (model.toolCall() && provider.equals(Optional.of(ProviderSettings.Provider.GEMINI))) {
            throw new InvalidConfiguration("%s is for providers that know functions but no schema; gemini knows schemas"
                    .formatted(given.place("tool-call")));
        }
        if (tier == Tier.EMBEDDER && provider.equals(Optional.of(ProviderSettings.Provider.ANTHROPIC))) {
            throw new InvalidConfiguration(
                    "%s is '%s', which has no embeddings; openai (and what speaks its protocol) and gemini have"
                            .formatted(given.place("provider"), model.provider()));
        }
        model.settings(given.place());
    }

    private Optional<Key> key(Section given) {
        Optional<String> variable = given.text("key-variable");
        Optional<String> file = given.text("key-file");
        if (variable.isPresent() && file.isPresent()) {
            throw new InvalidConfiguration(
                    "%s has both 'key-variable' and 'key-file': give one".formatted(given.place()));
        }
        return variable.<Key>map(Key.InVariable::new).or(() -> file.map(path -> new Key.InFile(home.resolve(path))));
    }

    /** A price that nobody gave would make every budget in money hold nothing. */
    private static Prices prices(Tier tier, Section given, boolean local) {
        Optional<Section> prices = given.section("prices");
        if (prices.isEmpty()) {
            if (!local) {
                throw new InvalidConfiguration(
                        "%s has no 'prices': give input, cached-input and output for a million tokens, or 'local: true' for a model of your own that costs nothing"
                                .formatted(given.place()));
            }
            return Prices.free();
        }
        Section list = prices.get().requireOnly("input", "cached-input", "cache-write", "output");
        BigDecimal input = price(list, "input");
        BigDecimal output =
                tier == Tier.EMBEDDER ? list.money("output").orElse(BigDecimal.ZERO) : price(list, "output");
        boolean writes = given.text("provider")
                .filter(ProviderSettings.Provider.ANTHROPIC.word()::equals)
                .isPresent();
        return new Prices(
                input,
                list.money("cached-input").orElse(input),
                list.money("cache-write").orElse(writes ? input.multiply(CACHE_WRITE) : input),
                output);
    }

    private static BigDecimal price(Section prices, String key) {
        return prices.money(key)
                .orElseThrow(() -> new InvalidConfiguration(
                        "%s has no '%s': the price of a million tokens".formatted(prices.place(), key)));
    }

    private static Budgets budgets(Section given) {
        given.requireOnly("call", "document", "run", "minute", "day", "tenant", "tenants");
        Map<String, Ceiling> tenants = new HashMap<>();
        given.section("tenants")
                .ifPresent(named -> named.names().forEach(name -> tenants.put(name, ceiling(named, name))));
        return new Budgets(
                ceiling(given, "call"),
                ceiling(given, "document"),
                ceiling(given, "run"),
                ceiling(given, "minute"),
                ceiling(given, "day"),
                ceiling(given, "tenant"),
                tenants);
    }

    private static Ceiling ceiling(Section budgets, String key) {
        return budgets.section(key)
                .map(given -> given.requireOnly("tokens", "money"))
                .map(given -> new Ceiling(given.number("tokens", 0, Long.MAX_VALUE), given.money("money")))
                .orElse(Ceiling.none());
    }

    private static Privacy privacy(Section given) {
        given.requireOnly("may-leave", "withheld");
        Set<PrivateKind> mayLeave = given.texts("may-leave").stream()
                .map(kind -> Section.choice(given.place("may-leave"), kind, PrivateKind.values()))
                .collect(Collectors.toSet());
        return new Privacy(mayLeave, given.texts("withheld"));
    }

    private static Forbidden forbidden(Section given) {
        given.requireOnly("provider", "tenants", "types");
        Forbidden rule = new Forbidden(
                given.text("provider").orElse(Forbidden.ANY), given.texts("tenants"), given.texts("types"));
        if (rule.tenants().isEmpty() && rule.types().isEmpty()) {
            throw new InvalidConfiguration("%s forbids nothing: name 'tenants' or 'types'".formatted(given.place()));
        }
        return rule;
    }

    private static URI url(String place, String text) {
        try {
            URI url = new URI(text);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            // reported below, as a URL without a host is
        }
        throw new InvalidConfiguration(
                "%s is '%s', but must be a URL such as http://localhost:8000/v1".formatted(place, text));
    }
}
