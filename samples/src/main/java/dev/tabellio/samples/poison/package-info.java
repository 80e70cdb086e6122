/**
 * Tax forms and contracts in which somebody tries to talk a language model into a wrong value, by every way there is to put
 * words into a PDF.
 *
 * <p>In: a seed. Out: {@link dev.tabellio.samples.poison.PoisonedSample}s: a sample with its truth, and beside it what the
 * attacker wants to have read, and where the words are. The documents are those of {@code generate}, changed afterwards, so
 * that all that differs from a sound sample is the poison. Wordings follow the kinds that OWASP lists under LLM01 (prompt
 * injection), 2025.
 */
@NullMarked
package dev.tabellio.samples.poison;

import org.jspecify.annotations.NullMarked;
