/**
 * Making sample documents: a kind, a seed and degradations in, a case with its files and its exact truth out, and the
 * folders that hold many of them. The same seed gives the same bytes whatever the machine's locale, time zone or fonts.
 *
 * <p>Documents and truths are kept in two trees with the same folders, {@code documents/} and {@code truth/}: the first
 * holds nothing but documents, so that it can be given to a run as an inbox; a truth file among them would be refused as
 * what it is, not a document.
 */
@NullMarked
package dev.tabellio.samples.generate;

import org.jspecify.annotations.NullMarked;
