/**
 * From printed text to values. In: text as printed or recognised. Out: an exact decimal, an identifier in its usual
 * shape, a name and an address, or nothing when the text is not one.
 *
 * <p>A normaliser never guesses: what it can not read in one way it does not read. The text as printed stays in the
 * citation, so nothing is lost by a value's usual shape. None of them depends on the default locale.
 */
@NullMarked
package dev.tabellio.extraction.synthesis.normalise;

import org.jspecify.annotations.NullMarked;
