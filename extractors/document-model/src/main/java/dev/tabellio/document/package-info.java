/**
 * The words of Tabellio as immutable records: what arrived, what is printed on its pages, what was read from it and
 * where. Every stage takes records of this package and returns one; nothing here knows how they are made.
 *
 * <p>One coordinate system: points of 1/72 inch from the top-left corner of the page as displayed, y down. Page numbers
 * start at 1. Geometry is rounded to 0.01 pt and confidences to 0.0001 when a record is made, so that a record read back
 * from its JSON artifact equals the one that was written: a restarted run cannot drift from an undisturbed one.
 *
 * <p>Fields are keyed by the JSON pointer of the leaf in the type's schema ({@code /StateTaxInfos/0/State}). Rows of a
 * table are therefore indices in pointers and need no value type of their own; every leaf keeps its own citation.
 */
@NullMarked
package dev.tabellio.document;

import org.jspecify.annotations.NullMarked;
