/**
 * The deterministic reader of contracts.
 *
 * <p>In: the parsed file, the pages of one contract and the type's {@code anchors.yaml} (words and phrases, no code).
 * Out: every field of the type, each value cited with the words that it was read from. No model is asked.
 *
 * <p>Contracts are prose, so the readers work on one running text ({@link
 * dev.tabellio.extraction.synthesis.contract.ContractText}) that knows for each character the word on the page it came
 * from; page headers and numbers are set apart first, since they would stand in the middle of sentences. Each field has a
 * reader of its own that collects candidates with a score and takes the best one, or none: a contract often says nothing
 * about its term, and a wrong date costs the user more than a missing one.
 *
 * <p>Scanners walk the text by words where a regular expression could back-track; the expressions that remain have
 * bounded repetitions only, so that a hostile text of megabytes costs linear time.
 */
@NullMarked
package dev.tabellio.extraction.synthesis.contract;

import org.jspecify.annotations.NullMarked;
