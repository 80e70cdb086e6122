package dev.tabellio.extraction.llm.langchain4j;

import dev.tabellio.extraction.llm.Embeddings;
import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.ModelAnswer.Finish;
import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.ModelFailure;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.TokenUsage;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model that answers {@link Embeddings} at any provider that has one. */
final class LangChain4jEmbedder implements LanguageModel {

    private final ProviderSettings settings;
    private final EmbeddingVendor vendor;
    private final String key;
    private final HttpClient client;

    /** @param key empty where none is needed */
    LangChain4jEmbedder(ProviderSettings settings, EmbeddingVendor vendor, String key) {
        this.settings = settings;
        this.vendor = vendor;
        this.key = key;
        this.client = OneExchange.client(settings);
    }

    @Override
    public ModelCapabilities capabilities() {
        return settings.capabilities();
    }

    @Override
    public ModelAnswer ask(ModelRequest request) {
        List<String> texts = Embeddings.texts(request);
        OneExchange exchange = new OneExchange(client, settings);
        long start = System.nanoTime();
        try {
            vendor.send(settings, key, texts, Embeddings.areQueries(request), exchange);
        } catch (RuntimeException e) {
            // what LangChain4j makes of a failure, or of an answer that is read below
            exchange.requireAnswer(e);
        }
        JsonNode body = body(exchange);
        List<float[]> vectors = vendor.vectors(body);
        if (vectors.size() != texts.size() || !areAlike(vectors)) {
            throw protocol(
                    "%d texts were sent, and its answer does not have a vector for each".formatted(texts.size()));
        }
        String model = vendor.embedderName(body);
        return new ModelAnswer(
                Embeddings.written(vectors),
                Finish.COMPLETE,
                vendor.embeddingUsage(body).orElseGet(() -> estimate(texts)),
                model.isEmpty() ? settings.model() : model,
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Whether all have the same number of dimensions, more than none, and point anywhere. */
    private static boolean areAlike(List<float[]> vectors) {
        for (float[] vector : vectors) {
            double length = 0;
            for (float number : vector) {
                length += (double) number * number;
            }
            if (vector.length != vectors.get(0).length || !(length > 0) || Double.isInfinite(length)) {
                return false;
            }
        }
        return true;
    }

    private JsonNode body(OneExchange exchange) {
        try {
            return JsonMapper.shared().readTree(exchange.body().orElse(""));
        } catch (JacksonException e) {
            throw protocol("its answer is not JSON");
        }
    }

    private ModelFailure protocol(String what) {
        return new ModelFailure(
                ModelFailure.Kind.PROTOCOL, StatusFailure.subject(settings) + ": " + what, Optional.empty(), null);
    }

    private static TokenUsage estimate(List<String> texts) {
        long letters = texts.stream().mapToLong(String::length).sum();
        return new TokenUsage(letters / LangChain4jLanguageModel.CHARACTERS_PER_TOKEN + 1, 0, 0);
    }
}
