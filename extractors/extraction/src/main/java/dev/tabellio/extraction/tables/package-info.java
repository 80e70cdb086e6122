/**
 * Tables of a page. In comes a page as it is read, with words in boxes and the cells between its ruling lines; out come
 * tables of rows and columns.
 *
 * <p>Where ruling lines make a lattice, it is the table ({@link dev.tabellio.extraction.tables.Lattices}). Elsewhere rows of
 * text that leave the same white columns free are one ({@link dev.tabellio.extraction.tables.AlignedTables}). Boxes of forms
 * are neither: their cells do not line up, or their rows go on outside of them.
 *
 * <p>Thresholds were set, and tried again one by one with a lower and a higher value, on 17 files of the ICDAR 2013 competition
 * (11 that the finder was developed on, 6 that were looked at later; 2026-11-21): mean F1 by file of the adjacency relations.
 * Each states what the other values gave; with all of them it is 0.973.
 */
@NullMarked
package dev.tabellio.extraction.tables;

import org.jspecify.annotations.NullMarked;
