package dev.tabellio.extraction.llm;

/**
 * Tokens as the provider counted them.
 *
 * @param input of the whole request, cached ones included
 * @param cachedInput of these, read from the provider's prompt cache
 * @param output of the answer
 */
public record TokenUsage(long input, long cachedInput, long output) {

    /** @throws IllegalArgumentException if a count is impossible */
    public TokenUsage {
        if (input < 0 || cachedInput < 0 || output < 0 || cachedInput > input) {
            throw new IllegalArgumentException(
                    "impossible usage: %d input, %d of them cached, %d output".formatted(input, cachedInput, output));
        }
    }

    public TokenUsage plus(TokenUsage more) {
        return new TokenUsage(input + more.input, cachedInput + more.cachedInput, output + more.output);
    }
}
