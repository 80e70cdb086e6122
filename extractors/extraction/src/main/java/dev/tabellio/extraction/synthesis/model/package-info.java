/**
 * Reads fields of a document with a language model, and believes nothing that the page does not show.
 *
 * <p>In: a {@link dev.tabellio.extraction.synthesis.model.ReadingTask}: the parsed file, what the deterministic reader made
 * of one document, and which fields are wanted ({@link dev.tabellio.extraction.synthesis.model.NeededFields}: the missing and
 * the doubtful ones; a document that has none costs nothing). Out: a {@link
 * dev.tabellio.extraction.synthesis.model.ModelReading}: the document with what was settled, and a record of what was asked
 * of whom, and how each field's readings agree.
 *
 * <p>A request is what changes least first: role, output contract, field descriptions and examples of the type, then the
 * document as numbered lines. The model answers each field with the numbers of lines and the value printed there; clauses
 * with line numbers only. Code then looks for the value in those lines. What is not found there nor in one other place of
 * the page is sent back, at most twice, and stays uncited after that; it can never be exported as a fact.
 *
 * <p>A type's schema may say how its fields are asked for: {@code "x-tabellio-clause": true} for a stretch of text that is
 * answered by its lines, {@code "x-tabellio-search": [phrases]} for the words that documents use for it, {@code
 * "x-tabellio-ask": false} for what code derives. Of the 691 fields that CUAD labels in 53 contracts of more than four pages,
 * the lines shown hold at least one labelled clause for 90.3 %, in 45 % of the tokens (all fields at once; 2026-11-21).
 *
 * <p>The schema of an answer has only the fields that are asked for, since an answer's tokens cost several times those of a
 * request; instructions describe all fields of the group, so that they stay the same from document to document.
 *
 * <p>Models do not outvote the form: where a model reads something else than a deterministic reading whose citation holds,
 * the field is uncited, with both readings, and a person decides.
 */
@NullMarked
package dev.tabellio.extraction.synthesis.model;

import org.jspecify.annotations.NullMarked;
