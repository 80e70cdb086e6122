package dev.tabellio.extraction.llm;

/**
 * What a model can do.
 *
 * @param model the provider's name of it
 * @param jsonSchema whether the provider holds the answer to a JSON schema
 * @param images whether a request may carry page images
 * @param promptCaching whether the provider charges less for a prefix that it has seen
 * @param contextTokens of request and answer together
 * @param local whether the text stays on this machine
 */
public record ModelCapabilities(
        String model, boolean jsonSchema, boolean images, boolean promptCaching, int contextTokens, boolean local) {}
