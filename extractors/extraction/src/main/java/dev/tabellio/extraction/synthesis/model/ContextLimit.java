package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.tokens.TokenCounter;
import java.util.Optional;

/** Keeps requests within what a model can take in at a time: a provider refuses the others, or drops their beginning. */
final class ContextLimit {

    /** Tokenizers differ: ours counts English within a tenth of those of other vendors, German and digits within a third. */
    static final double MARGIN = 1.3;

    /** An answer with less room is cut off. */
    private static final int LEAST_ROOM = 256;

    private final TokenCounter tokens;
    private final int contextTokens;

    /** @param contextTokens of request and answer together */
    ContextLimit(TokenCounter tokens, int contextTokens) {
        this.tokens = tokens;
        this.contextTokens = contextTokens;
    }

    /** Tokens of the document that a request may show, so that instructions, schema and answer have room, too. */
    int forDocument() {
        return (int) (contextTokens / MARGIN / 2);
    }

    /** The request, with less room for its answer if need be; empty if the model can not take it in. */
    Optional<ModelRequest> fit(ModelRequest request) {
        long left = contextTokens - (long) Math.ceil(tokens.input(request) * MARGIN);
        if (left >= request.maxOutputTokens()) {
            return Optional.of(request);
        }
        return left < LEAST_ROOM
                ? Optional.empty()
                : Optional.of(new ModelRequest(
                        request.instructions(), request.turns(), request.schemaName(), request.schema(), (int) left));
    }
}
