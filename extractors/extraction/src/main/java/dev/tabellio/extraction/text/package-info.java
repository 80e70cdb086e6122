/**
 * Finds printed wordings on a page. In: a {@link dev.tabellio.document.Page} or an area of it. Out: {@link
 * dev.tabellio.extraction.text.Hit}s, the words that make up a wording and how well they match.
 *
 * <p>Classification and field reading both look for what a form itself prints, so both read a page through {@link
 * dev.tabellio.extraction.text.PageText}. It compares letters and digits only, without blanks: the same label matches
 * whether its words were split, merged, wrapped over two lines or set with other punctuation. Text that was recognised
 * from pixels may differ by a share of its characters, but hardly in a digit: "line 22" and "line 23" are different labels
 * and not a misreading of each other.
 */
@NullMarked
package dev.tabellio.extraction.text;

import org.jspecify.annotations.NullMarked;
