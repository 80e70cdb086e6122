/**
 * From a parsed file to the documents in it, with an account of every page.
 *
 * <p>In: a {@link dev.tabellio.document.ParsedFile}. Out: a {@link dev.tabellio.document.Classification}. Each page gets a
 * verdict of its own from what is printed on it (a document starts here, a numbered further page, instructions, blank,
 * failed, or claimed by no type); pages are put together into documents afterwards, so that a packet may hold its pages in
 * any order. What gives a type away is declared in its {@code doctype.yaml}; see {@link
 * dev.tabellio.extraction.classify.Recognition} for the format. A page that mentions a form is not that form: weights and
 * the threshold ask for several of the labels that only the form itself prints.
 */
@NullMarked
package dev.tabellio.extraction.classify;

import org.jspecify.annotations.NullMarked;
