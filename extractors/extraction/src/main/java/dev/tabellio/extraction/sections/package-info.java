/**
 * The sections of a document in prose.
 *
 * <p>In: a parsed file and the pages of one document. Out: a {@link dev.tabellio.extraction.sections.SectionTree}: every
 * line of the document in exactly one place, either in the section it belongs to or among the furniture of the pages
 * (running headers and footers, page numbers), which would stand in the middle of sentences.
 *
 * <p>Sections are told by what starts a line: a clause number that goes on with a row of numbers of its kind or begins one
 * ("1.", "2.3", "(a)", "(iv)", "Section 4", "ARTICLE II", "EXHIBIT A"), or a heading that stands by itself. A number that
 * fits no row is text: a reference that the line break moved to the start of a line ("as set forth in Section / 2.3
 * above") must not cut a clause in two. The text of the lines is the page's, not one character is changed, so that a
 * section can be quoted and cited by whoever reads it.
 */
@NullMarked
package dev.tabellio.extraction.sections;

import org.jspecify.annotations.NullMarked;
