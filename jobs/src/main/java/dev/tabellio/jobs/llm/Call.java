package dev.tabellio.jobs.llm;

import dev.tabellio.extraction.llm.ModelAccess.Purpose;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.jobs.config.LlmConfig.Model;

/**
 * A request that is about to go over the wire.
 *
 * @param hash of the request, 64 hex digits
 * @param atMost what it may cost
 */
record Call(String hash, Tier tier, Model model, ModelRequest request, Purpose purpose, Charge atMost) {

    String endpoint() {
        return RequestHash.endpoint(model);
    }
}
