/**
 * Proof of values that were recognised from pixels, by looking at them in another way.
 *
 * <p>In: a document with its fields, and the pictures that they were read from. Out: the same document, each of whose
 * recognised values keeps as {@link dev.tabellio.document.Corroboration} what the other look gave. The recogniser's own
 * confidence cannot do this: it is as high for a wrong letter as for a right one. A second reading of the same place in a
 * picture that was prepared otherwise makes other mistakes, so what both say alike is seldom wrong. What agreement is enough
 * to post is decided by the reconcile stage, not here.
 */
@NullMarked
package dev.tabellio.extraction.corroboration;

import org.jspecify.annotations.NullMarked;
