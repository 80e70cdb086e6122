/**
 * Labelled sets: documents whose right answers are known, however their makers wrote them down. A reader turns one
 * maker's layout into a {@link dev.tabellio.samples.sets.LabelledSet}, so that evaluation and tests know only that.
 *
 * <p>In goes a folder; out come cases, each with its files and the documents that have to be found in them. Values are
 * as exported (exact decimals, ISO dates, "true" or "false"), keyed by JSON pointer of the type's schema, rows counted
 * from 0 without gaps. A value belongs to a document and is stated once; the places where it is printed belong to each
 * print, because a form is often printed several times. What a set says nothing about is not scored: its labels list
 * the pointers they cover, and only these count.
 *
 * <p>The words of other people's labels are mapped to pointers in resources beside the readers, not in code.
 */
@NullMarked
package dev.tabellio.samples.sets;

import org.jspecify.annotations.NullMarked;
