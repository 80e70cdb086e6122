package dev.tabellio.extraction.llm;

/**
 * Tokens as the provider counted them.
 *
 * @param input of the whole request, cached ones included
 * @param cachedInput of these, read from the provider's prompt cache
 * @param writtenInput of these, written to it, for which some providers charge more
 * @param output of the answer
 */
public record TokenUsage(long input, long cachedInput, long writtenInput, long output) {

    /** @throws IllegalArgumentException if a count is impossible */
    public TokenUsage {
        if (input < 0 || cachedInput < 0 || writtenInput < 0 || output < 0 || cachedInput + writtenInput > input) {
            throw new IllegalArgumentException("impossible usage: %d input, %d of them cached, %d written, %d output"
                    .formatted(input, cachedInput, writtenInput, output));
        }
    }

    /** With nothing that is charged for being written to a cache. */
    public TokenUsage(long input, long cachedInput, long output) {
        this(input, cachedInput, 0, output);
    }

    public TokenUsage plus(TokenUsage more) {
        return new TokenUsage(
                input + more.input,
                cachedInput + more.cachedInput,
                writtenInput + more.writtenInput,
                output + more.output);
    }
}
