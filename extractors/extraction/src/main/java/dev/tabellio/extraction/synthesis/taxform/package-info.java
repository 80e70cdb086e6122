/**
 * Reads tax forms by their labels. In: the pages of one form and the type's {@code anchors.yaml}. Out: every leaf of the
 * type's schema, cited, uncited or absent.
 *
 * <p>The steps: {@link dev.tabellio.extraction.synthesis.taxform.LabelledPage} finds the labels that the form prints, so
 * that what is left are the values; a reader for each kind of place (box, line, checkbox, table, the form's own print)
 * takes the words that belong to a label; {@link dev.tabellio.extraction.synthesis.taxform.FieldMaker} turns words into a
 * value of the schema's kind, or says why they are none. Nothing here knows pixel positions of an edition: a value lies in
 * the ruled cell of its label, else between its label and the next ones. That survives other years, payroll vendors'
 * layouts and scans, because labels are worded by regulation and forms are read by people the same way.
 */
@NullMarked
package dev.tabellio.extraction.synthesis.taxform;

import org.jspecify.annotations.NullMarked;
