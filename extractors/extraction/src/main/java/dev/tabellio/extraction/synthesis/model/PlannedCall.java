package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.Tier;
import java.util.List;

/**
 * A call that a reading begins with, known before anybody is asked.
 *
 * @param request exactly as it will be sent, so that a ledger can say whether it was paid for before
 * @param fields asked for, with {@code *} for the index of a row
 * @param inputTokens of the request, counted
 * @param outputTokens of the answer, expected; the limit is the request's
 */
public record PlannedCall(Tier tier, ModelRequest request, List<String> fields, int inputTokens, int outputTokens) {

    public PlannedCall {
        fields = List.copyOf(fields);
    }
}
