package dev.tabellio.extraction.llm.langchain4j;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.tabellio.extraction.llm.ProviderSettings;
import dev.tabellio.extraction.llm.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What differs from provider to provider where texts become vectors. */
interface EmbeddingVendor {

    /**
     * Sends texts in one request; the answer is read from the client.
     *
     * @param key empty where none is needed
     * @param queries whether the texts are what is looked for, not what it is looked for in
     */
    void send(ProviderSettings settings, String key, List<String> texts, boolean queries, HttpClientBuilder client);

    /** The vectors of an answer in the order of the texts; as many as there are, whatever was asked. */
    List<float[]> vectors(JsonNode body);

    /** Empty if the answer has none. */
    Optional<TokenUsage> embeddingUsage(JsonNode body);

    /** The name of the model that answered; empty if the answer does not say. */
    String embedderName(JsonNode body);

    /** A list of numbers; a vector of no dimension if it is none. */
    static float[] vector(JsonNode numbers) {
        List<Float> values = new ArrayList<>();
        numbers.forEach(number -> values.add((float) number.asDouble(Double.NaN)));
        float[] vector = new float[values.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = values.get(i);
        }
        return vector;
    }
}
