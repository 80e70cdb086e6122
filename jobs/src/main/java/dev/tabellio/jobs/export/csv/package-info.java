/**
 * The export for spreadsheets: one CSV file (RFC 4180, UTF-8) per document type that the run has.
 *
 * <p>The columns of a type come from its schema and are always all there, in its order: leaves by their path ({@code
 * Employee/Name}), lists of rows as one column with a JSON array. A column therefore never depends on the data of the
 * day, and a return with seven states needs no seven columns. A text that a spreadsheet would run as a formula gets an
 * apostrophe in front; the JSON Lines have it as printed.
 */
@NullMarked
package dev.tabellio.jobs.export.csv;

import org.jspecify.annotations.NullMarked;
