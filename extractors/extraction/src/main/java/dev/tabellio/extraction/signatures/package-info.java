/**
 * Where a page is to be signed and whether it is. In: words, lines, rulings, cells, signature fields, and somebody who can tell
 * ink in an area; out: {@link dev.tabellio.document.Signature}s. Found by print and geometry, not by a model: "By:", "/s/", a
 * line or a form cell with the word signature are what makes a place to sign, in any layout, and a person can be told why.
 */
@NullMarked
package dev.tabellio.extraction.signatures;

import org.jspecify.annotations.NullMarked;
