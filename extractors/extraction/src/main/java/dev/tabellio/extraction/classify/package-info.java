/**
 * From a parsed file to the documents in it, with an account of every page.
 */
@NullMarked
package dev.tabellio.extraction.classify;

import org.jspecify.annotations.NullMarked;
