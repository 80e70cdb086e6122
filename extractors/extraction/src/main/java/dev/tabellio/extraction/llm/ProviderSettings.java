package dev.tabellio.extraction.llm;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * One model at one provider, as configured.
 *
 * @param name of the entry in the configuration, for messages
 * @param baseUrl up to and including the version, such as {@code http://localhost:11434/v1}; empty for the provider's own
 * @param model the provider's name of it
 * @param connectTimeout for the connection to stand
 * @param answerTimeout from sending the request to the last byte of the answer
 * @param temperature 0 is the most repeatable; empty leaves it to the provider, as some of the newest models demand
 * @param contextTokens of request and answer together
 * @param local whether the text stays on this machine; nothing is hidden from such a model
 * @param streaming whether the answer is sent as it is written: gateways that cut quiet connections then keep this one
 * @param idempotent whether a request is sent with an idempotency key, which is the hash of what is asked
 */
public record ProviderSettings(
        String name,
        Provider provider,
        Optional<URI> baseUrl,
        String model,
        ApiKey key,
        Duration connectTimeout,
        Duration answerTimeout,
        Optional<BigDecimal> temperature,
        AnswerFormat format,
        boolean images,
        boolean promptCaching,
        int contextTokens,
        boolean local,
        boolean streaming,
        boolean idempotent) {

    private static final Duration USUAL_CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** Large models take up to some minutes for an answer of thousands of tokens. */
    private static final Duration USUAL_ANSWER_TIMEOUT = Duration.ofMinutes(5);

    /** What hosted models have at least, and what servers on a machine of one's own usually start with at most. */
    private static final int USUAL_CONTEXT = 128_000;

    private static final int USUAL_LOCAL_CONTEXT = 8_192;

    /** Whose protocol is spoken. */
    public enum Provider {
        /** OpenAI, Azure, vLLM, Ollama, llama.cpp server, LM Studio and others with the same interface. */
        OPENAI,
        ANTHROPIC,
        GEMINI;

        /** @param word as in the configuration: {@code openai}, {@code anthropic}, {@code gemini} */
        public static Optional<Provider> of(String word) {
            for (Provider provider : values()) {
                if (provider.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
                    return Optional.of(provider);
                }
            }
            return Optional.empty();
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException if a setting is impossible */
    public ProviderSettings {
        if (model.isBlank()) {
            throw new IllegalArgumentException(name + ": no model is named");
        }
        if (contextTokens < 1) {
            throw new IllegalArgumentException(name + ": a context of %d tokens".formatted(contextTokens));
        }
        if (format == AnswerFormat.TOOL && provider == Provider.GEMINI) {
            throw new IllegalArgumentException(
                    name + ": gemini holds answers to a schema, which it would not do for a function");
        }
        if (!isPositive(connectTimeout) || !isPositive(answerTimeout)) {
            throw new IllegalArgumentException(name + ": a timeout is longer than nothing");
        }
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    /**
     * What is usual for a provider.
     *
     * @param baseUrl empty for the provider's own; a loopback address makes the model a local one
     */
    public static ProviderSettings usual(
            String name, Provider provider, Optional<URI> baseUrl, String model, ApiKey key) {
        boolean local = baseUrl.map(ProviderSettings::isLoopback).orElse(false);
        boolean ownServer = provider == Provider.OPENAI && baseUrl.isPresent();
        return new ProviderSettings(
                name,
                provider,
                baseUrl,
                model,
                key,
                USUAL_CONNECT_TIMEOUT,
                USUAL_ANSWER_TIMEOUT,
                ownServer || provider == Provider.GEMINI ? Optional.of(BigDecimal.ZERO) : Optional.empty(),
                AnswerFormat.SCHEMA,
                false,
                !ownServer,
                local ? USUAL_LOCAL_CONTEXT : USUAL_CONTEXT,
                local,
                false,
                false);
    }

    private static boolean isLoopback(URI url) {
        String host = url.getHost() == null ? "" : url.getHost();
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    public ModelCapabilities capabilities() {
        return new ModelCapabilities(
                model,
                format == AnswerFormat.SCHEMA || format == AnswerFormat.TOOL,
                images,
                promptCaching,
                contextTokens,
                local);
    }
}
