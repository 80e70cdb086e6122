package dev.tabellio.extraction.llm;

import java.time.Duration;

/**
 * What a model said.
 *
 * @param text as sent; JSON only where the model kept to the schema
 * @param model the name of the model that answered, as the provider gives it
 * @param latency from sending the request to the last byte
 */
public record ModelAnswer(String text, Finish finish, TokenUsage usage, String model, Duration latency) {

    /** Why the answer ends. */
    public enum Finish {
        COMPLETE,
        /** The limit of tokens was reached. */
        TRUNCATED,
        /** The model or its provider would not answer. */
        REFUSED
    }
}
