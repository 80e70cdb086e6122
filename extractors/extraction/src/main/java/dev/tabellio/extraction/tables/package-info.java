/**
 * Tables of a page. In comes a page as it is read, with words in boxes and the cells between its ruling lines; out come
 * tables of rows and columns.
 *
 * <p>Where ruling lines make a lattice, it is the table ({@link dev.tabellio.extraction.tables.RuledTables}). Elsewhere rows of
 * text that leave the same white columns free are one ({@link dev.tabellio.extraction.tables.AlignedTables}). Boxes of forms
 * are neither: their cells do not line up, or their rows go on outside of them.
 */
@NullMarked
package dev.tabellio.extraction.tables;

import org.jspecify.annotations.NullMarked;
