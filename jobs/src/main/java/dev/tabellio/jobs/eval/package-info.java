/**
 * How well the pipeline reads, measured on labelled sets: documents with known answers go in, precision and recall per
 * document type and field come out. Each case is read by itself, without a job and without a memory of other cases, by
 * the same stages that the job runs.
 *
 * <p>A value counts as found only if it is cited; what a reader abstained from is missing, never wrong. Values of rows
 * are compared as a bag per column, so that one missing row does not make every row below it wrong.
 */
@NullMarked
package dev.tabellio.jobs.eval;

import org.jspecify.annotations.NullMarked;
