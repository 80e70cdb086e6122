/**
 * How many tokens a text is, without asking anybody.
 *
 * <p>In: text, or a {@link dev.tabellio.extraction.llm.ModelRequest}. Out: a count by a real tokenizer (byte-pair encoding
 * {@code o200k_base}, the one that OpenAI publishes for its current models), so that budgets can be reserved and runs
 * estimated before anything is spent. Other providers do not publish theirs; the provider's own count settles the bill.
 */
@NullMarked
package dev.tabellio.extraction.llm.tokens;

import org.jspecify.annotations.NullMarked;
