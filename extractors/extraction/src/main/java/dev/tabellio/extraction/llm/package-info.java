/**
 * Language models, as one port with one method.
 *
 * <p>In: a {@link dev.tabellio.extraction.llm.ModelRequest}: instructions that never change first, then turns, the
 * document last, and the JSON schema that the answer has to have. Out: a {@link dev.tabellio.extraction.llm.ModelAnswer}
 * with what it used, or a {@link dev.tabellio.extraction.llm.ModelFailure} that says what to do about it. An adapter makes
 * exactly one attempt over the wire: who may ask, what it may cost, whether it was asked before and when to try again is
 * decided above it, behind {@link dev.tabellio.extraction.llm.ModelAccess}, so that no attempt goes unrecorded.
 */
@NullMarked
package dev.tabellio.extraction.llm;

import org.jspecify.annotations.NullMarked;
